package org.sandglass.arrayops;

/// [DistanceOps] in plain Java.
abstract class PlainDistances implements DistanceOps {

    @Override
    public void difference(double[] x, int xFrom, double s, double[] m, int mFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = Math.fma(-s, m[mFrom + i], x[xFrom + i]);
        }
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
        for (int j = 0, row = 0; j < coordinates; j++, row += stride) {
            for (int i = 0; i < n; i++) {
                double v = Math.fma(-s, m[mFrom + row + i], x[xFrom + j]);
                acc[row + i] = Math.fma(w[wFrom + i], v, acc[row + i]);
            }
        }
    }

    @Override
    public void divide(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = a[aFrom + i] / b[bFrom + i];
        }
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
        for (int i = 0; i < n; i++) {
            double below = Math.fma(s, low[lowFrom + i], -x[xFrom + i]);
            double above = Math.fma(-s, high[highFrom + i], x[xFrom + i]);
            out[outFrom + i] = Math.max(Math.max(below, above), 0);
        }
    }

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
        for (int i = 0; i < n; i++) {
            double t = acc[accFrom + i];
            for (int j = 0; j < coordinates; j++) {
                double v = Math.fma(-s, m[mFrom + j * stride + i], x[xFrom + j]);
                t = Math.fma(v, v, t);
            }
            acc[accFrom + i] = t;
        }
    }
}
