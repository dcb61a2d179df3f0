package org.sandglass.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.sandglass.metric.Estimate;

/// Numbers and settings as people read them.
final class Words {
    private static final String TYPE = "type";

    private static final int MOST_PLACES = 9;

    private Words() {}

    /// Settings in a row: `beta-min 0.1, beta-max 20`.
    static String list(SequencedMap<String, Object> settings) {
        return settings.entrySet().stream().map(Words::entry).collect(Collectors.joining(", "));
    }

    private static String entry(Map.Entry<?, ?> entry) {
        return "`" + entry.getKey() + "` " + value(entry.getValue());
    }

    /// A setting; what holds settings of its own in brackets, after its type.
    static String value(Object value) {
        return switch (value) {
            case Double v -> v == Double.POSITIVE_INFINITY ? "∞" : number(v);
            case Map<?, ?> inner -> nested(inner);
            default -> value.toString();
        };
    }

    private static String nested(Map<?, ?> inner) {
        String settings = inner.entrySet().stream()
                .filter(entry -> !TYPE.equals(entry.getKey()))
                .map(Words::entry)
                .collect(Collectors.joining(", "));
        String type = inner.get(TYPE) instanceof String word ? word : "";
        return type + (settings.isEmpty() ? "" : type.isEmpty() ? "(" + settings + ")" : " (" + settings + ")");
    }

    /// A number without a needless fraction, as one would type it: `20`, `0.1`, `1e-5`.
    static String number(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15
                ? Long.toString((long) v)
                : Double.toString(v).replace(".0E", "e").replace('E', 'e');
    }

    /// A whole number, in groups of three if it has five digits or more: `10 000`.
    static String count(long n) {
        return Math.abs(n) < 10_000
                ? Long.toString(n)
                : String.format(Locale.ROOT, "%,d", n).replace(',', ' ');
    }

    /// Whole numbers in a row: `5, 10 and 20`.
    static String listed(List<Integer> numbers) {
        int last = numbers.size() - 1;
        String first = numbers.stream().limit(last).map(Words::count).collect(Collectors.joining(", "));
        return (first.isEmpty() ? "" : first + " and ") + count(numbers.get(last));
    }

    static String estimate(Estimate estimate) {
        return estimate(estimate.value(), estimate.standardError());
    }

    /// A value to the digits that its error leaves it: `0.0123 ± 0.0004`; to four where these are very many.
    static String estimate(double value, double error) {
        int digits = places(value, error);
        if (digits > MOST_PLACES) {
            return digits(value) + (Double.isFinite(error) ? " ± " + digits(error) : "");
        }
        return fixed(value, digits) + (Double.isFinite(error) ? " ± " + fixed(error, digits) : "");
    }

    /// A number to four digits.
    static String digits(double v) {
        return Double.isFinite(v)
                ? new BigDecimal(v)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toString()
                        .replace('E', 'e')
                        .replace('-', '−')
                : fixed(v, 0);
    }

    /// The first coordinates of a point, to four digits.
    static String point(double... x) {
        String first = Arrays.stream(x).limit(4).mapToObj(Words::digits).collect(Collectors.joining(", "));
        return "(" + first + (x.length > 4 ? ", …)" : ")");
    }

    /// So many that the error shows two of them.
    private static int places(double value, double error) {
        double shown = error > 0 && Double.isFinite(error) ? error : Math.abs(value) / 1000;
        return shown > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(shown))) : 4;
    }

    private static String fixed(double value, int digits) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−')
                : Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
    }
}
