package org.sandglass.format;

import java.util.HexFormat;

/// Strings and numbers as strict JSON.
final class JsonText {
    private JsonText() {}

    /// A number in the shortest digits that read back the same; one that is not finite as a string.
    ///
    /// @param value any double
    /// @return as `0.1`, `1.0E-5`, `"NaN"`, `"-Infinity"`
    static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : '"' + Double.toString(value) + '"';
    }

    /// A quoted string.
    ///
    /// @param text any text
    /// @return the text with quotes, and escapes where JSON needs them
    static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\u" + HexFormat.of().toHexDigits(c) : String.valueOf(c);
        };
    }
}
