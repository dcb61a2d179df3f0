package org.sandglass.specification;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sandglass.format.InputException;

/// The text of a document, the name that messages call it by, and the folder its relative paths start from.
///
/// @param name the file as the caller typed it, or the option that carried the text
/// @param folder where relative paths in the text start
/// @param text YAML 1.2 or JSON
public record Source(String name, Path folder, String text) {
    /// The text of a file.
    ///
    /// @param file an existing UTF-8 file; its path is its name in messages
    /// @return the text with its name and folder
    /// @throws InputException if the file cannot be read as text
    public static Source file(Path file) {
        if (!Files.exists(file)) {
            throw InputException.in(file, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw InputException.in(file, "is a folder, not a file");
        }
        try {
            return new Source(file.toString(), folderOf(file), Files.readString(file));
        } catch (MalformedInputException _) {
            throw InputException.in(file, "is not UTF-8 text");
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read (" + e.getMessage() + ")");
        }
    }

    /// Text typed on the command line.
    ///
    /// @param option the option that carried it, such as `--mixture`
    /// @param text YAML in braces
    /// @return the text; relative paths in it start at the working directory
    public static Source inline(String option, String text) {
        return new Source(option, Path.of(""), text);
    }

    /// What a command line argument means: text when it opens with a brace, otherwise a file.
    ///
    /// @param option the option that carried it
    /// @param argument what was typed
    /// @return the text
    /// @throws InputException if it names a file that cannot be read
    public static Source argument(String option, String argument) {
        return isInline(argument) ? inline(option, argument) : file(pathOf(option, argument));
    }

    static boolean isInline(String argument) {
        return argument.stripLeading().startsWith("{");
    }

    /// Whether a word can only be meant as a file: it has a folder, or a suffix of a document, or exists.
    static boolean looksLikeFile(String argument) {
        return argument.indexOf('/') >= 0
                || argument.indexOf('\\') >= 0
                || argument.matches("(?i).*\\.(ya?ml|json|txt)")
                || Files.isRegularFile(Path.of(argument));
    }

    /// A path that is relative to the document.
    Path resolve(String path) {
        return folder.resolve(path);
    }

    private static Path pathOf(String option, String argument) {
        if (argument.indexOf('\0') >= 0) {
            throw new InputException(option + ": is not a path");
        }
        return Path.of(argument);
    }

    private static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        return absolute.getParent() == null ? absolute : folder;
    }
}
