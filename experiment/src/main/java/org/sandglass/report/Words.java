package org.sandglass.report;

import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Numbers and settings as people read them.
final class Words {
    private Words() {}

    /// Settings in a row: `beta-min 0.1, beta-max 20`.
    static String list(SequencedMap<String, Object> settings) {
        return settings.entrySet().stream().map(Words::entry).collect(Collectors.joining(", "));
    }

    private static String entry(Map.Entry<String, Object> entry) {
        return "`" + entry.getKey() + "` " + (entry.getValue() instanceof Double v ? number(v) : entry.getValue());
    }

    /// A number without a needless fraction.
    static String number(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }

    /// A whole number in groups of three: `10 000`.
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace(',', ' ');
    }

    /// A value to the digits that its error leaves it: `0.0123 ± 0.0004`.
    static String estimate(double value, double error) {
        int digits = digits(value, error);
        return fixed(value, digits) + (Double.isFinite(error) ? " ± " + fixed(error, digits) : "");
    }

    /// So many that the error shows two of them.
    private static int digits(double value, double error) {
        double shown = error > 0 && Double.isFinite(error) ? error : Math.abs(value) / 1000;
        return shown > 0 ? Math.clamp(1 - (long) Math.floor(Math.log10(shown)), 0, 12) : 4;
    }

    private static String fixed(double value, int digits) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−')
                : Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
    }
}
