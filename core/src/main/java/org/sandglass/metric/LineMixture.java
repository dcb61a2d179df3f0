package org.sandglass.metric;

import java.util.stream.IntStream;
import org.sandglass.mixture.GaussianMixture;

/// A Gaussian mixture on a line, by its distribution function: a marginal or a projection of a mixture.
///
/// A component of standard deviation 0 is a step, at which the function is already up.
final class LineMixture {
    private final double[] weights;
    private final double[] means;
    private final double[] stds;

    private LineMixture(double[] weights, double[] means, double[] stds) {
        this.weights = weights;
        this.means = means;
        this.stds = stds;
    }

    /// @param mixture of dimension 1
    static LineMixture of(GaussianMixture mixture) {
        double[] all = mixture.weights();
        int[] there = IntStream.range(0, all.length).filter(k -> all[k] > 0).toArray();
        double[] weights = new double[there.length];
        double[] means = new double[there.length];
        double[] stds = new double[there.length];
        for (int i = 0; i < there.length; i++) {
            weights[i] = all[there[i]];
            means[i] = mixture.means().get(there[i], 0);
            stds[i] = Math.sqrt(mixture.covariance(there[i]).trace());
        }
        return new LineMixture(weights, means, stds);
    }

    /// The law of `⟨θ, x⟩`.
    static LineMixture projected(GaussianMixture mixture, double[] direction) {
        return of(mixture.affine(new double[][] {direction}, new double[1]));
    }

    /// The law of one coordinate.
    static LineMixture marginal(GaussianMixture mixture, int coordinate) {
        return of(mixture.marginal(coordinate));
    }

    /// `F(x)`, to about 1e-15 of its value also where it is small.
    double lower(double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * NormalTail.lower(standard(x, k));
        }
        return sum;
    }

    /// `1 − F(x)`, to about 1e-15 of its value also where it is small.
    double upper(double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * NormalTail.upper(standard(x, k));
        }
        return sum;
    }

    /// `ln wₖ + ln P(a < x ≤ b)` for each component.
    void logMasses(double a, double b, double[] out) {
        for (int k = 0; k < weights.length; k++) {
            out[k] = Math.log(weights[k]) + NormalTail.logBetween(standard(a, k), standard(b, k));
        }
    }

    /// `minₖ (μₖ − r sₖ)` for `r > 0`, the least end of the components' middles.
    double least(double r) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < means.length; k++) {
            least = Math.min(least, means[k] - r * stds[k]);
        }
        return least;
    }

    /// `maxₖ (μₖ + r sₖ)`.
    double greatest(double r) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < means.length; k++) {
            greatest = Math.max(greatest, means[k] + r * stds[k]);
        }
        return greatest;
    }

    /// How many components there are, without those of weight 0.
    int k() {
        return weights.length;
    }

    double weight(int k) {
        return weights[k];
    }

    private double standard(double x, int k) {
        double gap = x - means[k];
        return gap == 0 && stds[k] == 0 ? Double.POSITIVE_INFINITY : gap / stds[k];
    }
}
