package org.sandglass.arrayops;

import java.util.Arrays;

/// The loops over tiles in plain Java: the twin to read, and the one that runs where there are no vectors, and
/// over tiles that are not full. A single point has loops of its own, since a loop over one lane costs more than
/// what it does.
final class PlainTileOps implements TileOps {

    @Override
    public void fillRows(double[] values, int from, int to, double[] t, int tFrom, int lanes) {
        if (lanes == 1) {
            System.arraycopy(values, from, t, tFrom, to - from);
            return;
        }
        for (int k = from; k < to; k++) {
            int at = tFrom + (k - from) * lanes;
            Arrays.fill(t, at, at + lanes, values[k]);
        }
    }

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, Table gains, int from, int to, double[] t, int tFrom, int lanes) {
        addSquares(0, x, d, a, means, gains, from, to, t, tFrom, lanes);
    }

    /// The same for the coordinates `first, …, d−1`.
    static void addSquares(
            int first,
            double[] x,
            int d,
            double a,
            Table means,
            Table gains,
            int from,
            int to,
            double[] t,
            int tFrom,
            int lanes) {
        for (int k = from; k < to; k++) {
            int row = tFrom + (k - from) * lanes;
            if (lanes == 1) {
                t[row] = addSquares(x, first, d, -a, means, gains, k, t[row]);
                continue;
            }
            for (int j = first; j < d; j++) {
                addSquares(x, j * lanes, -a, means.get(k, j), gains.get(k, j), t, row, lanes);
            }
        }
    }

    private static double addSquares(
            double[] x, int first, int d, double minusA, Table means, Table gains, int k, double start) {
        double sum = start;
        for (int j = first; j < d; j++) {
            double v = Math.fma(minusA, means.get(k, j), x[j]);
            sum = Math.fma(v * gains.get(k, j), v, sum);
        }
        return sum;
    }

    private static void addSquares(
            double[] x, int at, double minusA, double mean, double gain, double[] t, int to, int lanes) {
        for (int i = 0; i < lanes; i++) {
            double v = Math.fma(minusA, mean, x[at + i]);
            t[to + i] = Math.fma(v * gain, v, t[to + i]);
        }
    }

    @Override
    public void addSquares(
            double[] x, int d, double a, Table means, int from, int to, double[] t, int tFrom, int lanes) {
        addSquares(0, x, d, a, means, from, to, t, tFrom, lanes);
    }

    /// The same for the coordinates `first, …, d−1`.
    static void addSquares(
            int first, double[] x, int d, double a, Table means, int from, int to, double[] t, int tFrom, int lanes) {
        for (int k = from; k < to; k++) {
            int row = tFrom + (k - from) * lanes;
            if (lanes == 1) {
                t[row] = addSquares(x, first, d, -a, means, k, t[row]);
                continue;
            }
            for (int j = first; j < d; j++) {
                addSquares(x, j * lanes, -a, means.get(k, j), t, row, lanes);
            }
        }
    }

    private static double addSquares(double[] x, int first, int d, double minusA, Table means, int k, double start) {
        double sum = start;
        for (int j = first; j < d; j++) {
            double v = Math.fma(minusA, means.get(k, j), x[j]);
            sum = Math.fma(v, v, sum);
        }
        return sum;
    }

    private static void addSquares(double[] x, int at, double minusA, double mean, double[] t, int to, int lanes) {
        for (int i = 0; i < lanes; i++) {
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
        for (int j = 0; j < d; j++) {
            if (lanes == 1) {
                sums[j] = addDifferences(r, rFrom, x[j], -a, means, gains, j, from, to, sums[j]);
                continue;
            }
            for (int k = from; k < to; k++) {
                int row = rFrom + (k - from) * lanes;
                addDifferences(r, row, x, j * lanes, -a, means.get(k, j), gains.get(k, j), sums, lanes);
            }
        }
    }

    private static double addDifferences(
            double[] r,
            int rFrom,
            double x,
            double minusA,
            Table means,
            Table gains,
            int j,
            int from,
            int to,
            double start) {
        double sum = start;
        for (int k = from; k < to; k++) {
            sum = Math.fma(Math.fma(minusA, means.get(k, j), x) * gains.get(k, j), r[rFrom + k - from], sum);
        }
        return sum;
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
            int lanes) {
        for (int i = 0; i < lanes; i++) {
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
        addDifferences(0, r, rFrom, x, d, a, means, from, to, sums, lanes);
    }

    /// The same for the coordinates `first, …, d−1`.
    static void addDifferences(
            int first,
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
        for (int j = first; j < d; j++) {
            if (lanes == 1) {
                sums[j] = addDifferences(r, rFrom, x[j], -a, means, j, from, to, sums[j]);
                continue;
            }
            for (int k = from; k < to; k++) {
                addDifferences(r, rFrom + (k - from) * lanes, x, j * lanes, -a, means.get(k, j), sums, lanes);
            }
        }
    }

    private static double addDifferences(
            double[] r, int rFrom, double x, double minusA, Table means, int j, int from, int to, double start) {
        double sum = start;
        for (int k = from; k < to; k++) {
            sum = Math.fma(Math.fma(minusA, means.get(k, j), x), r[rFrom + k - from], sum);
        }
        return sum;
    }

    private static void addDifferences(
            double[] r, int row, double[] x, int at, double minusA, double mean, double[] sums, int lanes) {
        for (int i = 0; i < lanes; i++) {
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
        addProduct(0, scale, a, rows, from, to, b, bFrom, out, outFrom, lanes);
    }

    /// The same for the rows `first, …, rows−1`.
    static void addProduct(
            int first,
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
        for (int m = first; m < rows; m++) {
            for (int l = from; l < to; l++) {
                addRow(scale * a.get(m, l), b, bFrom + (l - from) * lanes, out, outFrom + m * lanes, lanes);
            }
        }
    }

    private static void addRow(double factor, double[] b, int at, double[] out, int to, int lanes) {
        for (int i = 0; i < lanes; i++) {
            out[to + i] = Math.fma(factor, b[at + i], out[to + i]);
        }
    }

    @Override
    public void raiseMaximum(double[] t, int rows, double[] max, int lanes) {
        for (int i = 0; i < lanes; i++) {
            double largest = max[i];
            for (int at = i; at < rows * lanes; at += lanes) {
                largest = t[at] > largest ? t[at] : largest;
            }
            max[i] = largest;
        }
    }

    @Override
    public void exponentials(double[] t, int rows, double[] max, double[] sum, int lanes) {
        for (int row = 0; row < rows; row++) {
            exponentialsOfRow(t, row * lanes, max, sum, lanes);
        }
    }

    private static void exponentialsOfRow(double[] t, int at, double[] max, double[] sum, int lanes) {
        for (int i = 0; i < lanes; i++) {
            double e = ArrayMath.exp2(t[at + i] - max[i]);
            t[at + i] = e;
            sum[i] += e;
        }
    }

    @Override
    public void multiplyRows(double[] factor, double[] t, int rows, int lanes) {
        for (int row = 0; row < rows; row++) {
            multiplyRow(factor, t, row * lanes, lanes);
        }
    }

    private static void multiplyRow(double[] factor, double[] t, int at, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[at + i] *= factor[i];
        }
    }
}
