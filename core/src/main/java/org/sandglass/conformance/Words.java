package org.sandglass.conformance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers and lists for people.
final class Words {
    private Words() {}

    /// Steps, counted from 1 for people.
    static String steps(List<Integer> steps, int total) {
        if (steps.size() == total) {
            return "every step";
        }
        if (steps.size() == 1) {
            return "step " + (steps.getFirst() + 1);
        }
        boolean run = steps.getLast() - steps.getFirst() == steps.size() - 1;
        return run
                ? "steps " + (steps.getFirst() + 1) + " to " + (steps.getLast() + 1)
                : "steps " + steps.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "));
    }

    /// A number in at most four digits.
    static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.4g", value);
        int exponent = digits.indexOf('e');
        String mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        String power = exponent < 0 ? "" : digits.substring(exponent);
        boolean fraction = mantissa.indexOf('.') >= 0;
        return (fraction ? mantissa.replaceFirst("\\.?0+$", "") : mantissa) + power;
    }

    /// As in `2, 5 and 8`.
    static String list(List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        int comma = all.lastIndexOf(", ");
        return comma < 0 ? all : all.substring(0, comma) + " and " + all.substring(comma + 2);
    }
}
