package org.sandglass.bench;

/// What is measured must be right.
final class Check {
    private Check() {}

    /// @throws IllegalStateException unless `|answer − expected| ≤ tolerance·(1 + |expected|)`
    static void near(String what, double answer, double expected, double tolerance) {
        if (!(Math.abs(answer - expected) <= tolerance * (1 + Math.abs(expected)))) {
            throw new IllegalStateException(what + " must be " + expected + ", got " + answer);
        }
    }
}
