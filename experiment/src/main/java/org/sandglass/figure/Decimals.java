package org.sandglass.figure;

/// Lengths as the file spells them: hundredths of a pixel, no zeros at the end, never in scientific notation.
///
/// One rule for all numbers makes the bytes of a figure the same wherever it is drawn.
final class Decimals {
    private Decimals() {}

    /// A length of at most 10¹² pixels.
    ///
    /// @param value finite
    /// @return its text
    /// @throws IllegalArgumentException if it is not finite: marks are made from finite numbers alone
    static String text(double value) {
        if (!(Math.abs(value) <= 1e12)) {
            throw new IllegalArgumentException("a length in a figure must be finite, got " + value);
        }
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths % 100);
        String sign = hundredths < 0 ? "-" : "";
        String whole = sign + Math.abs(hundredths / 100);
        if (rest == 0) {
            return whole;
        }
        return whole + "." + (rest % 10 == 0 ? rest / 10 + "" : (rest < 10 ? "0" : "") + rest);
    }
}
