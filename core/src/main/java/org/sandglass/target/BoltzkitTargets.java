package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.replica.Pcg64;

/// The mixtures of boltzkit: its own GMM40, its demo, the example of its documentation.
public final class BoltzkitTargets {
    private BoltzkitTargets() {}

    static List<Target> all() {
        return List.of(gmm40(2, 40, 40, 1, 0), demo(), documentation());
    }

    /// `create_gmm40(dim, n_components, loc_scaling, scale, seed)`: means uniform in `[−s, s)`, drawn by
    /// PCG64.
    ///
    /// @param dimension `D ≥ 1`
    /// @param components `K ≥ 1`
    /// @param locationScaling `s > 0`
    /// @param std the standard deviation
    /// @param seed `≥ 0`
    /// @return the mixture
    public static Target gmm40(int dimension, int components, double locationScaling, double std, long seed) {
        return Target.of(
                Publication.BOLTZKIT,
                "gmm40-boltzkit",
                Text.scattered(components, -locationScaling, locationScaling, dimension),
                "create_gmm40: means uniform by numpy's PCG64(" + seed + ") in float64, std " + Text.of(std),
                means(dimension, components, -locationScaling, locationScaling, seed),
                Spread.std(std));
    }

    /// `create_isotropic_uniform(std, n_components, dim, (from, to), seed)`.
    ///
    /// @param dimension `D ≥ 1`
    /// @param components `K ≥ 1`
    /// @param from lower end of every coordinate of a mean
    /// @param to upper end
    /// @param std the standard deviation
    /// @param seed `≥ 0`
    /// @return the mixture
    public static Target isotropicUniform(
            int dimension, int components, double from, double to, double std, long seed) {
        return Target.of(
                Publication.BOLTZKIT,
                "isotropic-uniform",
                Text.scattered(components, from, to, dimension),
                "create_isotropic_uniform: means uniform by numpy's PCG64(" + seed + ") in float64, std "
                        + Text.of(std),
                means(dimension, components, from, to, seed),
                Spread.std(std));
    }

    private static Points means(int dimension, int components, double from, double to, long seed) {
        int count = Math.multiplyExact(components, dimension);
        return Points.wrap(Pcg64.of(seed).uniform(count, from, to), components, dimension);
    }

    private static Target demo() {
        return Target.of(
                        Publication.BOLTZKIT,
                        "boltzkit-demo",
                        "three modes of different width and weight",
                        "demo of gaussian_mixture: weights 0.4, 0.4, 0.2 given as logarithms in float64",
                        Points.of(new double[] {-2, -2}, new double[] {2, 2}, new double[] {2, -2}),
                        Spread.diagonals(0.8, 0.8, 0.5, 0.9, 2, 0.6))
                .weighted(ComponentWeights.logits(-0.916290731874155, -0.916290731874155, -1.6094379124341003));
    }

    private static Target documentation() {
        return Target.of(
                        Publication.BOLTZKIT,
                        "boltzkit-docs",
                        "two modes, the example of its documentation",
                        "page Mixture of Gaussians: logits 0.4 and 0.6, which are weights 0.4502 and 0.5498",
                        Points.of(new double[] {-2, -2}, new double[] {2, 2}),
                        Spread.diagonals(0.8, 0.8, 0.5, 0.9))
                .weighted(ComponentWeights.logits(0.4, 0.6));
    }
}
