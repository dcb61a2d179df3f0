package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.Table;

/// The kernel of components with principal axes of their own: `v = x − aμₖ`, rounded once, is turned into each
/// component's eigenbasis, a product of a matrix with the tile ([TileOps#addProduct]), and weighed there. Nothing
/// is factorised.
final class Rotated implements BlockKernel {
    private static final Table ZERO = new Table(new double[1], 0, 0);

    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final int d;
    private final Gains gains;
    private final double[] constants;

    Rotated(NoisyMixture law, Gains gains) {
        this.law = law;
        this.prior = law.prior();
        this.d = prior.d();
        this.gains = gains;
        this.constants = law.binaryConstants();
    }

    /// As many as have room in the second cache, turned.
    @Override
    public int blockSize() {
        return Math.clamp(1024 / d, 1, 32);
    }

    @Override
    public void terms(Tile tile, int from, int to, int row) {
        int lanes = tile.lanes();
        tile.ops().fillRows(constants, from, to, tile.terms, row * lanes, lanes);
        for (int k = from; k < to; k++) {
            int at = row + k - from;
            double[] w = tile.w[at % blockSize()];
            turn(tile, k, w);
            tile.ops().addSquares(w, d, 1, ZERO, gains.table(), k, k + 1, tile.terms, at * lanes, lanes);
        }
    }

    /// Leaves `x − aμₖ` in `w`, in the component's eigenbasis.
    private void turn(Tile tile, int k, double[] w) {
        int lanes = tile.lanes();
        boolean turns = law.covariance(k) instanceof Spectral;
        double[] v = turns ? tile.v : w;
        for (int j = 0; j < d; j++) {
            tile.arrays()
                    .subtractScaled(tile.x, j * lanes, law.a(), prior.means().get(k, j), v, j * lanes, lanes);
        }
        if (turns) {
            Arrays.fill(w, 0, d * lanes, 0);
            tile.ops().addProduct(1, axes(k), d, 0, d, v, 0, w, 0, lanes);
        }
    }

    /// The eigenvectors, a row each.
    private Table axes(int k) {
        return Table.rowMajor(((Spectral) law.covariance(k)).liveVectors(), d);
    }

    @Override
    public void add(Tile tile, int from, int to, int row, Outputs wanted) {
        int lanes = tile.lanes();
        for (int k = from; k < to; k++) {
            int at = row + k - from;
            if (wanted.wantsScore()) {
                addTurnedBack(tile, k, at, gains.table(), tile.score);
            }
            if (wanted.wantsPosteriorMean()) {
                addTurnedBack(tile, k, at, gains.pulls(), tile.shift);
            }
        }
        if (wanted.wantsPosteriorMean()) {
            Table columns = Table.rowMajor(prior.means().data(), d).transposed();
            tile.ops().addProduct(1, columns, d, from, to, tile.terms, row * lanes, tile.mean, 0, lanes);
        }
    }

    /// Adds `r Uᵀ(g·w)`, whose `w` lies in the row's tile.
    private void addTurnedBack(Tile tile, int k, int row, Table factors, double[] sums) {
        int lanes = tile.lanes();
        boolean turns = law.covariance(k) instanceof Spectral;
        double[] y = turns ? tile.u : sums;
        if (turns) {
            Arrays.fill(y, 0, d * lanes, 0);
        }
        tile.ops().addDifferences(tile.terms, row * lanes, tile.w[row], d, 1, ZERO, factors, k, k + 1, y, lanes);
        if (turns) {
            tile.ops().addProduct(1, axes(k).transposed(), d, 0, d, y, 0, sums, 0, lanes);
        }
    }

    @Override
    public void settle(Tile tile, Outputs wanted) {
        gains.settle(tile, wanted);
    }
}
