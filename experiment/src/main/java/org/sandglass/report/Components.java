package org.sandglass.report;

import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.figure.Ellipse;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// The components of a law that a figure marks: those of a thousandth of all weight, and none where they are many,
/// since crosses cover what they mark.
final class Components {
    private static final int MOST_MEANS = 20;
    private static final int MOST_ELLIPSES = 60;
    private static final double LEAST_WEIGHT = 1e-3;

    /// Standard deviations from a mean to its ellipse, which holds `1 − e⁻²` = 86 % of the component.
    private static final double RADIUS = 2;

    private Components() {}

    private static List<Integer> marked(GaussianMixture law, int most) {
        double[] weights = law.weights();
        return law.k() > most
                ? List.of()
                : IntStream.range(0, law.k())
                        .filter(k -> weights[k] >= LEAST_WEIGHT)
                        .boxed()
                        .toList();
    }

    /// Their means, a row each; perhaps none.
    static Points means(GaussianMixture law) {
        List<Integer> marked = marked(law, MOST_MEANS);
        return marked.isEmpty()
                ? Points.zeros(0, law.d())
                : Points.of(marked.stream().map(k -> law.means().row(k)).toArray(double[][]::new));
    }

    /// The covariances of a law of the plane.
    static List<Ellipse> ellipses(GaussianMixture law) {
        return marked(law, MOST_ELLIPSES).stream().map(k -> ellipse(law, k)).toList();
    }

    private static Ellipse ellipse(GaussianMixture law, int k) {
        double[] mean = law.means().row(k);
        double[] sigma = law.covariance(k).matrix();
        return new Ellipse(mean[0], mean[1], sigma[0], sigma[1], sigma[3], RADIUS);
    }
}
