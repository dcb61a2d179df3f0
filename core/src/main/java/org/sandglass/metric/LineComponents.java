package org.sandglass.metric;

import java.util.stream.IntStream;
import org.sandglass.mixture.GaussianMixture;

/// The components of one coordinate of a mixture, in its order and without those of weight 0: what each
/// of them puts into an interval. ([LineLaw] is their sum.)
final class LineComponents {
    private final double[] logWeights;
    private final double[] means;
    private final double[] stds;

    private LineComponents(double[] logWeights, double[] means, double[] stds) {
        this.logWeights = logWeights;
        this.means = means;
        this.stds = stds;
    }

    /// @param mixture of dimension 1
    static LineComponents of(GaussianMixture mixture) {
        double[] all = mixture.weights();
        int[] there = IntStream.range(0, all.length).filter(k -> all[k] > 0).toArray();
        double[] logWeights = new double[there.length];
        double[] means = new double[there.length];
        double[] stds = new double[there.length];
        for (int i = 0; i < there.length; i++) {
            logWeights[i] = Math.log(all[there[i]]);
            means[i] = mixture.means().get(there[i], 0);
            stds[i] = Math.sqrt(mixture.covariance(there[i]).trace());
        }
        return new LineComponents(logWeights, means, stds);
    }

    /// Those of one coordinate.
    static LineComponents marginal(GaussianMixture mixture, int coordinate) {
        return of(mixture.marginal(coordinate));
    }

    /// `ln wₖ + ln P(a < x ≤ b)` for each component.
    void logMasses(double a, double b, double[] out) {
        for (int k = 0; k < means.length; k++) {
            out[k] = logWeights[k] + NormalTail.logBetween(standard(a, k), standard(b, k));
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
        return means.length;
    }

    /// `ln wₖ`.
    double logWeight(int k) {
        return logWeights[k];
    }

    private double standard(double x, int k) {
        double gap = x - means[k];
        return gap == 0 && stds[k] == 0 ? Double.POSITIVE_INFINITY : gap / stds[k];
    }
}
