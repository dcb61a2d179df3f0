package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.replica.Threefry;

/// The benchmark targets that JAX draws, before and after its version 0.5 changed the numbers of the same
/// code.
public final class JaxTargets {
    /// Which JAX drew the numbers.
    public enum Version {
        /// Before 0.5, as in the publications.
        LEGACY("-legacy", "jax < 0.5 as published", Threefry.Layout.HALVES),
        /// From 0.5 on.
        CURRENT("", "jax >= 0.5", Threefry.Layout.PARTITIONABLE);

        private final String suffix;
        private final String text;
        private final Threefry.Layout layout;

        Version(String suffix, String text, Threefry.Layout layout) {
            this.suffix = suffix;
            this.text = text;
            this.layout = layout;
        }
    }

    private JaxTargets() {}

    static List<Target> all() {
        return List.of(
                gmm(Version.LEGACY, 2, 40, 40, 1, 0),
                gmm(Version.CURRENT, 2, 40, 40, 1, 0),
                fabGmm(Version.LEGACY, 2, 40, 40, 1, 0),
                fabGmm(Version.CURRENT, 2, 40, 40, 1, 0),
                wishart(Version.LEGACY),
                wishart(Version.CURRENT),
                oneDimensional());
    }

    /// `GMM40(dim, num_components, loc_scaling, scale_scaling, seed)`: means `U(−1, 1)·s` in 32 bits.
    ///
    /// @param version of JAX
    /// @param dimension `D ≥ 1`; another one draws all numbers anew
    /// @param components `K ≥ 1`
    /// @param locationScaling `s`
    /// @param std the standard deviation
    /// @param seed of `jax.random.PRNGKey`
    /// @return the mixture
    public static Target gmm(
            Version version, int dimension, int components, double locationScaling, double std, int seed) {
        return Target.of(
                        Publication.BEYOND_ELBOS,
                        "gmm40-jax" + version.suffix,
                        Text.scattered(components, -locationScaling, locationScaling, dimension),
                        "gaussian_mixture40, also in SCLD; " + version.text + ", key " + seed + " in float32, std "
                                + Text.of(std),
                        means(version, dimension, components, (float) locationScaling, seed),
                        Spread.std((float) std))
                .inFloat32();
    }

    /// The same means with the standard deviation `softplus(v)`, as fab-jax has it.
    ///
    /// @param version of JAX
    /// @param dimension `D ≥ 1`; another one draws all numbers anew
    /// @param components `K ≥ 1`
    /// @param locationScaling `s`
    /// @param logVarScaling `v`
    /// @param seed of `jax.random.PRNGKey`
    /// @return the mixture
    public static Target fabGmm(
            Version version, int dimension, int components, double locationScaling, double logVarScaling, int seed) {
        return Target.of(
                        Publication.FAB_JAX,
                        "gmm40-fab-jax" + version.suffix,
                        "the means of gmm40-jax" + version.suffix + " with FAB's width",
                        "GMM; " + version.text + ", key " + seed
                                + " in float32, std jax.nn.softplus(" + Text.of(logVarScaling)
                                + "); its density is cut to 0 below ln p = -1e4, ours is not",
                        means(version, dimension, components, (float) locationScaling, seed),
                        Spread.std(softplus((float) logVarScaling)))
                .inFloat32();
    }

    /// JAX computes `max(x, 0) + log1p(e^−|x|)` step by step in 32 bits, which can differ from torch in the
    /// last bit.
    static double softplus(float x) {
        float e = (float) StrictMath.exp(-Math.abs(x));
        return Math.max(x, 0f) + (float) StrictMath.log1p(e);
    }

    private static Points means(Version version, int dimension, int components, float s, int seed) {
        float[] uniform = Threefry.ofSeed(seed, version.layout).uniform(components * dimension, -1f, 1f);
        double[] means = new double[uniform.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = uniform[i] * s;
        }
        return Points.wrap(means, components, dimension);
    }

    private static Target wishart(Version version) {
        Tables tables = Tables.read("wishart.txt");
        String row = version == Version.LEGACY ? "legacy" : "current";
        return Target.of(
                        Publication.BEYOND_ELBOS,
                        "gaussian-mixture-jax" + version.suffix,
                        "ten modes with Wishart covariances",
                        "gaussian_mixture; " + version.text + ", key 0 in float32, means U(-10, 10), covariances"
                                + " Wishart(4, I) of scipy 1.17.1 seeded from the split key",
                        Points.wrap(tables.get(row + "-means"), 10, 2),
                        Spread.covariances(tables.get(row + "-covariances")))
                .inFloat32();
    }

    private static Target oneDimensional() {
        return Target.of(
                Publication.BEYOND_ELBOS,
                "gaussian-mixture-1d",
                "four modes on a line",
                "gaussian_mixture1d: means -3, 0.5, 1.5, 2.5, stds 0.5, 0.6, 0.3, 0.4",
                Points.wrap(new double[] {-3, 0.5, 1.5, 2.5}, 4, 1),
                Spread.stds(0.5, 0.6, 0.3, 0.4));
    }
}
