package org.sandglass.metric;

import java.util.function.DoubleUnaryOperator;

/// Where a rising function reaches a value.
final class Quantiles {
    /// How near the value counts as reached, as a part of it: the function is known no better.
    private static final double NEAR = 0x1p-50;

    private Quantiles() {}

    /// The `x` with `F(x) = p`, by Newton's steps for `ln F`, which a tail bends little, kept between bounds that
    /// close in; a step that leaves them, or that does not halve the last, becomes a bisection.
    ///
    /// @param low where `F ≤ p`
    /// @param high where `F ≥ p`
    static double solve(DoubleUnaryOperator cdf, DoubleUnaryOperator density, double p, double low, double high) {
        return solve(cdf, density, p, low, high, low + (high - low) / 2);
    }

    /// The same from a first guess.
    static double solve(
            DoubleUnaryOperator cdf, DoubleUnaryOperator density, double p, double low, double high, double guess) {
        double bottom = low;
        double top = high;
        double x = guess;
        double last = top - bottom;
        while (true) {
            double value = cdf.applyAsDouble(x);
            double excess = (value - p) / p;
            if (Math.abs(excess) <= NEAR) {
                return x;
            }
            bottom = excess < 0 ? x : bottom;
            top = excess < 0 ? top : x;
            double step = value > 0 ? -Math.log1p(excess) * value / density.applyAsDouble(x) : Double.NaN;
            double next = x + step;
            boolean good = next > bottom && next < top && Math.abs(step) < last / 2;
            last = good ? Math.abs(step) : last / 2;
            double middle = bottom + (top - bottom) / 2;
            if (!good && (middle <= bottom || middle >= top)) {
                return top;
            }
            x = good ? next : middle;
        }
    }
}
