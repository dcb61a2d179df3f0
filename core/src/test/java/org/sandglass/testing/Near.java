package org.sandglass.testing;

import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;

/// Comparison by `|Δ| ≤ tolerance·(1 + |expected|)`, entry by entry; the message names the worst.
public final class Near {
    private Near() {}

    /// Compares arrays to 1e-10.
    ///
    /// @param what what is compared, for the message
    /// @param actual our numbers
    /// @param expected the numbers they should be
    public static void near(String what, double[] actual, double[] expected) {
        near(what, actual, expected, 1e-10);
    }

    /// Compares arrays.
    ///
    /// @param what what is compared, for the message
    /// @param actual our numbers
    /// @param expected the numbers they should be
    /// @param tolerance the factor on `1 + |expected|`
    public static void near(String what, double[] actual, double[] expected, double tolerance) {
        if (actual.length != expected.length) {
            fail(what + ": " + actual.length + " numbers for " + expected.length);
        }
        for (int i = 0; i < actual.length; i++) {
            double bound = tolerance * (1 + Math.abs(expected[i]));
            if (actual[i] != expected[i] && !(Math.abs(actual[i] - expected[i]) <= bound)) {
                fail(what + "[" + i + "] is " + actual[i] + ", expected " + expected[i] + " within " + bound
                        + shorten(actual, expected));
            }
        }
    }

    /// Compares numbers to 1e-10.
    ///
    /// @param what what is compared, for the message
    /// @param actual our number
    /// @param expected the number it should be
    public static void near(String what, double actual, double expected) {
        near(what, new double[] {actual}, new double[] {expected});
    }

    /// Compares arrays by their largest entry, `max|Δ| ≤ tolerance·(floor + max|expected|)`: for vectors and
    /// matrices of one scale.
    ///
    /// @param what what is compared, for the message
    /// @param actual our numbers
    /// @param expected the numbers they should be
    /// @param tolerance the factor
    /// @param floor what the size counts at least
    public static void nearAsWhole(String what, double[] actual, double[] expected, double tolerance, double floor) {
        double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < actual.length; i++) {
            if (actual[i] != expected[i] && !(Math.abs(actual[i] - expected[i]) <= tolerance * (floor + size))) {
                fail(what + "[" + i + "] is " + actual[i] + ", expected " + expected[i] + " within "
                        + tolerance * (floor + size) + shorten(actual, expected));
            }
        }
    }

    private static String shorten(double[] actual, double[] expected) {
        return actual.length == 1 || actual.length > 12
                ? ""
                : "\n  all: " + Arrays.toString(actual) + "\n  for: " + Arrays.toString(expected);
    }
}
