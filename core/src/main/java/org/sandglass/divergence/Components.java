package org.sandglass.divergence;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sandglass.linalg.Loop;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;

/// The components of a mixture that have weight, side by side.
///
/// @param weights normalised
/// @param logWeights their logarithms
/// @param means a row each
/// @param covariances one each
@SuppressWarnings("ArrayRecordComponent") // never compared but by isSameAs
record Components(double[] weights, double[] logWeights, double[][] means, Covariance[] covariances) {
    /// A number for two Gaussians.
    interface PairFunction {
        double of(double[] m, Covariance sigma, double[] n, Covariance lambda);
    }

    static Components of(GaussianMixture mixture) {
        double[] logs = mixture.logWeights();
        double[] all = mixture.weights();
        int[] present = IntStream.range(0, logs.length).filter(k -> all[k] > 0).toArray();
        return new Components(
                IntStream.of(present).mapToDouble(k -> all[k]).toArray(),
                IntStream.of(present).mapToDouble(k -> logs[k]).toArray(),
                IntStream.of(present).mapToObj(mixture.means()::row).toArray(double[][]::new),
                IntStream.of(present).mapToObj(mixture::covariance).toArray(Covariance[]::new));
    }

    /// Refuses mixtures that cannot be compared by density.
    static void requireDensities(GaussianMixture p, GaussianMixture q) {
        requireDimension(p, q);
        for (GaussianMixture mixture : new GaussianMixture[] {p, q}) {
            for (Covariance covariance : mixture.covariances()) {
                if (!covariance.positiveDefinite()) {
                    throw new IllegalArgumentException(
                            "a mixture of exact points has no density; add noise, or ask for Wasserstein distances");
                }
            }
        }
    }

    static void requireDimension(GaussianMixture p, GaussianMixture q) {
        if (p.d() != q.d()) {
            throw new IllegalArgumentException(
                    "two mixtures that are compared need one dimension, got " + p.d() + " and " + q.d());
        }
    }

    int k() {
        return weights.length;
    }

    /// Whether the two are the same numbers in the same order.
    boolean isSameAs(Components other) {
        return Arrays.equals(logWeights, other.logWeights)
                && Arrays.deepEquals(means, other.means)
                && Arrays.equals(covariances, other.covariances);
    }

    /// `f(pₐ, q_b)` for all pairs: a row per component of these.
    double[][] table(Components q, PairFunction f, Loop loop) {
        double[][] rows = new double[k()][q.k()];
        loop.forEach(k(), a -> {
            for (int b = 0; b < q.k(); b++) {
                rows[a][b] = f.of(means[a], covariances[a], q.means[b], q.covariances[b]);
            }
        });
        return rows;
    }

    /// `−Σₐ wₐ ln Σ_b v_b e^{−Dₐ_b}`, with the weights `v` of others.
    double mixed(double[][] distances, Components others) {
        double sum = 0;
        for (int a = 0; a < k(); a++) {
            double[] row = distances[a];
            double[] logs = new double[row.length];
            Arrays.setAll(logs, b -> others.logWeights[b] - row[b]);
            sum -= weights[a] * Logs.sumExp(logs);
        }
        return sum;
    }

    /// `h(pₐ) = ½ (d ln 2πe + ln det Σₐ)`.
    double entropy(int a) {
        return (means[a].length * (1 + Math.log(2 * Math.PI)) + covariances[a].logDeterminant()) / 2;
    }

    /// `Σₐ wₐ h(pₐ)`, the entropy given the component.
    double conditionalEntropy() {
        double sum = 0;
        for (int a = 0; a < k(); a++) {
            sum += weights[a] * entropy(a);
        }
        return sum;
    }
}
