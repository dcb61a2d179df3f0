package org.sandglass.mixture;

import org.sandglass.arrayops.FloatPanels;
import org.sandglass.arrayops.FloatTileOps;

/// What a covariance does to a tile of vectors in single precision, its parameters rounded once: the twin of
/// [Whitening] and [PosteriorShift]. Tiles have a multiple of four rows, the last of which may be zeros.
sealed interface SingleWhitening permits SingleAxes, SingleTurn, SingleFactor {
    /// What does it for one component, before and after the noise.
    static SingleWhitening of(Covariance prior, Covariance noisy, double a) {
        return switch (noisy) {
            case Isotropic _, Diagonal _ -> new SingleAxes(prior, noisy, a);
            case Spectral spectral -> new SingleTurn((Spectral) prior, spectral, a);
            case LowRank lowRank -> new SingleFactor((LowRank) prior, lowRank, a);
        };
    }

    /// The next multiple of four.
    static int padded(int rows) {
        return (rows + FloatPanels.WIDTH - 1) / FloatPanels.WIDTH * FloatPanels.WIDTH;
    }

    /// How many rows a whitened tile has.
    int rows();

    /// `w = Wv` with `WᵀW = C⁻¹`.
    void whiten(FloatTileOps ops, float[] v, float[] w, int lanes);

    /// Makes of `w` and the weights in a row of `r` what the next two need.
    void weigh(FloatTileOps ops, float[] w, float[] r, int rAt, float[] u, int lanes);

    /// Adds `r C⁻¹v`.
    void addScore(FloatTileOps ops, float[] u, float[] sums, int lanes);

    /// Adds `r aΣC⁻¹v`.
    void addShift(FloatTileOps ops, float[] u, float[] sums, int at, int lanes);
}
