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
    private final int k;
    private final int d;

    SingleEvaluator(SingleFrame frame, SingleKernel kernel, int points, Outputs out) {
        this.frame = frame;
        this.kernel = kernel;
        this.tile = SingleTile.of(frame, kernel, points);
        this.out = out;
        this.k = frame.k();
        this.d = frame.d();
    }

    /// Evaluates the rows `[from, to)` of the points into the same rows of the outputs.
    void evaluate(Points points, int from, int to) {
        for (int start = from; start < to; start += tile.most()) {
            int live = Math.min(tile.most(), to - start);
            tile.load(points, start, live, frame, kernel.unit());
            for (int block = 0; block < k; block += kernel.blockSize()) {
                addBlock(block, Math.min(k, block + kernel.blockSize()));
            }
            store(start, live);
            evaluateFar(points, start, live);
        }
    }

    private void addBlock(int from, int to) {
        int lanes = tile.lanes();
        tile.begin(kernel.sumRows());
        kernel.terms(tile, from, to);
        tile.ops().raiseMaximum(tile.terms, to - from, tile.max, lanes);
        if (from > 0 && Arrays.mismatch(tile.before, 0, lanes, tile.max, 0, lanes) >= 0) {
            rescale();
        }
        tile.ops().exponentials(tile.terms, to - from, tile.max, tile.sum, lanes);
        for (int i = 0; i < lanes; i++) {
            tile.total[i] += tile.sum[i];
        }
        if ((out.wantsScore() || out.wantsPosteriorMean()) && addRuns(from, to)) {
            kernel.fold(tile, out);
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

    /// Adds runs of components that matter to some lane; says whether there are any.
    private boolean addRuns(int from, int to) {
        boolean any = false;
        for (int start = from; start < to; ) {
            int end = start;
            while (end < to && matters(end - from)) {
                end++;
            }
            if (end > start) {
                kernel.add(tile, start, end, start - from, out);
                any = true;
            }
            start = end + 1;
        }
        return any;
    }

    private boolean matters(int row) {
        return !tile.ops().isZero(tile.terms, row * tile.lanes(), tile.lanes());
    }

    private void store(int start, int live) {
        if (out.wantsLogDensity()) {
            storeLogDensity(start, live);
        }
        for (int i = 0; i < tile.lanes(); i++) {
            tile.factor[i] = 1 / tile.total[i];
        }
        if (out.wantsScore()) {
            multiplyRows(tile.score, d);
            storeRows(tile.score, out.score(), start, live);
        }
        if (out.wantsPosteriorMean()) {
            multiplyRows(tile.mean, d);
            addCentre();
            storeRows(tile.mean, out.posteriorMean(), start, live);
        }
    }

    private void storeLogDensity(int start, int live) {
        tile.arrays().log(tile.total, 0, tile.factor, 0, tile.lanes());
        for (int i = 0; i < live; i++) {
            out.logDensity()[start + i] =
                    Math.fma(tile.max[i], ArrayMath.LN2_HIGH, tile.factor[i] + frame.largestConstant());
        }
    }

    private void addCentre() {
        for (int j = 0; j < d; j++) {
            addToRow(frame.centre()[j], tile.mean, j * tile.lanes(), tile.lanes());
        }
    }

    private static void addToRow(double shift, double[] rows, int at, int lanes) {
        for (int i = 0; i < lanes; i++) {
            rows[at + i] += shift;
        }
    }

    private void storeRows(double[] rows, double[] to, int start, int live) {
        for (int j = 0; j < d; j++) {
            storeRow(rows, j * tile.lanes(), to, start * d + j, live);
        }
    }

    private void storeRow(double[] rows, int at, double[] to, int first, int live) {
        for (int i = 0; i < live; i++) {
            to[first + i * d] = rows[at + i];
        }
    }

    private void evaluateFar(Points points, int start, int live) {
        int count = 0;
        for (int i = 0; i < live; i++) {
            count += isFar(i) ? 1 : 0;
        }
        if (count > 0) {
            int[] rows = new int[count];
            for (int i = 0, at = 0; i < live; i++) {
                if (isFar(i)) {
                    rows[at++] = start + i;
                }
            }
            new PickedRows(rows).evaluate(frame.law(), points, out);
        }
    }

    /// Whether terms are so large that their rounding could matter, or overflowed.
    private boolean isFar(int lane) {
        double term = -(double) tile.max[lane];
        double total = tile.total[lane];
        return !(term <= FARTHEST && term * (1 - 1 / total) <= AMBIGUOUS);
    }
}
