package org.sandglass.arrayops;

/// The loops over tiles in single precision in plain Java: the twin to read, and the one that runs where there are
/// no vectors, and over tiles that are not full.
final class PlainFloatTileOps implements FloatTileOps {

    @Override
    public void whitenedTerms(
            float[] y, FloatPanels maps, float[] constants, int from, int to, float[] t, int tFrom, int lanes) {
        for (int k = from; k < to; k++) {
            int row = tFrom + (k - from) * lanes;
            fill(t, row, constants[k], lanes);
            for (int h = 0; h < maps.panels(); h++) {
                subtractWhitened(y, 2 * h * lanes, maps.data(), maps.at(h, k), t, row, lanes);
            }
        }
    }

    private static void fill(float[] t, int at, float value, int lanes) {
        for (int i = 0; i < lanes; i++) {
            t[at + i] = value;
        }
    }

    private static void subtractWhitened(float[] y, int at, float[] m, int mAt, float[] t, int row, int lanes) {
        float factor = m[mAt], summand = m[mAt + 1], otherFactor = m[mAt + 2], otherSummand = m[mAt + 3];
        for (int i = 0; i < lanes; i++) {
            float w = Math.fma(y[at + i], factor, summand);
            float other = Math.fma(y[at + lanes + i], otherFactor, otherSummand);
            t[row + i] -= Math.fma(other, other, w * w);
        }
    }

    @Override
    public void roundTerms(
            float[] y, int d, FloatPanels means, float[] constants, int from, int to, float[] t, int tFrom, int lanes) {
        for (int k = from; k < to; k++) {
            int row = tFrom + (k - from) * lanes;
            fill(t, row, constants[k], lanes);
            for (int j = 0; j < d; j += 2) {
                subtractSquares(y, j * lanes, means.get(k, j), means.get(k, j + 1), t, row, lanes);
            }
        }
    }

    private static void subtractSquares(float[] y, int at, float mean, float otherMean, float[] t, int row, int lanes) {
        for (int i = 0; i < lanes; i++) {
            float w = y[at + i] - mean;
            float other = y[at + lanes + i] - otherMean;
            t[row + i] -= Math.fma(other, other, w * w);
        }
    }

    @Override
    public void addProduct(
            FloatPanels a,
            int[] rows,
            int count,
            float[] b,
            int first,
            int bFrom,
            float[] out,
            int outFrom,
            int lanes) {
        for (int c = 0; c < a.columns(); c++) {
            for (int l = 0; l < count; l++) {
                int at = bFrom + (rows[l] - first) * lanes;
                addRow(a.get(rows[l], c), b, at, out, outFrom + c * lanes, lanes);
            }
        }
    }

    private static void addRow(float factor, float[] b, int at, float[] out, int to, int lanes) {
        for (int i = 0; i < lanes; i++) {
            out[to + i] = Math.fma(factor, b[at + i], out[to + i]);
        }
    }

    @Override
    public void raiseMaximum(float[] t, int rows, float[] max, int lanes) {
        for (int i = 0; i < lanes; i++) {
            float largest = max[i];
            for (int at = i; at < rows * lanes; at += lanes) {
                largest = t[at] > largest ? t[at] : largest;
            }
            max[i] = largest;
        }
    }

    @Override
    public void exponentials(float[] t, int rows, float[] max, float[] sum, int lanes) {
        for (int row = 0; row < rows; row++) {
            exponentialsOfRow(t, row * lanes, max, sum, lanes);
        }
    }

    private static void exponentialsOfRow(float[] t, int at, float[] max, float[] sum, int lanes) {
        for (int i = 0; i < lanes; i++) {
            float e = FloatMath.exp2(t[at + i] - max[i]);
            t[at + i] = e;
            sum[i] += e;
        }
    }

    @Override
    public boolean isZero(float[] t, int at, int lanes) {
        for (int i = 0; i < lanes; i++) {
            if (t[at + i] != 0) {
                return false;
            }
        }
        return true;
    }
}
