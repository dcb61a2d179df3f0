package org.sandglass.arrayops;

/// The loops over tiles in plain Java: the twin to read, and the one that runs where there are no vectors and
/// over the lanes that fill none.
///
/// Each has a form that leaves out the first lanes, for the vector twin.
final class PlainTileOps implements TileOps {

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, Table gains, int from, int to, double[] t, int tFrom, int lanes) {
        addSquares(x, 0, d, a, means, gains, from, to, t, tFrom, 0, lanes);
    }

    static void addSquares(
            double[] x,
            int dFrom,
            int d,
            double a,
            Table means,
            Table gains,
            int from,
            int to,
            double[] t,
            int tFrom,
            int first,
            int lanes) {
        for (int k = from; k < to; k++) {
            for (int j = dFrom; j < d; j++) {
                double gain = gains.data()[gains.at(k, j)];
                addSquares(
                        x,
                        j * lanes,
                        -a,
                        means.data()[means.at(k, j)],
                        gain,
                        t,
                        tFrom + (k - from) * lanes,
                        first,
                        lanes);
            }
        }
    }

    private static void addSquares(
            double[] x, int at, double minusA, double mean, double gain, double[] t, int to, int first, int lanes) {
        for (int i = first; i < lanes; i++) {
            double v = Math.fma(minusA, mean, x[at + i]);
            t[to + i] = Math.fma(v * gain, v, t[to + i]);
        }
    }

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, int from, int to, double[] t, int tFrom, int lanes) {
        addSquares(x, 0, d, a, means, from, to, t, tFrom, 0, lanes);
    }

    static void addSquares(
            double[] x,
            int dFrom,
            int d,
            double a,
            Table means,
            int from,
            int to,
            double[] t,
            int tFrom,
            int first,
            int lanes) {
        for (int k = from; k < to; k++) {
            for (int j = dFrom; j < d; j++) {
                addSquares(x, j * lanes, -a, means.data()[means.at(k, j)], t, tFrom + (k - from) * lanes, first, lanes);
            }
        }
    }

    private static void addSquares(
            double[] x, int at, double minusA, double mean, double[] t, int to, int first, int lanes) {
        for (int i = first; i < lanes; i++) {
            double v = Math.fma(minusA, mean, x[at + i]);
            t[to + i] = Math.fma(v, v, t[to + i]);
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
        addDifferences(r, rFrom, x, 0, d, a, means, gains, from, to, sums, 0, lanes);
    }

    static void addDifferences(
            double[] r,
            int rFrom,
            double[] x,
            int dFrom,
            int d,
            double a,
            Table means,
            Table gains,
            int from,
            int to,
            double[] sums,
            int first,
            int lanes) {
        for (int j = dFrom; j < d; j++) {
            for (int k = from; k < to; k++) {
                double gain = gains.data()[gains.at(k, j)];
                int row = rFrom + (k - from) * lanes;
                addDifferences(r, row, x, j * lanes, -a, means.data()[means.at(k, j)], gain, sums, first, lanes);
            }
        }
    }

    private static void addDifferences(
            double[] r,
            int row,
            double[] x,
            int at,
            double minusA,
            double mean,
            double gain,
            double[] sums,
            int first,
            int lanes) {
        for (int i = first; i < lanes; i++) {
            sums[at + i] = Math.fma(Math.fma(minusA, mean, x[at + i]) * gain, r[row + i], sums[at + i]);
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
            int from,
            int to,
            double[] sums,
            int lanes) {
        addDifferences(r, rFrom, x, 0, d, a, means, from, to, sums, 0, lanes);
    }

    static void addDifferences(
            double[] r,
            int rFrom,
            double[] x,
            int dFrom,
            int d,
            double a,
            Table means,
            int from,
            int to,
            double[] sums,
            int first,
            int lanes) {
        for (int j = dFrom; j < d; j++) {
            for (int k = from; k < to; k++) {
                int row = rFrom + (k - from) * lanes;
                addDifferences(r, row, x, j * lanes, -a, means.data()[means.at(k, j)], sums, first, lanes);
            }
        }
    }

    private static void addDifferences(
            double[] r, int row, double[] x, int at, double minusA, double mean, double[] sums, int first, int lanes) {
        for (int i = first; i < lanes; i++) {
            sums[at + i] = Math.fma(Math.fma(minusA, mean, x[at + i]), r[row + i], sums[at + i]);
        }
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
        addProduct(scale, a, 0, rows, from, to, b, bFrom, out, outFrom, 0, lanes);
    }

    static void addProduct(
            double scale,
            Table a,
            int rowsFrom,
            int rows,
            int from,
            int to,
            double[] b,
            int bFrom,
            double[] out,
            int outFrom,
            int first,
            int lanes) {
        for (int m = rowsFrom; m < rows; m++) {
            for (int l = from; l < to; l++) {
                double factor = scale * a.data()[a.at(m, l)];
                addRow(factor, b, bFrom + (l - from) * lanes, out, outFrom + m * lanes, first, lanes);
            }
        }
    }

    private static void addRow(double factor, double[] b, int at, double[] out, int to, int first, int lanes) {
        for (int i = first; i < lanes; i++) {
            out[to + i] = Math.fma(factor, b[at + i], out[to + i]);
        }
    }

    @Override
    public void raiseMaximum(double[] t, int rows, double[] max, double[] factor, int lanes) {
        raiseMaximum(t, rows, max, factor, 0, lanes);
    }

    static void raiseMaximum(double[] t, int rows, double[] max, double[] factor, int first, int lanes) {
        for (int i = first; i < lanes; i++) {
            double largest = max[i];
            for (int at = i; at < rows * lanes; at += lanes) {
                largest = t[at] > largest ? t[at] : largest;
            }
            factor[i] = ArrayMath.exp2(max[i] - largest);
            max[i] = largest;
        }
    }

    @Override
    public void exponentials(double[] t, int rows, double[] max, double[] sum, int lanes) {
        exponentials(t, rows, max, sum, 0, lanes);
    }

    static void exponentials(double[] t, int rows, double[] max, double[] sum, int first, int lanes) {
        for (int row = 0; row < rows; row++) {
            exponentialsOfRow(t, row * lanes, max, sum, first, lanes);
        }
    }

    private static void exponentialsOfRow(double[] t, int at, double[] max, double[] sum, int first, int lanes) {
        for (int i = first; i < lanes; i++) {
            double e = ArrayMath.exp2(t[at + i] - max[i]);
            t[at + i] = e;
            sum[i] += e;
        }
    }

    @Override
    public void multiplyRows(double[] factor, double[] t, int rows, int lanes) {
        for (int at = 0; at < rows * lanes; at += lanes) {
            multiplyRow(factor, t, at, lanes);
        }
    }

    private static void multiplyRow(double[] factor, double[] t, int at, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[at + i] *= factor[i];
        }
    }
}
