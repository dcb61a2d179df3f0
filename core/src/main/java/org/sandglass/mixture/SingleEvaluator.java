package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayMath;
import org.sandglass.linalg.Points;

/// One fused pass over tiles of points in single precision: the twin of [TileEvaluator].
///
/// Points whose answer might not keep to the bound are collected, and evaluated in double precision.
final class SingleEvaluator {
    /// The largest `(1 − r)·|term|` of the leading component, of responsibility `r`, at which the rounding of terms
    /// moves responsibilities by a few times 2⁻¹² only.
    static final double AMBIGUOUS = 0x1p12;

    /// Beyond this a term may be off by about ½, and the leading component be another.
    static final double FARTHEST = 0x1p17;

    private final SingleFrame frame;
    private final SingleKernel kernel;
    private final SingleTile tile;
    private final Outputs out;
    private final FarRows far;
    private final int k;
    private final int d;

    SingleEvaluator(SingleKernel kernel, int points, Outputs out) {
        this.frame = kernel.frame();
        this.kernel = kernel;
        this.tile = SingleTile.of(kernel, points, out);
        this.out = out;
        this.far = new FarRows(frame.law(), out);
        this.k = frame.k();
        this.d = frame.d();
    }

    /// Evaluates the rows `[from, to)` of the points into the same rows of the outputs.
    void evaluate(Points points, int from, int to) {
        for (int start = from; start < to; start += tile.most()) {
            int live = Math.min(tile.most(), to - start);
            tile.load(points, start, live, kernel);
            for (int block = 0; block < k; block += kernel.blockSize()) {
                addBlock(block, Math.min(k, block + kernel.blockSize()));
            }
            store(start, live);
            for (int i = 0; i < live; i++) {
                if (isFar(i)) {
                    far.add(points, start + i);
                }
            }
        }
        far.evaluate(points);
    }

    private void addBlock(int from, int to) {
        int lanes = tile.lanes();
        tile.begin(kernel.sumRows(out));
        kernel.terms(tile, from, to);
        tile.ops().raiseMaximum(tile.terms, to - from, tile.max, lanes);
        if (from > 0 && Arrays.mismatch(tile.before, 0, lanes, tile.max, 0, lanes) >= 0) {
            rescale();
        }
        tile.ops().exponentials(tile.terms, to - from, tile.max, tile.sum, lanes);
        for (int i = 0; i < lanes; i++) {
            tile.total[i] += tile.sum[i];
        }
        if (out.wantsScore() || out.wantsPosteriorMean()) {
            addVectors(from, to);
        }
    }

    /// Expresses the sums so far under the new maximum.
    private void rescale() {
        int lanes = tile.lanes();
        for (int i = 0; i < lanes; i++) {
            tile.factor[i] = ArrayMath.exp2((double) tile.before[i] - tile.max[i]);
        }
        multiplyRows(tile.total, 1);
        multiplyRows(tile.score, out.wantsScore() ? d : 0);
        multiplyRows(tile.mean, out.wantsPosteriorMean() ? d : 0);
    }

    private void multiplyRows(double[] rows, int count) {
        for (int j = 0; j < count; j++) {
            tile.arrays().multiply(tile.factor, 0, rows, j * tile.lanes(), rows, j * tile.lanes(), tile.lanes());
        }
    }

    private void addVectors(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (!tile.ops().isZero(tile.terms, (i - from) * tile.lanes(), tile.lanes())) {
                tile.matter[count++] = i;
            }
        }
        if (count > 0) {
            kernel.add(tile, from, count, out);
            kernel.fold(tile, out);
        }
    }

    private void store(int start, int live) {
        if (out.wantsLogDensity()) {
            storeLogDensity(start, live);
        }
        for (int i = 0; i < tile.lanes(); i++) {
            tile.factor[i] = 1 / tile.total[i];
        }
        for (int j = 0; j < d && out.wantsScore(); j++) {
            storeRow(tile.score, j, 0, out.score(), start, live);
        }
        for (int j = 0; j < d && out.wantsPosteriorMean(); j++) {
            storeRow(tile.mean, j, frame.centre()[j], out.posteriorMean(), start, live);
        }
    }

    private void storeLogDensity(int start, int live) {
        tile.arrays().log(tile.total, 0, tile.factor, 0, tile.lanes());
        for (int i = 0; i < live; i++) {
            out.logDensity()[start + i] =
                    Math.fma(tile.max[i], ArrayMath.LN2_HIGH, tile.factor[i] + frame.largestConstant());
        }
    }

    /// Divides by the sums of weights.
    private void storeRow(double[] rows, int j, double shift, double[] to, int start, int live) {
        double[] factor = tile.factor;
        int at = j * tile.lanes();
        int first = start * d + j;
        for (int i = 0; i < live; i++) {
            to[first + i * d] = Math.fma(rows[at + i], factor[i], shift);
        }
    }

    /// Whether terms are so large that their rounding could matter, or overflowed.
    private boolean isFar(int lane) {
        double term = -(double) tile.max[lane];
        double total = tile.total[lane];
        return !(term <= FARTHEST && term * (1 - 1 / total) <= AMBIGUOUS);
    }
}
