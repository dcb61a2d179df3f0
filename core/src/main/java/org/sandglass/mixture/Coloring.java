package org.sandglass.mixture;

import java.util.List;

/// Turns standard normals into `N(0, Σ)`.
final class Coloring {
    private Coloring() {}

    /// How many normals one draw takes: `d`, and `R` more for low rank.
    static int normals(Covariance covariance) {
        return Whitening.length(covariance);
    }

    /// As many normals as any of the draws takes, made even: whole pairs of normals are cheapest to skip to.
    static int mostNormals(List<Covariance> covariances) {
        int most = 0;
        for (Covariance covariance : covariances) {
            most = Math.max(most, normals(covariance));
        }
        return most + (most & 1);
    }

    /// Adds `Gz` with `GGᵀ = Σ` to `d` numbers of `out`.
    static void add(Covariance covariance, double[] z, int from, double[] out, int to) {
        switch (covariance) {
            case Isotropic(double std, int d) -> {
                for (int j = 0; j < d; j++) {
                    out[to + j] += std * z[from + j];
                }
            }
            case Diagonal diagonal -> addScaled(diagonal.live(), z, from, out, to);
            case Spectral spectral -> addSpectral(spectral, z, from, out, to);
            case LowRank lowRank -> {
                addScaled(lowRank.liveNoiseStds(), z, from, out, to);
                addFactor(lowRank, z, from + lowRank.d(), out, to);
            }
        }
    }

    private static void addScaled(double[] stds, double[] z, int from, double[] out, int to) {
        for (int j = 0; j < stds.length; j++) {
            out[to + j] += stds[j] * z[from + j];
        }
    }

    private static void addSpectral(Spectral spectral, double[] z, int from, double[] out, int to) {
        int d = spectral.d();
        for (int k = 0; k < d; k++) {
            double length = spectral.liveStds()[k] * z[from + k];
            for (int j = 0; j < d; j++) {
                out[to + j] += length * spectral.liveVectors()[k * d + j];
            }
        }
    }

    private static void addFactor(LowRank lowRank, double[] z, int from, double[] out, int to) {
        int rank = lowRank.rank();
        for (int j = 0; j < lowRank.d(); j++) {
            for (int r = 0; r < rank; r++) {
                out[to + j] += lowRank.liveFactor()[j * rank + r] * z[from + r];
            }
        }
    }
}
