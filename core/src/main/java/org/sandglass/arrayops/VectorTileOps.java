package org.sandglass.arrayops;

import static org.sandglass.arrayops.VectorArrayOps.LANES;
import static org.sandglass.arrayops.VectorArrayOps.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// The loops over tiles in registers: blocks of two rows by four vectors, so that each number loaded serves
/// eight or more operations.
///
/// A block's loop runs over components with its sums, or its points, kept in registers. The odd last row, and
/// the lanes beyond the last four vectors, are the plain twin's.
final class VectorTileOps implements TileOps {
    private static final int BLOCK = 4 * LANES;

    private static int body(int lanes) {
        return lanes - lanes % BLOCK;
    }

    /// As [#body(int)], but nothing where a vector has two lanes, for the reason given in [VectorArrayOps].
    private static int functionBody(int lanes) {
        return LANES == 2 ? 0 : lanes & -LANES;
    }

    private static DoubleVector at(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    /// `x − a·mean` with one rounding; `one` says that `a` is 1.
    private static DoubleVector minus(DoubleVector x, DoubleVector minusA, DoubleVector mean, boolean one) {
        return one ? x.sub(mean) : minusA.fma(mean, x);
    }

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, Table gains, int from, int to, double[] t, int tFrom, int lanes) {
        int pairs = d & -2;
        int body = body(lanes);
        for (int j = 0; j < pairs; j += 2) {
            for (int i = 0; i < body; i += BLOCK) {
                addSquaresBlock(x, j * lanes + i, a, means, gains, from, j, t, tFrom + i, to - from, lanes);
            }
        }
        PlainTileOps.addSquares(x, 0, pairs, a, means, gains, from, to, t, tFrom, body, lanes);
        PlainTileOps.addSquares(x, pairs, d, a, means, gains, from, to, t, tFrom, 0, lanes);
    }

