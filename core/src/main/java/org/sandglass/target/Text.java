package org.sandglass.target;

/// Numbers in titles.
final class Text {
    private Text() {}

    /// `40 modes scattered over [-40, 40]^2`.
    static String scattered(int components, double from, double to, int dimension) {
        return components + " modes scattered over [" + of(from) + ", " + of(to) + "]^" + dimension;
    }

    /// As a person writes it: `40`, not `40.0`.
    static String of(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
