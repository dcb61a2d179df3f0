package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayMath;
import org.sandglass.linalg.Points;

/// One fused pass over tiles of points: log density, score and posterior mean with log-sum-exp on the fly.
///
/// Per point it keeps the largest term `m = maxₖ lₖ` so far, `Σ 2^(lₖ−m)` and the weighted sums that its
/// [BlockKernel] adds, and rescales them when a block of components holds a larger term (Milakov and Gimelshein
/// 2018). Memory does not grow with `K`. Components whose weights vanish in all lanes are passed over. A point so
/// far away that squares overflow, or that rounding hides which component is nearest, is handed to [FarPoint].
final class TileEvaluator {
    private final NoisyMixture law;
    private final BlockKernel kernel;
    private final int k;
    private final int d;
    private final Tile tile;
    private final Outputs out;

    TileEvaluator(NoisyMixture law, int points, Outputs out) {
        this.law = law;
        this.kernel = law.kernel();
        this.k = law.prior().k();
        this.d = law.prior().d();
        this.tile = Tile.of(law, points, Math.min(k, kernel.blockSize()));
        this.out = out;
    }

    /// Evaluates the rows `[from, to)` of the points into the same rows of the outputs.
    void evaluate(Points points, int from, int to) {
        for (int start = from; start < to; start += tile.most()) {
            int live = Math.min(tile.most(), to - start);
            tile.load(points, start, live);
            for (int block = 0; block < k; block += kernel.blockSize()) {
                addBlock(block, Math.min(k, block + kernel.blockSize()));
            }
            kernel.settle(tile, out);
            store(start, live);
        }
    }

    private void addBlock(int from, int to) {
        int lanes = tile.lanes();
        kernel.terms(tile, from, to, 0);
        System.arraycopy(tile.max, 0, tile.factor, 0, lanes);
        tile.ops().raiseMaximum(tile.terms, to - from, tile.max, lanes);
        if (from > 0 && Arrays.mismatch(tile.factor, 0, lanes, tile.max, 0, lanes) >= 0) {
            rescale();
        }
        tile.ops().exponentials(tile.terms, to - from, tile.max, tile.sum, lanes);
        if (out.wantsScore() || out.wantsPosteriorMean()) {
            addRuns(from, to);
        }
    }

    /// Expresses the sums so far under the new maximum; `factor` holds the old.
    private void rescale() {
        int lanes = tile.lanes();
        for (int i = 0; i < lanes; i++) {
            tile.factor[i] = ArrayMath.exp2(tile.factor[i] - tile.max[i]);
        }
        tile.ops().multiplyRows(tile.factor, tile.sum, 1, lanes);
        tile.ops().multiplyRows(tile.factor, tile.score, d, lanes);
        if (out.wantsPosteriorMean()) {
            tile.ops().multiplyRows(tile.factor, tile.mean, d, lanes);
            tile.ops().multiplyRows(tile.factor, tile.shift, d, lanes);
        }
    }

    /// Adds runs of components that matter to some lane.
    private void addRuns(int from, int to) {
        for (int start = from; start < to; ) {
            int end = start;
            while (end < to && matters(end - from)) {
                end++;
            }
            if (end > start) {
                kernel.add(tile, start, end, start - from, out);
            }
            start = end + 1;
        }
    }

    private boolean matters(int row) {
        int lanes = tile.lanes();
        for (int at = row * lanes; at < (row + 1) * lanes; at++) {
            if (tile.terms[at] != 0) {
                return true;
            }
        }
        return false;
    }

    private void store(int start, int live) {
        int lanes = tile.lanes();
        if (out.wantsLogDensity()) {
            storeLogDensity(start, live);
        }
        for (int i = 0; i < lanes; i++) {
            tile.factor[i] = 1 / tile.sum[i];
        }
        Arrays.fill(tile.check, 0, lanes, 0);
        if (out.wantsScore()) {
            storeRows(tile.score, out.score(), start, live);
        }
        if (out.wantsPosteriorMean()) {
            storeRows(tile.mean, out.posteriorMean(), start, live);
        }
        for (int i = 0; i < live; i++) {
            if (isFar(i)) {
                new FarPoint(law, tile.point(i)).store(start + i, out);
            }
        }
    }

    private void storeLogDensity(int start, int live) {
        for (int i = 0; i < live; i++) {
            out.logDensity()[start + i] = tile.logDensity(i);
        }
    }

    /// Divides by the sums of weights; leaves NaN in `check` where a number is not finite.
    private void storeRows(double[] rows, double[] to, int start, int live) {
        for (int at = 0; at < d * tile.lanes(); at += tile.lanes()) {
            divide(rows, at, tile.lanes());
        }
        tile.store(rows, to, start, live);
    }

    private void divide(double[] rows, int at, int lanes) {
        double[] factor = tile.factor;
        double[] check = tile.check;
        for (int i = 0; i < lanes; i++) {
            double quotient = rows[at + i] * factor[i];
            rows[at + i] = quotient;
            check[i] += 0 * quotient;
        }
    }

    /// Whether squares overflowed, or rounding hides which component is nearest.
    private boolean isFar(int lane) {
        return !(tile.sum[lane] > 0) || tile.check[lane] != 0 || (k > 1 && tile.max[lane] < -FarTies.FAR);
    }
}
