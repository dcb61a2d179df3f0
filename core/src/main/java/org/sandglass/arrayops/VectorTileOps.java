package org.sandglass.arrayops;

import static org.sandglass.arrayops.ArrayMath.*;
import static org.sandglass.arrayops.VectorArrayOps.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/// The loops over tiles in registers: a block is four vectors of points, and its loop runs over components with
/// the points, or the sums of a coordinate, kept in registers.
///
/// Full tiles only: others, and an odd last row, are the plain twin's. The number of lanes is a constant, so that
/// HotSpot can take range checks out of the loops. Blocks have methods of their own, too large to be inlined (more
/// than 325 bytecodes) and small enough to be compiled in one piece: in a graph of too many nodes HotSpot 25 stops
/// inlining, and then every vector is an object. For the same reason `a = 1`, where a subtraction does the work of
/// an `fma`, has loops of its own.
final class VectorTileOps implements TileOps {
    private static final int V = VectorArrayOps.LANES;
    private static final int BLOCK = 4 * V;
    private static final PlainTileOps PLAIN = new PlainTileOps();

    private static DoubleVector at(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    /// Masks of two lanes are objects: see [VectorArrayOps].
    private static boolean isLeftToPlain(int lanes) {
        return V == 2 || lanes != LANES;
    }

    @Override
    public void fillRows(double[] values, int from, int to, double[] t, int tFrom, int lanes) {
        if (lanes != LANES) {
            PLAIN.fillRows(values, from, to, t, tFrom, lanes);
            return;
        }
        for (int k = from; k < to; k++) {
            DoubleVector value = all(values[k]);
            for (int i = 0; i < LANES; i += V) {
                value.intoArray(t, tFrom + (k - from) * LANES + i);
            }
        }
    }

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, Table gains, int from, int to, double[] t, int tFrom, int lanes) {
        int pairs = lanes == LANES ? d & -2 : 0;
        for (int j = 0; j < pairs; j += 2) {
            for (int i = 0; i < LANES; i += BLOCK) {
                if (a == 1) {
                    addTwoSquares(x, j * LANES + i, means, gains, from, j, t, tFrom + i, to - from);
                } else {
                    addTwoSquares(x, j * LANES + i, a, means, gains, from, j, t, tFrom + i, to - from);
                }
            }
        }
        PlainTileOps.addSquares(pairs, x, d, a, means, gains, from, to, t, tFrom, lanes);
    }

    private static void addTwoSquares(
            double[] x, int at, Table means, Table gains, int from, int j, double[] t, int tFrom, int rows) {
        double[] m = means.data(), g = gains.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        int gStep = gains.rowStride(), gNext = gains.columnStride(), gAt = gains.at(from, j);
        DoubleVector x0 = at(x, at), x1 = at(x, at + V), x2 = at(x, at + 2 * V), x3 = at(x, at + 3 * V);
        int next = at + LANES;
        DoubleVector y0 = at(x, next), y1 = at(x, next + V), y2 = at(x, next + 2 * V), y3 = at(x, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES;
            DoubleVector mean = all(m[mAt + k * mStep]), gain = all(g[gAt + k * gStep]);
            DoubleVector v0 = x0.sub(mean), v1 = x1.sub(mean), v2 = x2.sub(mean), v3 = x3.sub(mean);
            DoubleVector t0 = v0.mul(gain).fma(v0, at(t, to)), t1 = v1.mul(gain).fma(v1, at(t, to + V));
            DoubleVector t2 = v2.mul(gain).fma(v2, at(t, to + 2 * V)),
                    t3 = v3.mul(gain).fma(v3, at(t, to + 3 * V));
            mean = all(m[mAt + mNext + k * mStep]);
            gain = all(g[gAt + gNext + k * gStep]);
            v0 = y0.sub(mean);
            v1 = y1.sub(mean);
            v2 = y2.sub(mean);
            v3 = y3.sub(mean);
            v0.mul(gain).fma(v0, t0).intoArray(t, to);
            v1.mul(gain).fma(v1, t1).intoArray(t, to + V);
            v2.mul(gain).fma(v2, t2).intoArray(t, to + 2 * V);
            v3.mul(gain).fma(v3, t3).intoArray(t, to + 3 * V);
        }
    }

