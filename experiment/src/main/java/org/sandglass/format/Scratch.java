package org.sandglass.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/// A hidden folder beside a target, `.<name>.<pid>-<random>.part`, in which the target is made before it is
/// moved out.
///
/// It is deleted on [#close()] and when the program is interrupted. A program that was killed leaves it behind,
/// and the next one with the same target removes it, see [Leftovers]. Safe for several threads.
final class Scratch implements Closeable {
    /// The file that the owner keeps locked.
    static final String LOCK = ".lock";

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
            Leftovers.sweep(target);
            return create(target);
        } catch (ReadOnlyFileSystemException e) {
            throw FileProblem.creating(asNamed, e);
        } catch (IOException e) {
            throw FileProblem.creating(asNamed, e);
        }
    }

    /// How the names of all such folders for a target begin.
    ///
    /// @param target the path that will be made
    /// @return its hidden name
    static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    /// How the names of those of this program begin.
    ///
    /// @param target the path that will be made
    /// @return its hidden name with the number of this process
    static String ownPrefix(Path target) {
        return prefix(target) + ProcessHandle.current().pid() + "-";
    }

    private static Scratch create(Path target) throws IOException {
        String prefix = ownPrefix(target);
        while (true) {
            String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
            Path folder = target.resolveSibling(prefix + random + ".part");
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException _) {
                continue;
            }
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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

    /// Moves a finished folder out, and what stands at the target into the scratch. An interruption sees both
    /// moves or none.
    ///
    /// @param made what was made in the folder
    /// @param target where it goes
    /// @throws IOException if it cannot be moved; then the target is as before
    synchronized void exchange(Path made, Path target) throws IOException {
        boolean replaces = Files.exists(target) && !closed;
        if (replaces) {
            FileTree.delete(folder.resolve(REPLACED));
            Files.move(target, folder.resolve(REPLACED), StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            moveOut(made, target);
        } catch (IOException e) {
            if (replaces && !Files.exists(target)) {
                Files.move(folder.resolve(REPLACED), target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
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
