package org.sandglass.figure;

import java.util.function.DoublePredicate;

/// The range of the numbers that an axis has to show. What is not finite, or beyond 10³⁰⁰, leaves no trace;
/// on logarithmic axes, what is beyond 10^±200.
final class Extent {
    private static final double LIMIT = 1e300;

    /// Leaves room for the room around a logarithmic scale.
    static final double LOG_LIMIT = 1e200;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Extent add(double value) {
        return addIf(v -> true, value);
    }

    /// Takes the number if it has a logarithm.
    Extent addPositive(double value) {
        return addIf(v -> v >= 1 / LOG_LIMIT && v <= LOG_LIMIT, value);
    }

    Extent addAll(double... values) {
        for (double value : values) {
            add(value);
        }
        return this;
    }

    private Extent addIf(DoublePredicate wanted, double value) {
        if (Math.abs(value) <= LIMIT && wanted.test(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return this;
    }

    boolean isEmpty() {
        return !(low <= high);
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /// A linear scale with some room at both ends: 0 to 1 without numbers, around the number if there is one.
    ///
    /// @param room the room at either end, as a share of the range
    Scale linear(double room) {
        if (isEmpty()) {
            return new Scale.Linear(0, 1);
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= 1e-9 * size) {
            double half = size == 0 ? 1 : size / 2;
            return new Scale.Linear(low - half, high + half);
        }
        return new Scale.Linear(low - room * (high - low), high + room * (high - low));
    }

    /// A linear scale from 0.
    Scale fromZero(double room) {
        return new Scale.Linear(0, isEmpty() || high <= 0 ? 1 : high * (1 + room));
    }

    /// A logarithmic scale over at least a factor of four: 0.1 to 10 without numbers.
    ///
    /// @param room the room at either end, as a share of the logarithmic range
    Scale log(double room) {
        if (isEmpty()) {
            return new Scale.Log(0.1, 10);
        }
        double middle = Math.sqrt(low) * Math.sqrt(high);
        double first = Math.min(low, middle / 2);
        double last = Math.max(high, middle * 2);
        double factor = Math.exp(room * (Math.log(last) - Math.log(first)));
        return new Scale.Log(first / factor, last * factor);
    }
}
