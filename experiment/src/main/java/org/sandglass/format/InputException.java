package org.sandglass.format;

import java.nio.file.Path;
import java.util.Optional;

/// The caller's mistake: a file, key or value that is not what it must be (exit code 2).
///
/// The message is complete and one line: it names the file, the key and the value, and says what was needed, as
/// in `mixture.yaml: stds[1][0] must be > 0, got -0.5`. A failure of the machine, such as a full disk, is an
/// [java.io.IOException] instead.
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// One more line that says what to do, or empty.
    private final String hint;

    /// A mistake told in one line.
    ///
    /// @param message the whole line, without the program's name; line breaks in it become spaces
    public InputException(String message) {
        this(message, "");
    }

    /// A mistake told in one line, and a hint in a second.
    ///
    /// @param message the whole line, without the program's name; line breaks in it become spaces
    /// @param hint what to do about it, one line, or empty for none
    public InputException(String message, String hint) {
        super(oneLine(message));
        this.hint = oneLine(hint);
    }

    /// A mistake in a file: `file: what`.
    ///
    /// @param file the file as the caller named it
    /// @param what what is wrong in it, with key and value
    /// @return the exception to throw
    public static InputException in(Path file, String what) {
        return new InputException(file + ": " + what);
    }

    /// What the caller can do about it.
    ///
    /// @return one line, if there is something to say
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
