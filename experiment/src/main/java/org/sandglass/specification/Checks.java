package org.sandglass.specification;

import org.sandglass.format.InputException;

/// Rules that all numbers of an array must meet, told with the place of the first that does not.
final class Checks {
    private Checks() {}

    static void finite(Numbers numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (!Double.isFinite(numbers.get(i))) {
                throw wanted(numbers, i, "be finite");
            }
        }
    }

    /// Standard deviations: finite and > 0.
    static void positive(Numbers numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (!(numbers.get(i) > 0)) {
                throw wanted(numbers, i, "be > 0");
            }
        }
        finite(numbers);
    }

    static InputException wanted(Numbers numbers, int i, String needed) {
        return new InputException(numbers.where(i) + " must " + needed + ", got " + text(numbers.get(i)));
    }

    /// An array whose shape is none of those it may have.
    static InputException shape(Numbers numbers, String needed) {
        return new InputException(numbers.where() + " must be " + needed + ", got " + numbers.shapeText());
    }

    /// A number as a person writes it: `-1`, not `-1.0`.
    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
