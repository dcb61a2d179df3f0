package org.sandglass.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// Folders handled as a whole: deleted, looked into, forced to disk.
final class FileTree {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private FileTree() {}

    /// A new folder among the system's temporary ones, for the owner alone.
    ///
    /// [Files#createTempDirectory] would first start cryptographic random numbers, which takes a small
    /// command 10 ms. They are not needed: a name that is taken is refused, whoever took it.
    ///
    /// @return the folder, empty
    /// @throws IOException if there can be none
    static Path temporary() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        FileAttribute<?>[] mine =
                parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0];
        while (true) {
            String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
            try {
                return Files.createDirectory(parent.resolve("sandglass-" + random), mine);
            } catch (FileAlreadyExistsException _) {
                // Another name, then.
            }
        }
    }

    /// Deletes a file or folder with all it holds; nothing there is fine.
    ///
    /// @param root what to delete; symbolic links are removed, not followed
    /// @param last files inside to delete after all others
    /// @throws IOException if something stays
    static void delete(Path root, Path... last) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> keepLonger = List.of(last);
        for (Path path : deepestFirst(root)) {
            if (!path.equals(root) && !keepLonger.contains(path)) {
                Files.deleteIfExists(path);
            }
        }
        for (Path path : last) {
            Files.deleteIfExists(path);
        }
        Files.deleteIfExists(root);
    }

    /// Whether a folder holds nothing.
    ///
    /// @param folder an existing folder
    /// @return true if it has no entry
    /// @throws IOException if it cannot be read
    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /// Waits until a file or a folder with all it holds is on the disk.
    ///
    /// @param root a file or folder
    /// @throws IOException if the disk refuses, for instance because it is full
    static void force(Path root) throws IOException {
        for (Path path : deepestFirst(root)) {
            if (Files.isDirectory(path)) {
                forceFolder(path);
            } else {
                forceFile(path);
            }
        }
    }

    /// Waits until the names in a folder are on the disk, where the system can say so.
    ///
    /// @param folder an existing folder
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Some systems cannot open a folder; the rename itself is still all or nothing.
        }
    }

    private static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
