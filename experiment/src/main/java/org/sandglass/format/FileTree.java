package org.sandglass.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders handled as a whole: deleted, looked into, forced to disk.
final class FileTree {
    private FileTree() {}

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
