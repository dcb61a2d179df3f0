package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that appears complete under its name, or not at all.
///
/// It is written to [#path()], in a hidden folder beside the target, and [#commit()] forces it to the disk and
/// renames it. Closed without a commit, or after an interruption, it is gone and whatever stood at the target
/// is untouched.
/// ```java
/// try (var file = WholeFile.at(target)) {
///     Files.writeString(file.path(), text);
///     file.commit();
/// }
/// ```
public final class WholeFile implements Closeable {
    private final Path target;
    private final Scratch scratch;

    private WholeFile(Path target, Scratch scratch) {
        this.target = target;
        this.scratch = scratch;
    }

    /// A file to be made; through a symbolic link, the file it points to.
    ///
    /// @param target where it will appear; its folder must exist; a file there will be replaced
    /// @return the file in the making, to be closed
    /// @throws InputException if the target is a folder or cannot be created
    /// @throws IOException if the machine fails
    public static WholeFile at(Path target) throws IOException {
        Path real = Targets.resolved(target);
        if (Files.isDirectory(real)) {
            throw InputException.in(target, "is a folder, a file was needed");
        }
        if (Files.exists(real) && !Files.isRegularFile(real)) {
            throw InputException.in(target, "is not a regular file, and would be replaced");
        }
        if (Files.exists(real) && !Files.isWritable(real)) {
            throw InputException.in(target, "cannot be overwritten: permission denied");
        }
        return new WholeFile(real, Scratch.beside(real, target));
    }

    /// Writes a text in UTF-8, whole or not at all.
    ///
    /// @param target where it will appear
    /// @param text all of it
    /// @throws InputException if the target cannot be created
    /// @throws IOException if the machine fails
    public static void write(Path target, String text) throws IOException {
        try (WholeFile file = at(target)) {
            Files.writeString(file.path(), text, StandardCharsets.UTF_8);
            file.commit();
        }
    }

    /// Where to write.
    ///
    /// @return a path that does not exist yet, with the target's own file name
    public Path path() {
        return scratch.resolve(target.getFileName().toString());
    }

    /// A place for an intermediate file, gone with this object.
    ///
    /// @param number tells such files apart
    /// @return a path that does not exist yet
    Path spare(int number) {
        return scratch.resolve("spare." + number);
    }

    /// Shows the file under its name, for good.
    ///
    /// @throws IOException if it cannot be completed; then the target is as before
    public void commit() throws IOException {
        FileTree.force(path());
        scratch.moveOut(path(), target);
        FileTree.forceFolder(FileProblem.parent(target));
    }

    /// Removes what was written and not committed.
    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
