package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/// A folder that appears complete under its name, or not at all.
///
/// Files are written in [#path()], a folder inside a hidden one beside the target; [#commit()] forces them to
/// the disk and renames the folder. An earlier folder of the same kind is replaced as a whole; a folder with
/// anything else in it is refused. Missing parent folders are made, and removed again if nothing comes of it.
public final class WholeFolder implements Closeable {
    /// How often another program may finish the same target between our looking and our renaming.
    private static final int MOST_COLLISIONS = 100;

    private final Path asNamed;
    private final Path target;
    private final FolderContents contents;
    private final Deque<Path> madeParents;
    private final Scratch scratch;

    private WholeFolder(Path asNamed, Path target, FolderContents contents, Deque<Path> madeParents, Scratch scratch) {
        this.asNamed = asNamed;
        this.target = target;
        this.contents = contents;
        this.madeParents = madeParents;
        this.scratch = scratch;
    }

    /// A folder to be made.
    ///
    /// @param target where it will appear
    /// @param contents what it holds, by which an earlier one is known
    /// @return the folder in the making, to be closed
    /// @throws InputException if the target is a file, a folder that is not ours, or cannot be created
    /// @throws IOException if the machine fails
    public static WholeFolder at(Path target, FolderContents contents) throws IOException {
        Path real = Targets.resolved(target);
        requireReplaceable(target, real, contents);
        Deque<Path> made = makeParents(target, real);
        Scratch scratch = Scratch.beside(real, target);
        WholeFolder folder = new WholeFolder(target, real, contents, made, scratch);
        Files.createDirectory(folder.path());
        return folder;
    }

    /// Where to write.
    ///
    /// @return an existing folder with the target's own name
    public Path path() {
        return scratch.resolve(target.getFileName().toString());
    }

    /// Shows the folder under its name, for good, in place of an earlier one.
    ///
    /// @throws InputException if something else has come to stand at the target
    /// @throws IOException if it cannot be completed; then the target is as before
    public void commit() throws IOException {
        FileTree.force(path());
        for (int collisions = 0; !replaced(collisions); collisions++) {}
        FileTree.forceFolder(FileProblem.parent(target));
        madeParents.clear();
    }

    private boolean replaced(int collisions) throws IOException {
        try {
            requireReplaceable(asNamed, target, contents);
            scratch.exchange(path(), target);
            return true;
        } catch (FileSystemException e) {
            // Another program may have changed the target between our looking and our renaming.
            if (collisions == MOST_COLLISIONS) {
                throw e;
            }
            return false;
        }
    }

    /// Removes what was written and not committed.
    @Override
    public void close() throws IOException {
        scratch.close();
        for (Path parent : madeParents) {
            deleteIfEmpty(parent);
        }
    }

    private static void requireReplaceable(Path asNamed, Path target, FolderContents contents) throws IOException {
        while (Files.exists(target)) {
            try {
                BasicFileAttributes before = Files.readAttributes(target, BasicFileAttributes.class);
                Optional<String> why = refusal(target, before, contents);
                BasicFileAttributes after = Files.readAttributes(target, BasicFileAttributes.class);
                if (why.isEmpty()) {
                    return;
                }
                if (Objects.equals(before.fileKey(), after.fileKey())) {
                    throw new InputException(asNamed + ": " + why.get(), "name another folder, or remove this one");
                }
            } catch (NoSuchFileException _) {
                // Another program replaced it while we were looking: look again.
            }
        }
    }

    private static Optional<String> refusal(Path target, BasicFileAttributes attributes, FolderContents contents)
            throws IOException {
        if (!attributes.isDirectory()) {
            return Optional.of("is a file, a folder was needed");
        }
        if (!Files.getFileStore(target).equals(Files.getFileStore(FileProblem.parent(target)))) {
            return Optional.of("is where a disk is mounted and cannot be replaced as a whole");
        }
        return contents.foreign(target);
    }

    private static Deque<Path> makeParents(Path asNamed, Path target) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path p = target.getParent(); p != null && !Files.exists(p); p = p.getParent()) {
            missing.addLast(p);
        }
        try {
            Files.createDirectories(FileProblem.parent(target));
        } catch (IOException e) {
            throw FileProblem.creating(asNamed, e);
        }
        return missing;
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException _) {
            // Someone uses it by now.
        }
    }
}
