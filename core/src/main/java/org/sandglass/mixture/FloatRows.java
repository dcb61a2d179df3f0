package org.sandglass.mixture;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Small loops over the rows of a tile in single precision.
final class FloatRows {
    private FloatRows() {}

    /// `out[j] = factors[j] · in[j]` row by row; the rows up to `rows` are zeros.
    static void multiply(float[] in, float[] factors, float[] out, int rows, int lanes) {
        for (int j = 0; j < factors.length; j++) {
            multiplyRow(in, factors[j], out, j * lanes, lanes);
        }
        Arrays.fill(out, factors.length * lanes, rows * lanes, 0);
    }

    static void multiplyRow(float[] in, float factor, float[] out, int at, int lanes) {
        for (int i = at; i < at + lanes; i++) {
            out[i] = factor * in[i];
        }
    }

    /// `sums[j] += factors[j] · u[j]` row by row.
    static void addMultiples(float[] u, float[] factors, float[] sums, int sumsAt, int lanes) {
        for (int j = 0; j < factors.length; j++) {
            addMultiple(u, j * lanes, factors[j], sums, sumsAt + j * lanes, lanes);
        }
    }

    private static void addMultiple(float[] u, int at, float factor, float[] sums, int to, int lanes) {
        for (int i = 0; i < lanes; i++) {
            sums[to + i] = Math.fma(factor, u[at + i], sums[to + i]);
        }
    }

    /// `out[j][i] = r[i] · in[j][i]` for each row `j`.
    static void weigh(float[] in, float[] r, int rAt, float[] out, int rows, int lanes) {
        for (int j = 0; j < rows; j++) {
            weighRow(in, r, rAt, out, j * lanes, lanes);
        }
    }

    private static void weighRow(float[] in, float[] r, int rAt, float[] out, int at, int lanes) {
        for (int i = 0; i < lanes; i++) {
            out[at + i] = r[rAt + i] * in[at + i];
        }
    }

    /// `out[j] = y[j] − m[mAt + j]` row by row.
    static void subtract(float[] y, float[] m, int mAt, int rows, float[] out, int lanes) {
        for (int j = 0; j < rows; j++) {
            subtractRow(y, m[mAt + j], out, j * lanes, lanes);
        }
    }

    private static void subtractRow(float[] y, float m, float[] out, int at, int lanes) {
        for (int i = at; i < at + lanes; i++) {
            out[i] = y[i] - m;
        }
    }

    /// `t[i] = fma(scale, Σⱼ w[j][i]², constant)`.
    static void term(float[] w, int rows, float scale, float constant, float[] t, int at, int lanes) {
        Arrays.fill(t, at, at + lanes, 0);
        for (int j = 0; j < rows; j += 2) {
            addTwoSquares(w, j * lanes, t, at, lanes);
        }
        for (int i = at; i < at + lanes; i++) {
            t[i] = Math.fma(scale, t[i], constant);
        }
    }

    private static void addTwoSquares(float[] w, int from, float[] t, int at, int lanes) {
        for (int i = 0; i < lanes; i++) {
            float first = w[from + i];
            float second = w[from + lanes + i];
            t[at + i] += Math.fma(second, second, first * first);
        }
    }

    /// Numbers rounded to single precision.
    static float[] of(int n, IntToDoubleFunction entry) {
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = (float) entry.applyAsDouble(i);
        }
        return out;
    }
}
