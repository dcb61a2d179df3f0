package org.sandglass.mixture;

import java.util.Arrays;

/// The kernel for covariances of any structure, a component at a time: `v = x − aμₖ` with one rounding, whitened
/// by `Cₖ`.
///
/// Rotations and factors are products of a matrix with the tile ([TileOps#addProduct]).
final class AnyStructure implements BlockKernel {
    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final int d;
    private final double[] constants;

    AnyStructure(NoisyMixture law) {
        this.law = law;
        this.prior = law.prior();
        this.d = prior.d();
        this.constants = law.binaryConstants();
    }

    /// As many as have room in the second cache, whitened.
    @Override
    public int blockSize() {
        return Math.clamp(1024 / law.whitenedLength(), 1, 32);
    }

    @Override
    public void terms(Tile tile, int from, int to, int row) {
        for (int k = from; k < to; k++) {
            int at = (row + k - from) * tile.lanes();
            if (constants[k] > Double.NEGATIVE_INFINITY) {
                term(tile, k, at, tile.w[(row + k - from) % blockSize()]);
            } else {
                Arrays.fill(tile.terms, at, at + tile.lanes(), Double.NEGATIVE_INFINITY);
            }
        }
    }

    /// Leaves `x − aμₖ`, whitened, in `w`.
    private void term(Tile tile, int k, int at, double[] w) {
        int lanes = tile.lanes();
        for (int j = 0; j < d; j++) {
            tile.arrays()
                    .subtractScaled(tile.x, j * lanes, law.a(), prior.means().get(k, j), tile.v, j * lanes, lanes);
        }
        Covariance noisy = law.covariance(k);
        Whitening.whiten(tile.ops(), noisy, tile.v, w, lanes);
        Whitening.squaredNorms(w, Whitening.length(noisy), tile.terms, at, lanes);
        BlockKernel.toTerms(-0.5 * LOG2_E, constants, k, k + 1, tile.terms, at, lanes);
    }

    @Override
    public void add(Tile tile, int from, int to, int row, Outputs wanted) {
        for (int k = from; k < to; k++) {
            add(tile, k, row + k - from, wanted);
        }
    }

    private void add(Tile tile, int k, int row, Outputs wanted) {
        int lanes = tile.lanes();
        int at = row * lanes;
        double[] w = tile.w[row];
        if (wanted.wantsPosteriorMean()) {
            PosteriorShift.of(tile.ops(), prior.covariance(k), law.covariance(k), law.a(), w, tile.v, tile.u, lanes);
            for (int j = 0; j < d; j++) {
                addTo(tile.mean, tile.v, prior.means().get(k, j), tile.terms, at, j * lanes, lanes);
            }
        }
        if (wanted.wantsScore()) {
            Whitening.unwhiten(tile.ops(), law.covariance(k), w, tile.v, lanes);
            for (int j = 0; j < d; j++) {
                addTo(tile.score, tile.v, 0, tile.terms, at, j * lanes, lanes);
            }
        }
    }

    /// Adds `r (shift + v)` over a row.
    private static void addTo(double[] sums, double[] v, double shift, double[] r, int rAt, int at, int lanes) {
        for (int i = 0; i < lanes; i++) {
            sums[at + i] = Math.fma(r[rAt + i], v[at + i] + shift, sums[at + i]);
        }
    }

    @Override
    public void settle(Tile tile, Outputs wanted) {
        tile.arrays().scale(-1, tile.score, 0, tile.score, 0, d * tile.lanes());
    }
}
