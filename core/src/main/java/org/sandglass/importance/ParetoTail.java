package org.sandglass.importance;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The shape `k̂` of the upper tail of importance weights: the diagnostic of Vehtari, Simpson, Gelman,
/// Yao and Gabry, *Pareto smoothed importance sampling* (JMLR 25, 2024).
///
/// The `M = ⌈min(n/5, 3√n)⌉` largest weights, less the next smaller one, are fitted by a generalised
/// Pareto law with the estimator of Zhang and Stephens (2009); a weak prior of ten observations at 0.5 is
/// mixed in, as in ArviZ and in the R package loo. Moments of order `1/k̂` and above do not exist: below
/// [#limit] the estimates and their standard errors can be trusted, above 0.7 they can not, whatever `n`.
/// Weights equal to the threshold are not in the tail, so tied weights have none. Costs `O(n ln n)`.
public final class ParetoTail {
    private static final int FEWEST = 5;
    private static final double PRIOR_SCALE = 3;
    private static final double PRIOR_COUNT = 10;
    private static final double PRIOR_SHAPE = 0.5;

    private ParetoTail() {}

    /// The shape of the tail of `e^{lᵢ}`.
    ///
    /// @param logs log weights up to a constant, not NaN
    /// @return `k̂`, or nothing if fewer than five weights lie above the threshold or one is infinite
    /// @throws IllegalArgumentException naming the first NaN
    public static OptionalDouble shape(double... logs) {
        Checks.noNaN(logs, "log weight");
        double[] sorted = logs.clone();
        Arrays.sort(sorted);
        double[] tail = tail(sorted);
        return tail.length < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(fit(tail));
    }

    /// Below which shape estimates of `n` draws can be trusted: `min(1 − 1/log₁₀ n, 0.7)`.
    ///
    /// @param n how many draws, `> 1`
    /// @return the limit
    public static double limit(int n) {
        return Math.min(1 - 1 / Math.log10(n), 0.7);
    }

    /// What the largest weights have above the threshold, rising, in units of the largest weight.
    private static double[] tail(double[] sorted) {
        int n = sorted.length;
        int many = (int) Math.ceil(Math.min(n / 5.0, 3 * Math.sqrt(n)));
        double largest = sorted[n - 1];
        if (many < FEWEST || Double.isInfinite(largest)) {
            return new double[0];
        }
        double threshold = Math.exp(sorted[n - 1 - many] - largest);
        return Arrays.stream(sorted, n - many, n)
                .map(l -> Math.exp(l - largest) - threshold)
                .filter(excess -> excess > 0)
                .toArray();
    }

    /// The posterior mean of Zhang and Stephens over a grid of `b = −k/σ`.
    private static double fit(double[] x) {
        int n = x.length;
        int grid = 30 + (int) Math.sqrt(n);
        double quartile = x[(int) (n / 4.0 + 0.5) - 1];
        double[] b = new double[grid];
        double[] logLikelihood = new double[grid];
        for (int j = 0; j < grid; j++) {
            b[j] = (1 - Math.sqrt(grid / (j + 0.5))) / (PRIOR_SCALE * quartile) + 1 / x[n - 1];
            double k = shapeAt(b[j], x);
            logLikelihood[j] = n * (Math.log(-b[j] / k) - k - 1);
        }
        double shape = shapeAt(posteriorMean(b, logLikelihood), x);
        return (n * shape + PRIOR_COUNT * PRIOR_SHAPE) / (n + PRIOR_COUNT);
    }

    private static double shapeAt(double b, double[] x) {
        double sum = 0;
        for (double excess : x) {
            sum += Math.log1p(-b * excess);
        }
        return sum / x.length;
    }

    private static double posteriorMean(double[] b, double[] logLikelihood) {
        double largest = Arrays.stream(logLikelihood).max().orElseThrow();
        double sum = 0;
        double weighted = 0;
        for (int j = 0; j < b.length; j++) {
            double weight = Math.exp(logLikelihood[j] - largest);
            sum += weight;
            weighted += weight * b[j];
        }
        return weighted / sum;
    }
}