    private static void addSquaresBlock(
            double[] x,
            int at,
            double a,
            Table means,
            Table gains,
            int from,
            int j,
            double[] t,
            int tFrom,
            int rows,
            int lanes) {
        boolean one = a == 1;
        DoubleVector minusA = all(-a);
        double[] m = means.data();
        double[] g = gains.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        int gStep = gains.rowStride(), gNext = gains.columnStride(), gAt = gains.at(from, j);
        DoubleVector x0 = at(x, at), x1 = at(x, at + LANES), x2 = at(x, at + 2 * LANES), x3 = at(x, at + 3 * LANES);
        int next = at + lanes;
        DoubleVector y0 = at(x, next), y1 = at(x, next + LANES);
        DoubleVector y2 = at(x, next + 2 * LANES), y3 = at(x, next + 3 * LANES);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * lanes;
            DoubleVector mean = all(m[mAt + k * mStep]), gain = all(g[gAt + k * gStep]);
            DoubleVector v0 = minus(x0, minusA, mean, one),
                    v1 = minus(x1, minusA, mean, one),
                    v2 = minus(x2, minusA, mean, one),
                    v3 = minus(x3, minusA, mean, one);
            DoubleVector t0 = v0.mul(gain).fma(v0, at(t, to)), t1 = v1.mul(gain).fma(v1, at(t, to + LANES));
            DoubleVector t2 = v2.mul(gain).fma(v2, at(t, to + 2 * LANES));
            DoubleVector t3 = v3.mul(gain).fma(v3, at(t, to + 3 * LANES));
            mean = all(m[mAt + k * mStep + mNext]);
            gain = all(g[gAt + k * gStep + gNext]);
            v0 = minus(y0, minusA, mean, one);
            v1 = minus(y1, minusA, mean, one);
            v2 = minus(y2, minusA, mean, one);
            v3 = minus(y3, minusA, mean, one);
            v0.mul(gain).fma(v0, t0).intoArray(t, to);
            v1.mul(gain).fma(v1, t1).intoArray(t, to + LANES);
            v2.mul(gain).fma(v2, t2).intoArray(t, to + 2 * LANES);
            v3.mul(gain).fma(v3, t3).intoArray(t, to + 3 * LANES);
        }
    }

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, int from, int to, double[] t, int tFrom, int lanes) {
        int pairs = d & -2;
        int body = body(lanes);
        for (int j = 0; j < pairs; j += 2) {
            for (int i = 0; i < body; i += BLOCK) {
                addSquaresBlock(x, j * lanes + i, a, means, from, j, t, tFrom + i, to - from, lanes);
            }
        }
        PlainTileOps.addSquares(x, 0, pairs, a, means, from, to, t, tFrom, body, lanes);
        PlainTileOps.addSquares(x, pairs, d, a, means, from, to, t, tFrom, 0, lanes);
    }

    private static void addSquaresBlock(
            double[] x, int at, double a, Table means, int from, int j, double[] t, int tFrom, int rows, int lanes) {
        boolean one = a == 1;
        DoubleVector minusA = all(-a);
        double[] m = means.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        DoubleVector x0 = at(x, at), x1 = at(x, at + LANES), x2 = at(x, at + 2 * LANES), x3 = at(x, at + 3 * LANES);
        int next = at + lanes;
        DoubleVector y0 = at(x, next), y1 = at(x, next + LANES);
        DoubleVector y2 = at(x, next + 2 * LANES), y3 = at(x, next + 3 * LANES);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * lanes;
            DoubleVector mean = all(m[mAt + k * mStep]);
            DoubleVector v0 = minus(x0, minusA, mean, one),
                    v1 = minus(x1, minusA, mean, one),
                    v2 = minus(x2, minusA, mean, one),
                    v3 = minus(x3, minusA, mean, one);
            DoubleVector t0 = v0.fma(v0, at(t, to)), t1 = v1.fma(v1, at(t, to + LANES));
            DoubleVector t2 = v2.fma(v2, at(t, to + 2 * LANES)), t3 = v3.fma(v3, at(t, to + 3 * LANES));
            mean = all(m[mAt + k * mStep + mNext]);
            v0 = minus(y0, minusA, mean, one);
            v1 = minus(y1, minusA, mean, one);
            v2 = minus(y2, minusA, mean, one);
            v3 = minus(y3, minusA, mean, one);
            v0.fma(v0, t0).intoArray(t, to);
            v1.fma(v1, t1).intoArray(t, to + LANES);
            v2.fma(v2, t2).intoArray(t, to + 2 * LANES);
            v3.fma(v3, t3).intoArray(t, to + 3 * LANES);
        }
    }

    @Override
    public void addDifferences(
            double[] r,
            int rFrom,
            double[] x,
            int d,
            double a,
            Table means,
            Table gains,
            int from,
            int to,
            double[] sums,
            int lanes) {
        int pairs = d & -2;
        int body = body(lanes);
        for (int j = 0; j < pairs; j += 2) {
            for (int i = 0; i < body; i += BLOCK) {
                addDifferencesBlock(r, rFrom + i, x, j * lanes + i, a, means, gains, from, j, sums, to - from, lanes);
            }
        }
        PlainTileOps.addDifferences(r, rFrom, x, 0, pairs, a, means, gains, from, to, sums, body, lanes);
        PlainTileOps.addDifferences(r, rFrom, x, pairs, d, a, means, gains, from, to, sums, 0, lanes);
    }

    private static void addDifferencesBlock(
            double[] r,
            int rFrom,
            double[] x,
            int at,
            double a,
            Table means,
            Table gains,
            int from,
            int j,
            double[] sums,
            int rows,
            int lanes) {
        boolean one = a == 1;
        DoubleVector minusA = all(-a);
        double[] m = means.data();
        double[] g = gains.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        int gStep = gains.rowStride(), gNext = gains.columnStride(), gAt = gains.at(from, j);
        int next = at + lanes;
        DoubleVector x0 = at(x, at), x1 = at(x, at + LANES), x2 = at(x, at + 2 * LANES), x3 = at(x, at + 3 * LANES);
        DoubleVector y0 = at(x, next), y1 = at(x, next + LANES);
        DoubleVector y2 = at(x, next + 2 * LANES), y3 = at(x, next + 3 * LANES);
        DoubleVector s0 = at(sums, at), s1 = at(sums, at + LANES);
        DoubleVector s2 = at(sums, at + 2 * LANES), s3 = at(sums, at + 3 * LANES);
        DoubleVector u0 = at(sums, next), u1 = at(sums, next + LANES);
        DoubleVector u2 = at(sums, next + 2 * LANES), u3 = at(sums, next + 3 * LANES);
        for (int k = 0; k < rows; k++) {
            int row = rFrom + k * lanes;
            DoubleVector r0 = at(r, row), r1 = at(r, row + LANES);
            DoubleVector r2 = at(r, row + 2 * LANES), r3 = at(r, row + 3 * LANES);
            DoubleVector mean = all(m[mAt + k * mStep]), gain = all(g[gAt + k * gStep]);
            s0 = minus(x0, minusA, mean, one).mul(gain).fma(r0, s0);
            s1 = minus(x1, minusA, mean, one).mul(gain).fma(r1, s1);
            s2 = minus(x2, minusA, mean, one).mul(gain).fma(r2, s2);
            s3 = minus(x3, minusA, mean, one).mul(gain).fma(r3, s3);
            mean = all(m[mAt + k * mStep + mNext]);
            gain = all(g[gAt + k * gStep + gNext]);
            u0 = minus(y0, minusA, mean, one).mul(gain).fma(r0, u0);
            u1 = minus(y1, minusA, mean, one).mul(gain).fma(r1, u1);
            u2 = minus(y2, minusA, mean, one).mul(gain).fma(r2, u2);
            u3 = minus(y3, minusA, mean, one).mul(gain).fma(r3, u3);
        }
        store(s0, s1, s2, s3, sums, at);
        store(u0, u1, u2, u3, sums, next);
    }

    private static void store(
            DoubleVector v0, DoubleVector v1, DoubleVector v2, DoubleVector v3, double[] out, int to) {
        v0.intoArray(out, to);
        v1.intoArray(out, to + LANES);
        v2.intoArray(out, to + 2 * LANES);
        v3.intoArray(out, to + 3 * LANES);
    }

    @Override
    public void addDifferences(
            double[] r,
            int rFrom,
            double[] x,
            int d,
            double a,
            Table means,
            int from,
            int to,
            double[] sums,
            int lanes) {
        int pairs = d & -2;
        int body = body(lanes);
        for (int j = 0; j < pairs; j += 2) {
            for (int i = 0; i < body; i += BLOCK) {
                addDifferencesBlock(r, rFrom + i, x, j * lanes + i, a, means, from, j, sums, to - from, lanes);
            }
        }
        PlainTileOps.addDifferences(r, rFrom, x, 0, pairs, a, means, from, to, sums, body, lanes);
        PlainTileOps.addDifferences(r, rFrom, x, pairs, d, a, means, from, to, sums, 0, lanes);
    }

    private static void addDifferencesBlock(
            double[] r,
            int rFrom,
            double[] x,
            int at,
            double a,
            Table means,
            int from,
            int j,
            double[] sums,
            int rows,
            int lanes) {
        boolean one = a == 1;
        DoubleVector minusA = all(-a);
        double[] m = means.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        int next = at + lanes;
        DoubleVector x0 = at(x, at), x1 = at(x, at + LANES), x2 = at(x, at + 2 * LANES), x3 = at(x, at + 3 * LANES);
        DoubleVector y0 = at(x, next), y1 = at(x, next + LANES);
        DoubleVector y2 = at(x, next + 2 * LANES), y3 = at(x, next + 3 * LANES);
        DoubleVector s0 = at(sums, at), s1 = at(sums, at + LANES);
        DoubleVector s2 = at(sums, at + 2 * LANES), s3 = at(sums, at + 3 * LANES);
        DoubleVector u0 = at(sums, next), u1 = at(sums, next + LANES);
        DoubleVector u2 = at(sums, next + 2 * LANES), u3 = at(sums, next + 3 * LANES);
        for (int k = 0; k < rows; k++) {
            int row = rFrom + k * lanes;
            DoubleVector r0 = at(r, row), r1 = at(r, row + LANES);
            DoubleVector r2 = at(r, row + 2 * LANES), r3 = at(r, row + 3 * LANES);
            DoubleVector mean = all(m[mAt + k * mStep]);
            s0 = minus(x0, minusA, mean, one).fma(r0, s0);
            s1 = minus(x1, minusA, mean, one).fma(r1, s1);
            s2 = minus(x2, minusA, mean, one).fma(r2, s2);
            s3 = minus(x3, minusA, mean, one).fma(r3, s3);
            mean = all(m[mAt + k * mStep + mNext]);
            u0 = minus(y0, minusA, mean, one).fma(r0, u0);
            u1 = minus(y1, minusA, mean, one).fma(r1, u1);
            u2 = minus(y2, minusA, mean, one).fma(r2, u2);
            u3 = minus(y3, minusA, mean, one).fma(r3, u3);
        }
        store(s0, s1, s2, s3, sums, at);
        store(u0, u1, u2, u3, sums, next);
    }

    @Override
    public void addProduct(
            double scale,
            Table a,
            int rows,
            int from,
            int to,
            double[] b,
            int bFrom,
            double[] out,
            int outFrom,
            int lanes) {
        int pairs = rows & -2;
        int body = body(lanes);
        for (int m = 0; m < pairs; m += 2) {
            for (int i = 0; i < body; i += BLOCK) {
                addProductBlock(scale, a, m, from, to - from, b, bFrom + i, out, outFrom + m * lanes + i, lanes);
            }
        }
        PlainTileOps.addProduct(scale, a, 0, pairs, from, to, b, bFrom, out, outFrom, body, lanes);
        PlainTileOps.addProduct(scale, a, pairs, rows, from, to, b, bFrom, out, outFrom, 0, lanes);
    }

    private static void addProductBlock(
            double scale, Table a, int m, int from, int inner, double[] b, int bFrom, double[] out, int at, int lanes) {
        double[] data = a.data();
        int step = a.columnStride(), other = a.rowStride(), first = a.at(m, from);
        int next = at + lanes;
        DoubleVector s0 = at(out, at), s1 = at(out, at + LANES);
        DoubleVector s2 = at(out, at + 2 * LANES), s3 = at(out, at + 3 * LANES);
        DoubleVector u0 = at(out, next), u1 = at(out, next + LANES);
        DoubleVector u2 = at(out, next + 2 * LANES), u3 = at(out, next + 3 * LANES);
        for (int l = 0; l < inner; l++) {
            int row = bFrom + l * lanes;
            DoubleVector b0 = at(b, row), b1 = at(b, row + LANES);
            DoubleVector b2 = at(b, row + 2 * LANES), b3 = at(b, row + 3 * LANES);
            DoubleVector factor = all(scale * data[first + l * step]);
            s0 = b0.fma(factor, s0);
            s1 = b1.fma(factor, s1);
            s2 = b2.fma(factor, s2);
            s3 = b3.fma(factor, s3);
            factor = all(scale * data[first + l * step + other]);
            u0 = b0.fma(factor, u0);
            u1 = b1.fma(factor, u1);
            u2 = b2.fma(factor, u2);
            u3 = b3.fma(factor, u3);
        }
        store(s0, s1, s2, s3, out, at);
        store(u0, u1, u2, u3, out, next);
    }

    @Override
    public void raiseMaximum(double[] t, int rows, double[] max, double[] factor, int lanes) {
        int body = functionBody(lanes);
        for (int i = 0; i < body; i += LANES) {
            DoubleVector old = at(max, i);
            DoubleVector largest = largest(t, i, rows, lanes, old);
            VectorMath.exp2(old.sub(largest)).intoArray(factor, i);
            largest.intoArray(max, i);
        }
        PlainTileOps.raiseMaximum(t, rows, max, factor, body, lanes);
    }

    private static DoubleVector largest(double[] t, int from, int rows, int lanes, DoubleVector atLeast) {
        DoubleVector largest = atLeast;
        for (int k = 0; k < rows; k++) {
            DoubleVector each = at(t, from + k * lanes);
            largest = largest.blend(each, each.compare(VectorOperators.GT, largest));
        }
        return largest;
    }

    @Override
    public void exponentials(double[] t, int rows, double[] max, double[] sum, int lanes) {
        int body = functionBody(lanes);
        for (int i = 0; i < body; i += LANES) {
            exponentials(t, i, rows, lanes, at(max, i), at(sum, i)).intoArray(sum, i);
        }
        PlainTileOps.exponentials(t, rows, max, sum, body, lanes);
    }

    private static DoubleVector exponentials(
            double[] t, int from, int rows, int lanes, DoubleVector max, DoubleVector before) {
        DoubleVector sum = before;
        for (int k = 0; k < rows; k++) {
            DoubleVector e = VectorMath.exp2(at(t, from + k * lanes).sub(max));
            e.intoArray(t, from + k * lanes);
            sum = sum.add(e);
        }
        return sum;
    }

    @Override
    public void multiplyRows(double[] factor, double[] t, int rows, int lanes) {
        for (int at = 0; at < rows * lanes; at += lanes) {
            multiplyRow(factor, t, at, lanes);
        }
    }

    private static void multiplyRow(double[] factor, double[] t, int at, int lanes) {
        int i = 0;
        for (; i <= lanes - LANES; i += LANES) {
            at(t, at + i).mul(at(factor, i)).intoArray(t, at + i);
        }
        for (; i < lanes; i++) {
            t[at + i] *= factor[i];
        }
    }
}
