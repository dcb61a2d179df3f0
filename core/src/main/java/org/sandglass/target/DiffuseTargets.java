package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.replica.Threefry;

/// The mixtures that diffuse's initialisers draw, in 64 bits and with JAX 0.5 or later as its tests run.
public final class DiffuseTargets {
    private DiffuseTargets() {}

    static List<Target> all() {
        return List.of(
                simple(2, 3, 42),
                grid(2, 5, 42),
                circular(6, 1, 42),
                DiffuseTables.fixed(2),
                DiffuseTables.fixedLine(),
                DiffuseTables.bimodal(),
                DiffuseTables.evolution(),
                DiffuseTables.tutorial(),
                tutorialLine());
    }

    /// `init_simple_mixture(PRNGKey(seed), d, n_components)`: means `U(−3, 3)`, variances `U(0.05, 0.15)`
    /// and weights `U(0, 1)`, normalised.
    ///
    /// @param dimension `D ≥ 1`
    /// @param components `K ≥ 1`
    /// @param seed of the key
    /// @return the mixture
    public static Target simple(int dimension, int components, int seed) {
        return simple(
                "diffuse-simple",
                "init_simple_mixture: key " + seed + " in float64, jax >= 0.5",
                dimension,
                components,
                key(seed));
    }

    private static Target tutorialLine() {
        return simple(
                        "diffuse-tutorial-1d",
                        "tutorial: init_simple_mixture with the second child of key 42 in float64, jax >= 0.5; measured"
                                + " at y = 0.5 with std 0.2",
                        1,
                        3,
                        key(42).split(2, 1))
                .measured(TargetMeasurement.of(new double[][] {{1}}, new double[] {0.5}, 0.2));
    }

    private static Target simple(String name, String details, int d, int k, Threefry key) {
        double[] stds = key.split(3, 1).uniform(k, 0.5, 1.5);
        for (int i = 0; i < k; i++) {
            stds[i] = Math.sqrt(0.1 * stds[i]);
        }
        Points means = Points.wrap(key.split(3, 0).uniform(k * d, -3.0, 3.0), k, d);
        return Target.of(Publication.DIFFUSE, name, "narrow modes at random places", details, means, Spread.stds(stds))
                .weighted(normalised(key.split(3, 2).uniform(k, 0.0, 1.0)));
    }

    /// `init_grid_mixture(PRNGKey(seed), d, grid_size)`: all pairs of `linspace(−2, 2, n)`, repeated over the
    /// coordinates, identity covariance, weights `U(0, 1)`, normalised.
    ///
    /// @param dimension `D ≥ 2`
    /// @param perAxis `n ≥ 2`, so that `K = n²`
    /// @param seed of the key
    /// @return the mixture
    public static Target grid(int dimension, int perAxis, int seed) {
        int k = perAxis * perAxis;
        double[] means = new double[k * dimension];
        for (int i = 0; i < means.length; i++) {
            int pair = i / dimension;
            int place = i % dimension % 2 == 0 ? pair / perAxis : pair % perAxis;
            means[i] = -2 + 4.0 * place / (perAxis - 1);
        }
        return Target.of(
                        Publication.DIFFUSE,
                        "diffuse-grid",
                        "overlapping modes on a grid over [-2, 2]^2",
                        "init_grid_mixture: key " + seed + " in float64, jax >= 0.5, identity covariance",
                        Points.wrap(means, k, dimension),
                        Spread.std(1))
                .weighted(normalised(key(seed).uniform(k, 0.0, 1.0)));
    }

    /// `init_circular_setup(PRNGKey(seed), n, radius)`: modes on a circle, variance 1.2, weights within a
    /// tenth of equal; measured by `0.3 x + 0.7 y = 0` with noise of standard deviation 2.
    ///
    /// @param components `n ≥ 1`
    /// @param radius of the circle
    /// @param seed of the key
    /// @return the mixture with its measurement
    public static Target circular(int components, double radius, int seed) {
        double base = 1.0 / components;
        double[] weights = key(seed).split(2, 1).uniform(components, -1.0, 1.0);
        for (int k = 0; k < components; k++) {
            weights[k] = base + 0.1 * weights[k] * base;
        }
        return Target.of(
                        Publication.DIFFUSE,
                        "diffuse-circular",
                        "overlapping modes on a circle",
                        "init_circular_setup: key " + seed + " in float64, jax >= 0.5, variance 1.2",
                        Points.wrap(circle(components, radius), components, 2),
                        Spread.std(Math.sqrt(1.2)))
                .weighted(normalised(weights))
                .measured(TargetMeasurement.of(new double[][] {{0.3, 0.7}}, new double[] {0}, 2));
    }

    /// The angles are `2π·(k·(1/n))`, in this order of rounding.
    private static double[] circle(int n, double radius) {
        double[] means = new double[2 * n];
        for (int k = 0; k < n; k++) {
            double angle = 2 * Math.PI * (k * (1.0 / n));
            means[2 * k] = radius * StrictMath.cos(angle);
            means[2 * k + 1] = radius * StrictMath.sin(angle);
        }
        return means;
    }

    private static Threefry key(int seed) {
        return Threefry.ofSeed(seed, Threefry.Layout.PARTITIONABLE);
    }

    private static ComponentWeights normalised(double[] drawn) {
        double sum = 0;
        for (double each : drawn) {
            sum += each;
        }
        double[] weights = new double[drawn.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = drawn[k] / sum;
        }
        return ComponentWeights.weights(weights);
    }
}
