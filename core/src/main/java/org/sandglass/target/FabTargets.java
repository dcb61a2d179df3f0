package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.replica.TorchRandom;

/// FAB's forty modes, and the rounded table that was made of them.
public final class FabTargets {
    private FabTargets() {}

    static List<Target> all() {
        return List.of(
                gmm(2, 40, 40, 1, 0),
                rounded("gmm40-fab-4dp", 1, "std 1 as in several JAX and torch repositories"),
                rounded(
                        "gmm40-fab-4dp-gfn",
                        1.3133,
                        "std 1.3133 as in a fork of gfn-diffusion (FourtyGaussianMixture)"));
    }

    /// FAB's `GMM(dim, n_mixes, loc_scaling, log_var_scaling)` after `torch.manual_seed(seed)`: means `((u
    /// − ½)·2)·s`, each step rounded to 32 bits, with `u` from `torch.rand`; the standard deviation is
    /// `softplus(v)`, whatever the name of `v` says.
    ///
    /// @param dimension `D ≥ 1`; another one draws all numbers anew
    /// @param components `K ≥ 1`
    /// @param locationScaling `s`
    /// @param logVarScaling `v`
    /// @param seed of torch
    /// @return the mixture
    public static Target gmm(int dimension, int components, double locationScaling, double logVarScaling, long seed) {
        return Target.of(
                        Publication.FAB,
                        "gmm40-fab",
                        Text.scattered(components, -locationScaling, locationScaling, dimension),
                        "GMM, also in iDEM, pDEM, PITA and FKC; torch seed " + seed
                                + " in float32, std softplus(" + Text.of(logVarScaling)
                                + "); its density is cut to 0 below ln p = -1e4, ours is not",
                        means(seed, components, dimension, (float) locationScaling),
                        Spread.std(softplus((float) logVarScaling)))
                .inFloat32();
    }

    /// Uniform 32-bit numbers of torch, in `[−s, s)`.
    static Points means(long seed, int components, int dimension, float s) {
        TorchRandom random = TorchRandom.ofSeed(seed);
        double[] means = new double[components * dimension];
        for (int i = 0; i < means.length; i++) {
            means[i] = (random.nextFloat() - 0.5f) * 2f * s;
        }
        return Points.wrap(means, components, dimension);
    }

    /// `ln(1 + eˣ)` rounded to 32 bits, which is what torch gives.
    static double softplus(float x) {
        return (float) StrictMath.log1p(StrictMath.exp(x));
    }

    private static Target rounded(String name, double std, String where) {
        double[] means = means(0, 40, 2, 40).data();
        for (int i = 0; i < means.length; i++) {
            means[i] = Math.rint(means[i] * 1e4) / 1e4;
        }
        return Target.of(
                Publication.FAB,
                name,
                "the means of gmm40-fab rounded to four decimals",
                "hard-coded table, " + where,
                Points.wrap(means, 40, 2),
                Spread.std(std));
    }
}
