package org.sandglass.importance;

/// Refusals at the border of the package.
final class Checks {
    private Checks() {}

    /// @param values at least one
    /// @param what what one of them is, for the message
    static void noNaN(double[] values, String what) {
        if (values.length == 0) {
            throw new IllegalArgumentException("needs at least one " + what + ", got none");
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                throw new IllegalArgumentException(what + " " + i + " is NaN");
            }
        }
    }

    static void finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite, got " + value);
        }
    }
}
