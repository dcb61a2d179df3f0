package org.sandglass.metric;

import java.util.stream.IntStream;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// To which mode each point belongs, among the components of positive weight, and how many points each
/// has.
///
/// Ties go to the first. Costs as one evaluation of all components, by rows, so that many components
/// take no memory.
final class Assignment {
    private static final int WORK = 1 << 18;

    /// Which component a point belongs to.
    enum Rule {
        /// That with the largest density `N(x; μₖ, Σₖ)`, whatever its weight.
        DENSITY,
        /// That with the nearest mean, `‖x − μₖ‖`.
        NEAREST
    }

    private final int[] of;
    private final int[] counts;

    private Assignment(int[] of, int modes) {
        this.of = of;
        this.counts = new int[modes];
        for (int k : of) {
            counts[k]++;
        }
    }

    static Assignment of(Points x, GaussianMixture mixture, Rule rule, Loop loop) {
        GaussianMixture modes = present(mixture);
        int[] of = new int[x.n()];
        int rows = Math.max(1, WORK / modes.k());
        loop.forEach((x.n() + rows - 1) / rows, chunk -> {
            int from = chunk * rows;
            int to = Math.min(x.n(), from + rows);
            double[] scores = scores(x.slice(from, to), modes, rule);
            for (int i = from; i < to; i++) {
                of[i] = largest(scores, (i - from) * modes.k(), modes.k());
            }
        });
        return new Assignment(of, modes.k());
    }

    /// The components that are there, of equal weight: their responsibilities are those of their
    /// densities.
    private static GaussianMixture present(GaussianMixture mixture) {
        double[] weights = mixture.weights();
        int[] absent =
                IntStream.range(0, weights.length).filter(k -> weights[k] == 0).toArray();
        GaussianMixture there = absent.length == 0 ? mixture : mixture.without(absent);
        return GaussianMixture.equallyWeighted(there.means(), there.covariances());
    }

    private static double[] scores(Points x, GaussianMixture modes, Rule rule) {
        return switch (rule) {
            case DENSITY -> modes.responsibilities(x);
            case NEAREST -> nearness(x, modes.means());
        };
    }

    private static double[] nearness(Points x, Points means) {
        double[] out = new double[x.n() * means.n()];
        for (int i = 0; i < x.n(); i++) {
            for (int k = 0; k < means.n(); k++) {
                out[i * means.n() + k] = -Rows.square(x, i, means, k);
            }
        }
        return out;
    }

    private static int largest(double[] scores, int from, int n) {
        int best = 0;
        for (int k = 1; k < n; k++) {
            best = scores[from + k] > scores[from + best] ? k : best;
        }
        return best;
    }

    /// The mode of a point.
    int mode(int i) {
        return of[i];
    }

    /// How many points each mode has.
    int[] counts() {
        return counts.clone();
    }

    /// The share of the points that each mode has.
    double[] shares() {
        return IntStream.of(counts).mapToDouble(c -> (double) c / of.length).toArray();
    }

    /// The standard error of `1/n Σ h(mode of xᵢ)`.
    double error(double... h) {
        return Estimate.errorOfMean(IntStream.of(of).mapToDouble(k -> h[k]).toArray());
    }
}
