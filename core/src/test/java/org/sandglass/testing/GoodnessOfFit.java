package org.sandglass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.special.Erf;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// Tests of a sample against an exact mixture: projections by Kolmogorov and Smirnov, second moments and
/// component masses by their errors.
///
/// A p-value is the chance that a right sample looks at least as bad. [#assertDrawnFrom] fails a right sample
/// with the odds it is given, at most: with `m` p-values each is held against `odds/m`.
public final class GoodnessOfFit {
    private static final int DIRECTIONS = 8;

    private GoodnessOfFit() {}

    /// Fails unless the points look drawn from the mixture.
    ///
    /// @param x independent draws, at least some thousand
    /// @param law the mixture; positive definite
    /// @param odds the chance that right draws fail
    /// @param what is tested, for the message
    public static void assertDrawnFrom(Points x, GaussianMixture law, double odds, String what) {
        List<Double> pValues = pValues(x, law);
        double least = pValues.stream().min(Double::compare).orElseThrow();
        assertThat(least * pValues.size())
                .as("%s: %d draws, least of %d p-values %.3g, odds %.1g", what, x.n(), pValues.size(), least, odds)
                .isGreaterThan(odds);
    }

    /// The p-values of all tests.
    ///
    /// @param x independent draws
    /// @param law the mixture
    /// @return projections on axes and random directions, second moments along them, masses of components that
    ///     are neither rare nor nearly all
    public static List<Double> pValues(Points x, GaussianMixture law) {
        assertThat(x.firstNonFiniteRow()).as("first row that is not finite").isEqualTo(-1);
        List<Double> out = new ArrayList<>();
        for (double[] direction : directions(x.d())) {
            double[] y = project(x, direction);
            GaussianMixture projected = law.affine(new double[][] {direction}, new double[1]);
            out.add(kolmogorovSmirnov(y, cdf(projected)));
            double[] squares = Arrays.stream(y)
                    .map(v -> (v - projected.mean()[0]) * (v - projected.mean()[0]))
                    .toArray();
            out.add(meanTest(squares, projected.covariance()[0]));
        }
        out.addAll(massTests(x, law));
        return out;
    }

    /// The mean responsibility of a component is its weight. The normal limit holds where some hundred draws
    /// are expected inside and outside.
    private static List<Double> massTests(Points x, GaussianMixture law) {
        List<Double> out = new ArrayList<>();
        double[] responsibilities = law.responsibilities(x);
        for (int k = 0; k < law.k(); k++) {
            double weight = law.weights()[k];
            if (x.n() * weight * (1 - weight) >= 100) {
                out.add(meanTest(column(responsibilities, k, law.k()), weight));
            }
        }
        return out;
    }

    /// Kolmogorov and Smirnov's test by the limit law with Stephens's correction for finite n.
    ///
    /// @param sample independent draws
    /// @param cdf the exact distribution function
    /// @return the p-value
    public static double kolmogorovSmirnov(double[] sample, DoubleUnaryOperator cdf) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double f = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(f - i / n, (i + 1) / n - f));
        }
        double lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
        double p = 0;
        for (int j = 1; j < 100; j++) {
            p += (j % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * j * j * lambda * lambda);
        }
        return lambda < 0.3 ? 1 : Math.clamp(p, 0, 1);
    }

    /// Pearson's test of counts.
    ///
    /// @param counts how often each cell was hit
    /// @param probabilities of the cells, all positive, summing to 1
    /// @return the p-value
    public static double chiSquared(long[] counts, double[] probabilities) {
        long n = Arrays.stream(counts).sum();
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = n * probabilities[i];
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return 1 - new ChiSquaredDistribution(counts.length - 1).cumulativeProbability(statistic);
    }

    /// The distribution function of a mixture in one dimension.
    ///
    /// @param law with d = 1
    /// @return `Σ wₖ Φ((x − μₖ)/sₖ)`, within 1e-12
    public static DoubleUnaryOperator cdf(GaussianMixture law) {
        double[] weights = law.weights();
        double[] stds = law.covariances().stream()
                .mapToDouble(c -> Math.sqrt(c.matrix()[0]))
                .toArray();
        return x -> {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * NormalCdf.at((x - law.means().get(k, 0)) / stds[k]);
            }
            return sum;
        };
    }

    /// Two-sided test of a mean by the normal limit, the variance taken from the sample; values that are all
    /// the same may be off by roundings.
    private static double meanTest(double[] values, double expected) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        if (Math.abs(mean - expected) <= 1e-13 * Math.abs(expected)) {
            return 1;
        }
        return Erf.erfc(Math.abs(mean - expected) / Math.sqrt(2 * variance / values.length));
    }

    private static List<double[]> directions(int d) {
        List<double[]> out = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < (d == 1 ? 1 : DIRECTIONS); i++) {
            double[] direction = new double[d];
            Arrays.setAll(direction, _ -> random.nextGaussian());
            if (i < Math.min(d, DIRECTIONS / 2)) {
                Arrays.fill(direction, 0);
                direction[i] = 1;
            }
            out.add(direction);
        }
        return out;
    }

    private static double[] project(Points x, double[] direction) {
        double[] out = new double[x.n()];
        for (int i = 0; i < x.n(); i++) {
            for (int j = 0; j < x.d(); j++) {
                out[i] += direction[j] * x.get(i, j);
            }
        }
        return out;
    }

    private static double[] column(double[] values, int k, int width) {
        double[] out = new double[values.length / width];
        Arrays.setAll(out, i -> values[i * width + k]);
        return out;
    }
}
