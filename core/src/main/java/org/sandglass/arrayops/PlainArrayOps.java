package org.sandglass.arrayops;

/// The operations in plain Java: the twin to read, and the one that runs where there are no vectors.
public final class PlainArrayOps extends PlainDistances implements ArrayOps {
    private static final TileOps TILES = new PlainTileOps();
    private static final FloatTileOps FLOAT_TILES = new PlainFloatTileOps();

    /// An implementation without state.
    public PlainArrayOps() {}

    @Override
    public void exp(double[] x, int xFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = ArrayMath.exp(x[xFrom + i]);
        }
    }

    @Override
    public void log(double[] x, int xFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = ArrayMath.log(x[xFrom + i]);
        }
    }

    @Override
    public void sqrt(double[] x, int xFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = Math.sqrt(x[xFrom + i]);
        }
    }

    @Override
    public void sinTurns(double[] u, int uFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = ArrayMath.sinTurns(u[uFrom + i]);
        }
    }

    @Override
    public void cosTurns(double[] u, int uFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = ArrayMath.cosTurns(u[uFrom + i]);
        }
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = 0;
        for (; i <= n - 8; i += 8) {
            s0 = Math.fma(a[aFrom + i], b[bFrom + i], s0);
            s1 = Math.fma(a[aFrom + i + 1], b[bFrom + i + 1], s1);
            s2 = Math.fma(a[aFrom + i + 2], b[bFrom + i + 2], s2);
            s3 = Math.fma(a[aFrom + i + 3], b[bFrom + i + 3], s3);
            s4 = Math.fma(a[aFrom + i + 4], b[bFrom + i + 4], s4);
            s5 = Math.fma(a[aFrom + i + 5], b[bFrom + i + 5], s5);
            s6 = Math.fma(a[aFrom + i + 6], b[bFrom + i + 6], s6);
            s7 = Math.fma(a[aFrom + i + 7], b[bFrom + i + 7], s7);
        }
        return dotTail(a, aFrom + i, b, bFrom + i, n - i, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    @Override
    public double sum(double[] x, int xFrom, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = 0;
        for (; i <= n - 8; i += 8) {
            s0 += x[xFrom + i];
            s1 += x[xFrom + i + 1];
            s2 += x[xFrom + i + 2];
            s3 += x[xFrom + i + 3];
            s4 += x[xFrom + i + 4];
            s5 += x[xFrom + i + 5];
            s6 += x[xFrom + i + 6];
            s7 += x[xFrom + i + 7];
        }
        return sumTail(x, xFrom + i, n - i, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    @Override
    public double max(double[] x, int xFrom, int n) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, x[xFrom + i]);
        }
        return largest;
    }

    @Override
    public void max(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = Math.max(a[aFrom + i], b[bFrom + i]);
        }
    }

    @Override
    public void scale(double s, double[] x, int xFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = s * x[xFrom + i];
        }
    }

    @Override
    public void axpy(double s, double[] x, int xFrom, double[] y, int yFrom, int n) {
        for (int i = 0; i < n; i++) {
            y[yFrom + i] = Math.fma(s, x[xFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public void multiply(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = a[aFrom + i] * b[bFrom + i];
        }
    }

    @Override
    public void multiplyAdd(double[] a, int aFrom, double[] b, int bFrom, double[] acc, int accFrom, int n) {
        for (int i = 0; i < n; i++) {
            acc[accFrom + i] = Math.fma(a[aFrom + i], b[bFrom + i], acc[accFrom + i]);
        }
    }

    @Override
    public void subtractScaled(double[] x, int xFrom, double s, double m, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = Math.fma(-s, m, x[xFrom + i]);
        }
    }

    @Override
    public void addSquares(double[] w, int wFrom, double[] acc, int accFrom, int n) {
        for (int i = 0; i < n; i++) {
            double each = w[wFrom + i];
            acc[accFrom + i] = Math.fma(each, each, acc[accFrom + i]);
        }
    }

    @Override
    public void addStandardisedSquares(
            double[] x, int xFrom, double mean, double precision, double[] acc, int accFrom, int n) {
        for (int i = 0; i < n; i++) {
            double w = (x[xFrom + i] - mean) * precision;
            acc[accFrom + i] = Math.fma(w, w, acc[accFrom + i]);
        }
    }

    @Override
    public void philox(long[] start, long[] words, int blocks) {
        Philox.fill(start, words, 0, blocks);
    }

    @Override
    public void uniforms(long[] words, int wordsFrom, double[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = (words[wordsFrom + i] >>> 11) * 0x1p-53;
        }
    }

    /// Sine and cosine share what [ArrayMath#sinTurns(double)] and [ArrayMath#cosTurns(double)] have in common, and
    /// ask no question that a processor could guess wrong.
    @Override
    public void boxMuller(double[] v, int vFrom, double[] u, int uFrom, double[] room, int roomFrom, int n) {
        for (int i = 0; i < n; i++) {
            double radius = Math.sqrt(-2 * ArrayMath.log(v[vFrom + i] + 0x1p-53));
            double rounded = Math.fma(4, u[uFrom + i], ArrayMath.TURN_ROUNDER);
            double r = Math.fma(-0.25, rounded - ArrayMath.TURN_ROUNDER, u[uFrom + i]);
            long quarters = Double.doubleToRawLongBits(rounded);
            long c = Double.doubleToRawLongBits(radius * ArrayMath.cosineOfEighth(r));
            long s = Double.doubleToRawLongBits(radius * ArrayMath.sineOfEighth(r));
            long exchanged = (c ^ s) & -(quarters & 1);
            v[vFrom + i] = Double.longBitsToDouble(c ^ exchanged ^ (((quarters + 1) & 2) << 62));
            u[uFrom + i] = Double.longBitsToDouble(s ^ exchanged ^ ((quarters & 2) << 62));
        }
    }

    /// The end of [#dot]: at most seven more products, then the tree.
    static double dotTail(
            double[] a,
            int aFrom,
            double[] b,
            int bFrom,
            int n,
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7) {
        double t0 = n > 0 ? Math.fma(a[aFrom], b[bFrom], s0) : s0;
        double t1 = n > 1 ? Math.fma(a[aFrom + 1], b[bFrom + 1], s1) : s1;
        double t2 = n > 2 ? Math.fma(a[aFrom + 2], b[bFrom + 2], s2) : s2;
        double t3 = n > 3 ? Math.fma(a[aFrom + 3], b[bFrom + 3], s3) : s3;
        double t4 = n > 4 ? Math.fma(a[aFrom + 4], b[bFrom + 4], s4) : s4;
        double t5 = n > 5 ? Math.fma(a[aFrom + 5], b[bFrom + 5], s5) : s5;
        double t6 = n > 6 ? Math.fma(a[aFrom + 6], b[bFrom + 6], s6) : s6;
        return ((t0 + t4) + (t2 + t6)) + ((t1 + t5) + (t3 + s7));
    }

    /// The end of [#sum]: at most seven more numbers, then the tree.
    static double sumTail(
            double[] x,
            int xFrom,
            int n,
            double s0,
            double s1,
            double s2,
            double s3,
            double s4,
            double s5,
            double s6,
            double s7) {
        double t0 = n > 0 ? s0 + x[xFrom] : s0;
        double t1 = n > 1 ? s1 + x[xFrom + 1] : s1;
        double t2 = n > 2 ? s2 + x[xFrom + 2] : s2;
        double t3 = n > 3 ? s3 + x[xFrom + 3] : s3;
        double t4 = n > 4 ? s4 + x[xFrom + 4] : s4;
        double t5 = n > 5 ? s5 + x[xFrom + 5] : s5;
        double t6 = n > 6 ? s6 + x[xFrom + 6] : s6;
        return ((t0 + t4) + (t2 + t6)) + ((t1 + t5) + (t3 + s7));
    }

    @Override
    public TileOps tiles() {
        return TILES;
    }

    @Override
    public FloatTileOps floatTiles() {
        return FLOAT_TILES;
    }
}