    private static void addTwoSquares(
            double[] x, int at, double a, Table means, Table gains, int from, int j, double[] t, int tFrom, int rows) {
        double[] m = means.data(), g = gains.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        int gStep = gains.rowStride(), gNext = gains.columnStride(), gAt = gains.at(from, j);
        DoubleVector minusA = all(-a);
        DoubleVector x0 = at(x, at), x1 = at(x, at + V), x2 = at(x, at + 2 * V), x3 = at(x, at + 3 * V);
        int next = at + LANES;
        DoubleVector y0 = at(x, next), y1 = at(x, next + V), y2 = at(x, next + 2 * V), y3 = at(x, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES;
            DoubleVector mean = all(m[mAt + k * mStep]), gain = all(g[gAt + k * gStep]);
            DoubleVector v0 = minusA.fma(mean, x0), v1 = minusA.fma(mean, x1);
            DoubleVector v2 = minusA.fma(mean, x2), v3 = minusA.fma(mean, x3);
            DoubleVector t0 = v0.mul(gain).fma(v0, at(t, to)), t1 = v1.mul(gain).fma(v1, at(t, to + V));
            DoubleVector t2 = v2.mul(gain).fma(v2, at(t, to + 2 * V)),
                    t3 = v3.mul(gain).fma(v3, at(t, to + 3 * V));
            mean = all(m[mAt + mNext + k * mStep]);
            gain = all(g[gAt + gNext + k * gStep]);
            v0 = minusA.fma(mean, y0);
            v1 = minusA.fma(mean, y1);
            v2 = minusA.fma(mean, y2);
            v3 = minusA.fma(mean, y3);
            v0.mul(gain).fma(v0, t0).intoArray(t, to);
            v1.mul(gain).fma(v1, t1).intoArray(t, to + V);
            v2.mul(gain).fma(v2, t2).intoArray(t, to + 2 * V);
            v3.mul(gain).fma(v3, t3).intoArray(t, to + 3 * V);
        }
    }

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, int from, int to, double[] t, int tFrom, int lanes) {
        int pairs = lanes == LANES ? d & -2 : 0;
        for (int j = 0; j < pairs; j += 2) {
            for (int i = 0; i < LANES; i += BLOCK) {
                addTwoSquares(x, j * LANES + i, a, means, from, j, t, tFrom + i, to - from);
            }
        }
        PlainTileOps.addSquares(pairs, x, d, a, means, from, to, t, tFrom, lanes);
    }

    private static void addTwoSquares(
            double[] x, int at, double a, Table means, int from, int j, double[] t, int tFrom, int rows) {
        double[] m = means.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        DoubleVector minusA = all(-a);
        DoubleVector x0 = at(x, at), x1 = at(x, at + V), x2 = at(x, at + 2 * V), x3 = at(x, at + 3 * V);
        int next = at + LANES;
        DoubleVector y0 = at(x, next), y1 = at(x, next + V), y2 = at(x, next + 2 * V), y3 = at(x, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES;
            DoubleVector mean = all(m[mAt + k * mStep]);
            DoubleVector v0 = minusA.fma(mean, x0), v1 = minusA.fma(mean, x1);
            DoubleVector v2 = minusA.fma(mean, x2), v3 = minusA.fma(mean, x3);
            DoubleVector t0 = v0.fma(v0, at(t, to)), t1 = v1.fma(v1, at(t, to + V));
            DoubleVector t2 = v2.fma(v2, at(t, to + 2 * V)), t3 = v3.fma(v3, at(t, to + 3 * V));
            mean = all(m[mAt + mNext + k * mStep]);
            v0 = minusA.fma(mean, y0);
            v1 = minusA.fma(mean, y1);
            v2 = minusA.fma(mean, y2);
            v3 = minusA.fma(mean, y3);
            v0.fma(v0, t0).intoArray(t, to);
            v1.fma(v1, t1).intoArray(t, to + V);
            v2.fma(v2, t2).intoArray(t, to + 2 * V);
            v3.fma(v3, t3).intoArray(t, to + 3 * V);
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
        if (lanes != LANES) {
            PLAIN.addDifferences(r, rFrom, x, d, a, means, gains, from, to, sums, lanes);
            return;
        }
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < LANES; i += BLOCK) {
                if (a == 1) {
                    addDifferencesOfRow(r, rFrom + i, x, j * LANES + i, means, gains, from, j, sums, to - from);
                } else {
                    addDifferencesOfRow(r, rFrom + i, x, j * LANES + i, a, means, gains, from, j, sums, to - from);
                }
            }
        }
    }

    private static void addDifferencesOfRow(
            double[] r,
            int rFrom,
            double[] x,
            int at,
            Table means,
            Table gains,
            int from,
            int j,
            double[] sums,
            int rows) {
        double[] m = means.data(), g = gains.data();
        int mStep = means.rowStride(), mAt = means.at(from, j), gStep = gains.rowStride(), gAt = gains.at(from, j);
        int at1 = at + V, at2 = at + 2 * V, at3 = at + 3 * V;
        DoubleVector x0 = at(x, at), x1 = at(x, at1), x2 = at(x, at2), x3 = at(x, at3);
        DoubleVector s0 = at(sums, at), s1 = at(sums, at1), s2 = at(sums, at2), s3 = at(sums, at3);
        for (int k = 0; k < rows; k++) {
            int row = rFrom + k * LANES;
            DoubleVector mean = all(m[mAt + k * mStep]), gain = all(g[gAt + k * gStep]);
            s0 = x0.sub(mean).mul(gain).fma(at(r, row), s0);
            s1 = x1.sub(mean).mul(gain).fma(at(r, row + V), s1);
            s2 = x2.sub(mean).mul(gain).fma(at(r, row + 2 * V), s2);
            s3 = x3.sub(mean).mul(gain).fma(at(r, row + 3 * V), s3);
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at1);
        s2.intoArray(sums, at2);
        s3.intoArray(sums, at3);
    }

    private static void addDifferencesOfRow(
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
            int rows) {
        double[] m = means.data(), g = gains.data();
        int mStep = means.rowStride(), mAt = means.at(from, j), gStep = gains.rowStride(), gAt = gains.at(from, j);
        int at1 = at + V, at2 = at + 2 * V, at3 = at + 3 * V;
        DoubleVector minusA = all(-a);
        DoubleVector x0 = at(x, at), x1 = at(x, at1), x2 = at(x, at2), x3 = at(x, at3);
        DoubleVector s0 = at(sums, at), s1 = at(sums, at1), s2 = at(sums, at2), s3 = at(sums, at3);
        for (int k = 0; k < rows; k++) {
            int row = rFrom + k * LANES;
            DoubleVector mean = all(m[mAt + k * mStep]), gain = all(g[gAt + k * gStep]);
            s0 = minusA.fma(mean, x0).mul(gain).fma(at(r, row), s0);
            s1 = minusA.fma(mean, x1).mul(gain).fma(at(r, row + V), s1);
            s2 = minusA.fma(mean, x2).mul(gain).fma(at(r, row + 2 * V), s2);
            s3 = minusA.fma(mean, x3).mul(gain).fma(at(r, row + 3 * V), s3);
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at1);
        s2.intoArray(sums, at2);
        s3.intoArray(sums, at3);
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
        int pairs = lanes == LANES ? d & -2 : 0;
        for (int j = 0; j < pairs; j += 2) {
            for (int i = 0; i < LANES; i += BLOCK) {
                addTwoDifferences(r, rFrom + i, x, j * LANES + i, a, means, from, j, sums, to - from);
            }
        }
        PlainTileOps.addDifferences(pairs, r, rFrom, x, d, a, means, from, to, sums, lanes);
    }

    private static void addTwoDifferences(
            double[] r,
            int rFrom,
            double[] x,
            int at,
            double a,
            Table means,
            int from,
            int j,
            double[] sums,
            int rows) {
        double[] m = means.data();
        int mStep = means.rowStride(), mNext = means.columnStride(), mAt = means.at(from, j);
        int at1 = at + V, at2 = at + 2 * V, at3 = at + 3 * V;
        int next = at + LANES, next1 = at1 + LANES, next2 = at2 + LANES, next3 = at3 + LANES;
        DoubleVector minusA = all(-a);
        DoubleVector x0 = at(x, at), x1 = at(x, at1), x2 = at(x, at2), x3 = at(x, at3);
        DoubleVector y0 = at(x, next), y1 = at(x, next1), y2 = at(x, next2), y3 = at(x, next3);
        DoubleVector s0 = at(sums, at), s1 = at(sums, at1), s2 = at(sums, at2), s3 = at(sums, at3);
        DoubleVector u0 = at(sums, next), u1 = at(sums, next1), u2 = at(sums, next2), u3 = at(sums, next3);
        for (int k = 0; k < rows; k++) {
            int row = rFrom + k * LANES;
            DoubleVector r0 = at(r, row), r1 = at(r, row + V), r2 = at(r, row + 2 * V), r3 = at(r, row + 3 * V);
            DoubleVector mean = all(m[mAt + k * mStep]);
            s0 = minusA.fma(mean, x0).fma(r0, s0);
            s1 = minusA.fma(mean, x1).fma(r1, s1);
            s2 = minusA.fma(mean, x2).fma(r2, s2);
            s3 = minusA.fma(mean, x3).fma(r3, s3);
            mean = all(m[mAt + mNext + k * mStep]);
            u0 = minusA.fma(mean, y0).fma(r0, u0);
            u1 = minusA.fma(mean, y1).fma(r1, u1);
            u2 = minusA.fma(mean, y2).fma(r2, u2);
            u3 = minusA.fma(mean, y3).fma(r3, u3);
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at1);
        s2.intoArray(sums, at2);
        s3.intoArray(sums, at3);
        u0.intoArray(sums, next);
        u1.intoArray(sums, next1);
        u2.intoArray(sums, next2);
        u3.intoArray(sums, next3);
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
        int pairs = lanes == LANES ? rows & -2 : 0;
        for (int m = 0; m < pairs; m += 2) {
            for (int i = 0; i < LANES; i += BLOCK) {
                addTwoRows(scale, a, m, from, to - from, b, bFrom + i, out, outFrom + m * LANES + i);
            }
        }
        PlainTileOps.addProduct(pairs, scale, a, rows, from, to, b, bFrom, out, outFrom, lanes);
    }

    private static void addTwoRows(
            double scale, Table a, int m, int from, int inner, double[] b, int bFrom, double[] out, int at) {
        double[] data = a.data();
        int step = a.columnStride(), other = a.rowStride(), first = a.at(m, from);
        int at1 = at + V, at2 = at + 2 * V, at3 = at + 3 * V;
        DoubleVector s0 = at(out, at), s1 = at(out, at1), s2 = at(out, at2), s3 = at(out, at3);
        DoubleVector u0 = at(out, at + LANES), u1 = at(out, at1 + LANES);
        DoubleVector u2 = at(out, at2 + LANES), u3 = at(out, at3 + LANES);
        for (int l = 0; l < inner; l++) {
            int row = bFrom + l * LANES;
            DoubleVector b0 = at(b, row), b1 = at(b, row + V);
            DoubleVector b2 = at(b, row + 2 * V), b3 = at(b, row + 3 * V);
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
        s0.intoArray(out, at);
        s1.intoArray(out, at1);
        s2.intoArray(out, at2);
        s3.intoArray(out, at3);
        u0.intoArray(out, at + LANES);
        u1.intoArray(out, at1 + LANES);
        u2.intoArray(out, at2 + LANES);
        u3.intoArray(out, at3 + LANES);
    }

    @Override
    public void raiseMaximum(double[] t, int rows, double[] max, int lanes) {
        if (isLeftToPlain(lanes)) {
            PLAIN.raiseMaximum(t, rows, max, lanes);
            return;
        }
        for (int i = 0; i < LANES; i += BLOCK) {
            DoubleVector m0 = at(max, i), m1 = at(max, i + V);
            DoubleVector m2 = at(max, i + 2 * V), m3 = at(max, i + 3 * V);
            for (int k = 0; k < rows; k++) {
                int at = i + k * LANES;
                DoubleVector t0 = at(t, at), t1 = at(t, at + V);
                DoubleVector t2 = at(t, at + 2 * V), t3 = at(t, at + 3 * V);
                m0 = m0.blend(t0, t0.compare(VectorOperators.GT, m0));
                m1 = m1.blend(t1, t1.compare(VectorOperators.GT, m1));
                m2 = m2.blend(t2, t2.compare(VectorOperators.GT, m2));
                m3 = m3.blend(t3, t3.compare(VectorOperators.GT, m3));
            }
            m0.intoArray(max, i);
            m1.intoArray(max, i + V);
            m2.intoArray(max, i + 2 * V);
            m3.intoArray(max, i + 3 * V);
        }
    }

    /// Written out in place of calls of [ArrayMath#exp2(double)]'s twin, so that it is too large to be inlined in
    /// turn.
    @Override
    public void exponentials(double[] t, int rows, double[] max, double[] sum, int lanes) {
        if (isLeftToPlain(lanes)) {
            PLAIN.exponentials(t, rows, max, sum, lanes);
            return;
        }
        for (int i = 0; i < LANES; i += V) {
            DoubleVector largest = at(max, i), total = at(sum, i);
            for (int k = 0; k < rows; k++) {
                DoubleVector x = at(t, i + k * LANES).sub(largest);
                DoubleVector rounded = x.add(EXP2_ROUNDER);
                DoubleVector r = x.sub(rounded.sub(EXP2_ROUNDER));
                DoubleVector p = r.fma(all(T10), all(T9));
                p = p.fma(r, all(T8));
                p = p.fma(r, all(T7));
                p = p.fma(r, all(T6));
                p = p.fma(r, all(T5));
                p = p.fma(r, all(T4));
                p = p.fma(r, all(T3));
                p = p.fma(r, all(T2));
                p = p.fma(r, all(T1));
                p = p.fma(r, all(T0));
                LongVector power = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
                DoubleVector e =
                        p.fma(r, all(1)).reinterpretAsLongs().add(power).reinterpretAsDoubles();
                e = e.blend(0, x.compare(VectorOperators.LT, EXP2_LOW));
                e.intoArray(t, i + k * LANES);
                total = total.add(e);
            }
            total.intoArray(sum, i);
        }
    }

    @Override
    public void multiplyRows(double[] factor, double[] t, int rows, int lanes) {
        PLAIN.multiplyRows(factor, t, rows, lanes);
    }
}
