package org.sandglass.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Removes the [Scratch] folders of programs that were killed.
///
/// Each holds a file that its owner keeps locked. The operating system drops the lock of a dead owner, in
/// whatever container it ran, so a folder whose lock is free belongs to nobody.
final class Leftovers {
    private Leftovers() {}

    /// Removes what dead programs left for a target.
    ///
    /// @param target the path that will be made
    /// @throws IOException if the folder around it cannot be read
    static void sweep(Path target) throws IOException {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(FileProblem.parent(target), folder -> isOthers(folder, target))) {
            for (Path folder : found) {
                sweep(folder, target);
            }
        }
    }

    private static boolean isOthers(Path folder, Path target) {
        String name = folder.getFileName().toString();
        String prefix = Scratch.prefix(target);
        return name.startsWith(prefix)
                && name.substring(prefix.length()).matches("[0-9]+-[0-9a-f]+\\.part")
                // To close a second channel to a file of our own would drop our lock on it.
                && !name.startsWith(Scratch.ownPrefix(target));
    }

    private static void sweep(Path folder, Path target) {
        Path lockFile = folder.resolve(Scratch.LOCK);
        try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                restore(folder.resolve(Scratch.REPLACED), target);
                FileTree.delete(folder, lockFile);
            }
        } catch (IOException _) {
            // Not ours to lock or to delete: leftovers are a nuisance, not a reason to fail.
        }
    }

    /// Mends a kill between the two renames of a replacement.
    private static void restore(Path replaced, Path target) throws IOException {
        if (Files.exists(replaced) && !Files.exists(target)) {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
