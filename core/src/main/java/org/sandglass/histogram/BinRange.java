package org.sandglass.histogram;

import java.util.Arrays;

/// Where bins begin and end, given the numbers to be counted.
///
/// All sets that are compared must share their bins: the range is the smallest that holds those of all
/// sets. (boltzkit gives each set its own and compares bins by their index, which means nothing.)
/// Infinite numbers take no part.
public sealed interface BinRange {
    /// boltzkit's default for energies: 1 % and 99 % quantiles, widened by half of their distance on both
    /// sides.
    ///
    /// @return that range
    static BinRange usual() {
        return new Quantiles(0.01, 0.5);
    }

    /// Given in advance.
    ///
    /// @param low the left end
    /// @param high the right end
    record Explicit(double low, double high) implements BinRange {}

    /// From the smallest number to the largest.
    record Extremes() implements BinRange {}

    /// From quantile `q` to quantile `1 − q` (linear between order statistics, as numpy does by default),
    /// widened on both sides by a part of their distance.
    ///
    /// @param q in `[0, 0.5)`
    /// @param margin the part, `≥ 0`
    record Quantiles(double q, double margin) implements BinRange {
        /// Checks the ranges.
        public Quantiles {
            if (!(q >= 0 && q < 0.5 && margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "quantiles need 0 <= q < 0.5 and a finite margin >= 0, got q=" + q + ", margin=" + margin);
            }
        }
    }

    /// The bins that all sets share.
    ///
    /// Sets whose range is a single number `c` get `[c − ½, c + ½]`, as in numpy.
    ///
    /// @param count how many bins, `≥ 1`
    /// @param sets at least one; each holds a finite number unless the range is explicit
    /// @return the bins
    /// @throws IllegalArgumentException naming what is NaN, or if a range is needed of no finite number
    default Bins bins(int count, double[]... sets) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < sets.length; s++) {
            double[] range = range(s, sets[s]);
            low = Math.min(low, range[0]);
            high = Math.max(high, range[1]);
        }
        return low == high ? new Bins(low - 0.5, high + 0.5, count) : new Bins(low, high, count);
    }

    private double[] range(int set, double[] numbers) {
        if (this instanceof Explicit(double low, double high)) {
            return new double[] {low, high};
        }
        double[] sorted = Arrays.stream(numbers)
                .filter(x -> !Double.isInfinite(x))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("set " + set + " holds no finite number to find a range from");
        }
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("set " + set + " holds NaN");
        }
        return switch (this) {
            case Explicit(double low, double high) -> new double[] {low, high};
            case Extremes() -> new double[] {sorted[0], sorted[sorted.length - 1]};
            case Quantiles(double q, double margin) -> widened(quantile(sorted, q), quantile(sorted, 1 - q), margin);
        };
    }

    private static double[] widened(double low, double high, double margin) {
        double more = margin * (high - low);
        return new double[] {low - more, high + more};
    }

    /// Linear between the order statistics at `q (n − 1)`.
    private static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int i = (int) place;
        double part = place - i;
        if (part == 0) {
            return sorted[i];
        }
        double step = sorted[i + 1] - sorted[i];
        return part < 0.5 ? sorted[i] + part * step : sorted[i + 1] - (1 - part) * step;
    }
}
