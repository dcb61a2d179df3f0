package org.sandglass.mixture;

import org.sandglass.arrayops.Table;

/// The kernel of components whose coordinates are independent.
final class AxisAligned implements BlockKernel {
    /// Components whose terms stay in the fastest cache while their coordinates stream past.
    static final int IN_CACHE = 64;

    private final int d;
    private final double a;
    private final Table means;
    private final Gains gains;
    private final double[] constants;

    AxisAligned(NoisyMixture law, Gains gains) {
        this.d = law.prior().d();
        this.a = law.a();
        this.means = Table.rowMajor(law.prior().means().data(), d);
        this.gains = gains;
        this.constants = law.binaryConstants();
    }

    /// In many dimensions terms are cheap to keep, and with many of them at hand few components that matter are
    /// found more than once.
    static int blockSize(int d) {
        return Math.clamp(16L * d, IN_CACHE, 1024);
    }

    @Override
    public int blockSize() {
        return blockSize(d);
    }

    @Override
    public void terms(Tile tile, int from, int to, int row) {
        int lanes = tile.lanes();
        for (int k = from; k < to; k += IN_CACHE) {
            int end = Math.min(to, k + IN_CACHE);
            int at = (row + k - from) * lanes;
            tile.ops().fillRows(constants, k, end, tile.terms, at, lanes);
            tile.ops().addSquares(tile.x, d, a, means, gains.table(), k, end, tile.terms, at, lanes);
        }
    }

    @Override
    public void add(Tile tile, int from, int to, int row, Outputs wanted) {
        for (int k = from; k < to; k += IN_CACHE) {
            int end = Math.min(to, k + IN_CACHE);
            addInCache(tile, k, end, (row + k - from) * tile.lanes(), wanted);
        }
    }

    private void addInCache(Tile tile, int from, int to, int at, Outputs wanted) {
        int lanes = tile.lanes();
        if (wanted.wantsScore()) {
            tile.ops().addDifferences(tile.terms, at, tile.x, d, a, means, gains.table(), from, to, tile.score, lanes);
        }
        if (wanted.wantsPosteriorMean()) {
            tile.ops().addDifferences(tile.terms, at, tile.x, d, a, means, gains.pulls(), from, to, tile.shift, lanes);
            tile.ops().addProduct(1, means.transposed(), d, from, to, tile.terms, at, tile.mean, 0, lanes);
        }
    }

    @Override
    public void settle(Tile tile, Outputs wanted) {
        gains.settle(tile, wanted);
    }
}
