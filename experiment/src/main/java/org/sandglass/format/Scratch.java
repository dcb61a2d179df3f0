package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/// A hidden folder beside a target, `.<name>.<pid>-<random>.part`, in which the target is made before it is moved out.
///
/// It is deleted on [#close()] and when the program is interrupted. A program that was killed leaves it behind; the next
/// one with the same target removes it: the folder holds a file that its owner keeps locked, and the operating
/// system drops the lock of a dead owner, on whatever machine or container it ran. Safe for several threads.
final class Scratch implements Closeable {
    private static final String LOCK = ".lock";

    /// Where a [WholeFolder] keeps what it replaces.
    static final String REPLACED = "replaced";

    private final Path folder;
    private final FileChannel lock;
    private final Thread onInterrupt;
    private boolean closed;

    private Scratch(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.onInterrupt = new Thread(this::discardQuietly, "remove " + folder.getFileName());
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /// A new scratch folder, after removing what dead programs left for the same target.
    ///
    /// @param target the absolute path that will be made
    /// @param asNamed the target as the caller named it, for messages
    /// @return the folder, owned by this program
    /// @throws InputException if nothing can be created beside the target
    /// @throws IOException if the machine fails
    static Scratch beside(Path target, Path asNamed) throws IOException {
        try {
            sweep(target);
            return create(target);
        } catch (ReadOnlyFileSystemException e) {
            throw FileProblem.creating(asNamed, e);
        } catch (IOException e) {
            throw FileProblem.creating(asNamed, e);
        }
    }

    private static Scratch create(Path target) throws IOException {
        String prefix = prefix(target) + ProcessHandle.current().pid() + "-";
        while (true) {
            String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
            Path folder = target.resolveSibling(prefix + random + ".part");
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException _) {
                continue;
            }
            FileChannel lock = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Another program may have swept the folder between its creation and its locking.
            if (isHeld(lock) && Files.exists(folder.resolve(LOCK))) {
                return new Scratch(folder, lock);
            }
            lock.close();
        }
    }

    private static boolean isHeld(FileChannel lock) {
        try {
            return lock.tryLock() != null;
        } catch (IOException _) {
            return true; // a file system without locks: sweepers cannot lock either, and leave the folder alone
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    private static void sweep(Path target) throws IOException {
        String prefix = prefix(target);
        String own = prefix + ProcessHandle.current().pid() + "-";
        DirectoryStream.Filter<Path> abandoned = path -> {
            String name = path.getFileName().toString();
            return name.startsWith(prefix)
                    && name.substring(prefix.length()).matches("[0-9]+-[0-9a-f]+\\.part")
                    && !name.startsWith(own); // locking our own would drop our lock on closing it
        };
        try (DirectoryStream<Path> found = Files.newDirectoryStream(FileProblem.parent(target), abandoned)) {
            for (Path folder : found) {
                sweepOne(folder, target);
            }
        }
    }

    private static void sweepOne(Path folder, Path target) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                Path replaced = folder.resolve(REPLACED);
                if (Files.exists(replaced) && !Files.exists(target)) {
                    Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE); // killed between two renames
                }
                FileTree.delete(folder, folder.resolve(LOCK));
            }
        } catch (IOException _) {
            // Not ours to lock or to delete: leftovers are a nuisance, not a reason to fail.
        }
    }

    /// A path in the folder.
    ///
    /// @param name a file name
    /// @return the path; nothing is created
    Path resolve(String name) {
        return folder.resolve(name);
    }

    /// Moves a finished file or folder out, unless an interruption has already removed the scratch.
    ///
    /// @param made what was made in the folder
    /// @param target where it goes; a file there is replaced
    /// @throws IOException if it cannot be moved
    synchronized void moveOut(Path made, Path target) throws IOException {
        if (closed) {
            throw new IOException("interrupted while finishing " + target);
        }
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Moves something at the target out of the way, into the folder.
    ///
    /// @param old what stands at the target
    /// @throws IOException if it cannot be moved
    synchronized void takeIn(Path old) throws IOException {
        FileTree.delete(folder.resolve(REPLACED));
        Files.move(old, folder.resolve(REPLACED), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        try {
            discard();
        } finally {
            forgetHook();
        }
    }

    private synchronized void discard() throws IOException {
        if (!closed) {
            closed = true;
            try (lock) {
                FileTree.delete(folder, folder.resolve(LOCK));
            }
        }
    }

    private void discardQuietly() {
        try {
            discard();
        } catch (IOException _) {
            // The program is ending; the next one with this target sweeps.
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException _) {
            // Already shutting down: the hook runs, and finds nothing to do.
        }
    }
}
