package org.sandglass.compare;

import java.util.Locale;

/// Numbers as people read them in tables.
final class Shown {
    private Shown() {}

    /// Three digits: `0.0612`, `12.3`, `1.23e-07`.
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (!(size >= 1e-4 && size < 1e5)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int before = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, 3 - before) + "f", value);
    }

    /// The name of an error.
    static String error(String name) {
        return name.equals(DrawingJudge.TO_FLOW) ? "distance to the exact flow (" + name + ")" : name;
    }

    /// A count, or the mean of counts.
    static String count(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    static String seconds(double seconds) {
        return seconds < 0.0995 ? String.format(Locale.ROOT, "%.4f", seconds) : number(seconds);
    }

    static String order(MeasuredOrder order) {
        return switch (order) {
            case MeasuredOrder.Slope slope ->
                String.format(Locale.ROOT, "%.2f ± %.2f (%d)", slope.order(), slope.uncertainty(), slope.points());
            case MeasuredOrder.AtFloor _ -> "at the floor";
            case MeasuredOrder.Unknown _ -> "-";
        };
    }
}
