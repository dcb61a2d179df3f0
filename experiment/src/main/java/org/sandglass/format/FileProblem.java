package org.sandglass.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;

/// Tells the caller's mistakes with files from the machine's failures.
final class FileProblem {
    /// Reasons of the operating system that no other path would cure.
    private static final List<String> MACHINE =
            List.of("No space left", "Disk quota", "Input/output error", "Too many open files", "Stale file");

    private FileProblem() {}

    /// Refuses a file that cannot be read because of how it was named: absent, a folder, not readable.
    ///
    /// @param file the file as the caller named it
    static void requireReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw InputException.in(file, "is a folder, a file was needed");
        }
        if (!Files.exists(file)) {
            throw InputException.in(file, "no such file");
        }
        if (!Files.isReadable(file)) {
            throw InputException.in(file, "cannot be read: permission denied");
        }
    }

    /// Turns a failure to create an output into the caller's mistake, or gives the machine's failure back.
    ///
    /// @param target the output as the caller named it
    /// @param failure what the file system said
    /// @return the exception to throw for a mistake of the caller
    /// @throws IOException the failure itself, if it is the machine's
    static InputException creating(Path target, IOException failure) throws IOException {
        Path folder = parent(target);
        return switch (failure) {
            case NoSuchFileException _ -> cannotCreate(target, "the folder " + folder + " does not exist");
            case AccessDeniedException _ -> cannotCreate(target, "permission denied in the folder " + folder);
            case NotDirectoryException _ -> cannotCreate(target, folder + " is not a folder");
            case FileAlreadyExistsException e -> cannotCreate(target, e.getFile() + " is in the way");
            case FileSystemException e when isCallers(e) -> cannotCreate(target, reason(e));
            default -> throw failure;
        };
    }

    /// As [#creating(Path, IOException)], for a file system that refuses all writing.
    ///
    /// @param target the output as the caller named it
    /// @param failure the refusal
    /// @return the exception to throw
    static InputException creating(Path target, ReadOnlyFileSystemException failure) {
        return cannotCreate(target, "read-only file system");
    }

    /// The folder that holds a path, also for a bare name.
    ///
    /// @param path any path
    /// @return its parent, `.` for a bare name
    static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path.resolveSibling(".") : parent;
    }

    private static InputException cannotCreate(Path target, String why) {
        return InputException.in(target, "cannot be created: " + why);
    }

    private static boolean isCallers(FileSystemException failure) {
        return MACHINE.stream().noneMatch(reason(failure)::contains);
    }

    private static String reason(FileSystemException failure) {
        String reason = failure.getReason();
        return reason == null ? "refused by the file system" : reason;
    }
}
