package org.sandglass.arrayops;

import jdk.incubator.vector.DoubleVector;

/// [DistanceOps] in lanes, with the plain twin's tails.
abstract class VectorDistances implements DistanceOps {
    private static final PlainArrayOps TAIL = new PlainArrayOps();

    private static DoubleVector at(double[] x, int i) {
        return DoubleVector.fromArray(VectorArrayOps.SPECIES, x, i);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(VectorArrayOps.SPECIES, value);
    }

    @Override
    public void difference(double[] x, int xFrom, double s, double[] m, int mFrom, double[] out, int outFrom, int n) {
        DoubleVector minusS = all(-s);
        int i = 0;
        for (; i <= n - VectorArrayOps.LANES; i += VectorArrayOps.LANES) {
            at(m, mFrom + i).fma(minusS, at(x, xFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.difference(x, xFrom + i, s, m, mFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void addDifferences(
            double[] w,
            int wFrom,
            double[] x,
            int xFrom,
            int coordinates,
            double s,
            double[] m,
            int mFrom,
            int stride,
            double[] acc,
            int n) {
        if (n % VectorArrayOps.LANES != 0) {
            TAIL.addDifferences(w, wFrom, x, xFrom, coordinates, s, m, mFrom, stride, acc, n);
            return;
        }
        DoubleVector minusS = all(-s);
        for (int j = 0, row = 0; j < coordinates; j++, row += stride) {
            DoubleVector xj = all(x[xFrom + j]);
            for (int i = 0; i < n; i += VectorArrayOps.LANES) {
                DoubleVector v = at(m, mFrom + row + i).fma(minusS, xj);
                v.fma(at(w, wFrom + i), at(acc, row + i)).intoArray(acc, row + i);
            }
        }
    }

    @Override
    public void divide(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n) {
        int i = 0;
        for (; i <= n - VectorArrayOps.LANES; i += VectorArrayOps.LANES) {
            at(a, aFrom + i).div(at(b, bFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.divide(a, aFrom + i, b, bFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void gap(
            double[] x,
            int xFrom,
            double s,
            double[] low,
            int lowFrom,
            double[] high,
            int highFrom,
            double[] out,
            int outFrom,
            int n) {
        DoubleVector plusS = all(s);
        DoubleVector minusS = all(-s);
        int i = 0;
        for (; i <= n - VectorArrayOps.LANES; i += VectorArrayOps.LANES) {
            DoubleVector xs = at(x, xFrom + i);
            DoubleVector below = at(low, lowFrom + i).fma(plusS, xs.neg());
            DoubleVector above = at(high, highFrom + i).fma(minusS, xs);
            below.max(above).max(0).intoArray(out, outFrom + i);
        }
        TAIL.gap(x, xFrom + i, s, low, lowFrom + i, high, highFrom + i, out, outFrom + i, n - i);
    }

    /// Strips of four vectors, which keep the sums in registers and hide the latency of `fma`; then single
    /// vectors.
    @Override
    public void addSquaredDistances(
            double[] x,
            int xFrom,
            int coordinates,
            double s,
            double[] m,
            int mFrom,
            int stride,
            double[] acc,
            int accFrom,
            int n) {
        int i = 0;
        for (; i <= n - 4 * VectorArrayOps.LANES; i += 4 * VectorArrayOps.LANES) {
            strip(x, xFrom, coordinates, s, m, mFrom + i, stride, acc, accFrom + i);
        }
        for (; i <= n - VectorArrayOps.LANES; i += VectorArrayOps.LANES) {
            single(x, xFrom, coordinates, s, m, mFrom + i, stride, acc, accFrom + i);
        }
        TAIL.addSquaredDistances(x, xFrom, coordinates, s, m, mFrom + i, stride, acc, accFrom + i, n - i);
    }

    private static void strip(
            double[] x, int xFrom, int coordinates, double s, double[] m, int mFrom, int stride, double[] acc, int to) {
        DoubleVector minusS = all(-s);
        DoubleVector t0 = at(acc, to);
        DoubleVector t1 = at(acc, to + VectorArrayOps.LANES);
        DoubleVector t2 = at(acc, to + 2 * VectorArrayOps.LANES);
        DoubleVector t3 = at(acc, to + 3 * VectorArrayOps.LANES);
        for (int j = 0, row = mFrom; j < coordinates; j++, row += stride) {
            DoubleVector xj = all(x[xFrom + j]);
            DoubleVector v0 = at(m, row).fma(minusS, xj);
            DoubleVector v1 = at(m, row + VectorArrayOps.LANES).fma(minusS, xj);
            DoubleVector v2 = at(m, row + 2 * VectorArrayOps.LANES).fma(minusS, xj);
            DoubleVector v3 = at(m, row + 3 * VectorArrayOps.LANES).fma(minusS, xj);
            t0 = v0.fma(v0, t0);
            t1 = v1.fma(v1, t1);
            t2 = v2.fma(v2, t2);
            t3 = v3.fma(v3, t3);
        }
        t0.intoArray(acc, to);
        t1.intoArray(acc, to + VectorArrayOps.LANES);
        t2.intoArray(acc, to + 2 * VectorArrayOps.LANES);
        t3.intoArray(acc, to + 3 * VectorArrayOps.LANES);
    }

    private static void single(
            double[] x, int xFrom, int coordinates, double s, double[] m, int mFrom, int stride, double[] acc, int to) {
        DoubleVector minusS = all(-s);
        DoubleVector t = at(acc, to);
        for (int j = 0, row = mFrom; j < coordinates; j++, row += stride) {
            DoubleVector v = at(m, row).fma(minusS, all(x[xFrom + j]));
            t = v.fma(v, t);
        }
        t.intoArray(acc, to);
    }
}
