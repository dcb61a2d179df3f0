package org.sandglass.format;

import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers as tables spell them.
final class NumberText {
    private NumberText() {}

    /// Reads a number: decimal, or `nan`, `inf`, `infinity` in any case and with a sign.
    ///
    /// @param text without spaces around it
    /// @return the nearest double, or empty if the text is no number
    static OptionalDouble parse(String text) {
        if (isDecimal(text)) {
            try {
                return OptionalDouble.of(Double.parseDouble(text));
            } catch (NumberFormatException _) {
                return OptionalDouble.empty();
            }
        }
        return nonFinite(text);
    }

    /// Reads a number that is not finite.
    ///
    /// @param text `nan`, `inf`, `infinity` in any case, with a sign, or as YAML spells them
    /// @return the double, or empty for any other text
    static OptionalDouble nonFinite(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan", ".nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity", ".inf", "+.inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity", "-.inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }

    /// Whether only characters of decimal numbers occur: Java alone would also read `1f` and `0x1p3`.
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Writes a number so that it reads back the same: the shortest such digits, or `nan`, `inf`, `-inf`.
    ///
    /// @param value any double
    /// @return its text
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Double.toString(value);
    }
}
