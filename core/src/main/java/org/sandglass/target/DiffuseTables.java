package org.sandglass.target;

import org.sandglass.linalg.Points;

/// The mixtures that diffuse writes out number by number.
public final class DiffuseTables {
    private static final ComponentWeights UNEVEN = ComponentWeights.weights(0.3, 0.4, 0.3);

    private DiffuseTables() {}

    /// `init_fixed_mixture(d)` for `d ≥ 2`: beyond the plane the means are padded with zeros, and the
    /// covariances are identities.
    ///
    /// @param dimension `d ≥ 2`
    /// @return the mixture
    public static Target fixed(int dimension) {
        return Target.of(
                        Publication.DIFFUSE,
                        "diffuse-fixed",
                        "three modes, in the plane with covariances of their own",
                        "init_fixed_mixture: weights 0.3, 0.4, 0.3; identity covariances beyond the plane",
                        three(dimension),
                        dimension == 2
                                ? Spread.covariances(0.5, 0.1, 0.1, 0.5, 0.7, -0.1, -0.1, 0.7, 0.3, 0, 0, 1)
                                : Spread.std(1))
                .weighted(UNEVEN);
    }

    static Target fixedLine() {
        return Target.of(
                        Publication.DIFFUSE,
                        "diffuse-fixed-1d",
                        "three modes on a line",
                        "init_fixed_mixture: means -2, 0, 2, variances 0.5, 0.3, 0.7, weights 0.3, 0.4, 0.3",
                        Points.wrap(new double[] {-2, 0, 2}, 3, 1),
                        Spread.stds(Math.sqrt(0.5), Math.sqrt(0.3), Math.sqrt(0.7)))
                .weighted(UNEVEN);
    }

    static Target bimodal() {
        return Target.of(
                        Publication.DIFFUSE,
                        "diffuse-bimodal",
                        "four far modes, of which the measurement x + y = 0 leaves two",
                        "init_bimodal_setup: variance 1.5, measured with std 1",
                        Points.of(
                                new double[] {-8, -8}, new double[] {8, -8}, new double[] {-8, 8}, new double[] {8, 8}),
                        Spread.std(Math.sqrt(1.5)))
                .measured(TargetMeasurement.of(new double[][] {{1, 1}}, new double[] {0}, 1));
    }

    static Target evolution() {
        return Target.of(
                        Publication.DIFFUSE,
                        "diffuse-evolution",
                        "three broad correlated modes",
                        "mixture_evolution: covariances times 1.5",
                        three(2),
                        Spread.covariances(
                                1.5 * 0.5,
                                1.5 * 0.3,
                                1.5 * 0.3,
                                1.5 * 0.5,
                                1.5 * 0.7,
                                1.5 * -0.2,
                                1.5 * -0.2,
                                1.5 * 0.7,
                                1.5 * 0.3,
                                0,
                                0,
                                1.5))
                .weighted(UNEVEN);
    }

    static Target tutorial() {
        return Target.of(
                        Publication.DIFFUSE,
                        "diffuse-tutorial-2d",
                        "two modes, measured in the first coordinate",
                        "tutorial: weights 0.6, 0.4, variances 0.5, 0.8; measured x = 1.5 with std 0.2",
                        Points.of(new double[] {0, 0}, new double[] {2, 2}),
                        Spread.stds(Math.sqrt(0.5), Math.sqrt(0.8)))
                .weighted(ComponentWeights.weights(0.6, 0.4))
                .measured(TargetMeasurement.of(new double[][] {{1, 0}}, new double[] {1.5}, 0.2));
    }

    private static Points three(int d) {
        double[] means = new double[3 * d];
        double[] plane = {-1, -1, 1, 1, 2, -2};
        for (int i = 0; i < 6; i++) {
            means[i / 2 * d + i % 2] = plane[i];
        }
        return Points.wrap(means, 3, d);
    }
}
