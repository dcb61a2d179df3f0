package org.sandglass.mixture;

import java.util.Arrays;

/// What a covariance does to a tile of vectors.
///
/// A tile holds `lanes` vectors of dimension `d` transposed: entry `j` of vector `i` is `tile[j·lanes + i]`.
/// Every loop runs over lanes innermost and never adds across them, so a vector's result does not depend on
/// its neighbours, nor on how points are cut into tiles.
final class Whitening {
    private Whitening() {}

    /// How many numbers a whitened vector has: `d`, and `R` more for low rank.
    static int length(Covariance covariance) {
        return switch (covariance) {
            case LowRank lowRank -> lowRank.d() + lowRank.rank();
            case Isotropic _, Diagonal _, Spectral _ -> covariance.d();
        };
    }

    /// `w = Wv` with `WᵀW = Σ⁻¹`, so that `‖w‖² = vᵀΣ⁻¹v`. `v` and `w` are different tiles.
    static void whiten(Covariance covariance, double[] v, double[] w, int lanes) {
        switch (covariance) {
            case Isotropic(double std, int d) -> divide(v, std, w, d * lanes);
            case Diagonal diagonal -> divideRows(v, diagonal.live(), w, lanes);
            case Spectral spectral -> {
                rotate(spectral.liveVectors(), v, w, spectral.d(), lanes);
                divideRows(w, spectral.liveStds(), w, lanes);
            }
            case LowRank lowRank -> whitenLowRank(lowRank, v, w, lanes);
        }
    }

    /// `u = Wᵀw = Σ⁻¹v`; overwrites `w`. `u` and `w` are different tiles.
    static void unwhiten(Covariance covariance, double[] w, double[] u, int lanes) {
        switch (covariance) {
            case Isotropic(double std, int d) -> divide(w, std, u, d * lanes);
            case Diagonal diagonal -> divideRows(w, diagonal.live(), u, lanes);
            case Spectral spectral -> {
                divideRows(w, spectral.liveStds(), w, lanes);
                rotateBack(spectral.liveVectors(), w, u, spectral.d(), lanes);
            }
            case LowRank lowRank -> unwhitenLowRank(lowRank, w, u, lanes);
        }
    }

    /// `out = Σu`. `scratch` holds at least as many rows as the covariance has directions.
    static void apply(Covariance covariance, double[] u, double[] out, double[] scratch, int lanes) {
        switch (covariance) {
            case Isotropic(double std, int d) -> multiply(u, std, out, d * lanes);
            case Diagonal diagonal -> multiplyRowsTwice(u, diagonal.live(), out, lanes);
            case Spectral spectral -> {
                rotate(spectral.liveVectors(), u, scratch, spectral.d(), lanes);
                multiplyRowsTwice(scratch, spectral.liveStds(), scratch, lanes);
                rotateBack(spectral.liveVectors(), scratch, out, spectral.d(), lanes);
            }
            case LowRank lowRank -> applyLowRank(lowRank, u, out, scratch, lanes);
        }
    }

    /// `out[from + i] = Σⱼ w[j][i]²` over the first `rows` rows.
    static void squaredNorms(double[] w, int rows, double[] out, int from, int lanes) {
        Arrays.fill(out, from, from + lanes, 0);
        for (int j = 0; j < rows; j++) {
            addSquares(w, j * lanes, out, from, lanes);
        }
    }

    private static void addSquares(double[] w, int at, double[] out, int from, int lanes) {
        for (int i = 0; i < lanes; i++) {
            out[from + i] = Math.fma(w[at + i], w[at + i], out[from + i]);
        }
    }

    private static void whitenLowRank(LowRank c, double[] v, double[] w, int lanes) {
        int d = c.d();
        divideRows(v, c.liveNoiseStds(), w, lanes);
        project(c, w, d, lanes);
        for (int r = 0; r < c.rank(); r++) {
            double gain = c.liveGains()[r];
            for (int i = 0, at = (d + r) * lanes; i < lanes; i++, at++) {
                w[at] /= gain;
            }
        }
    }

    /// Moves the part of `w` along each direction `q_r` into row `d + r`, and leaves the rest behind.
    private static void project(LowRank c, double[] w, int d, int lanes) {
        double[] q = c.liveDirections();
        Arrays.fill(w, d * lanes, (d + c.rank()) * lanes, 0);
        for (int r = 0; r < c.rank(); r++) {
            for (int j = 0; j < d; j++) {
                addRow(q[r * d + j], w, j, w, d + r, lanes);
            }
        }
        for (int r = 0; r < c.rank(); r++) {
            for (int j = 0; j < d; j++) {
                addRow(-q[r * d + j], w, d + r, w, j, lanes);
            }
        }
    }

    private static void unwhitenLowRank(LowRank c, double[] w, double[] u, int lanes) {
        int d = c.d();
        double[] q = c.liveDirections();
        for (int r = 0; r < c.rank(); r++) {
            for (int j = 0; j < d; j++) {
                addRow(q[r * d + j] / c.liveGains()[r], w, d + r, w, j, lanes);
            }
        }
        divideRows(w, c.liveNoiseStds(), u, lanes);
    }

    private static void applyLowRank(LowRank c, double[] u, double[] out, double[] scratch, int lanes) {
        int d = c.d();
        int rank = c.rank();
        double[] f = c.liveFactor();
        Arrays.fill(scratch, 0, rank * lanes, 0);
        for (int j = 0; j < d; j++) {
            for (int r = 0; r < rank; r++) {
                addRow(f[j * rank + r], u, j, scratch, r, lanes);
            }
        }
        multiplyRowsTwice(u, c.liveNoiseStds(), out, lanes);
        for (int j = 0; j < d; j++) {
            for (int r = 0; r < rank; r++) {
                addRow(f[j * rank + r], scratch, r, out, j, lanes);
            }
        }
    }

    private static void rotate(double[] vectors, double[] v, double[] out, int d, int lanes) {
        Arrays.fill(out, 0, d * lanes, 0);
        for (int k = 0; k < d; k++) {
            for (int j = 0; j < d; j++) {
                addRow(vectors[k * d + j], v, j, out, k, lanes);
            }
        }
    }

    /// `out = Uᵀw`: the sum of the eigenvectors, weighted.
    static void rotateBack(double[] vectors, double[] w, double[] out, int d, int lanes) {
        Arrays.fill(out, 0, d * lanes, 0);
        for (int k = 0; k < d; k++) {
            for (int j = 0; j < d; j++) {
                addRow(vectors[k * d + j], w, k, out, j, lanes);
            }
        }
    }

    /// Adds `factor` times one row to another.
    static void addRow(double factor, double[] from, int fromRow, double[] to, int toRow, int lanes) {
        int source = fromRow * lanes;
        int target = toRow * lanes;
        for (int i = 0; i < lanes; i++) {
            to[target + i] = Math.fma(factor, from[source + i], to[target + i]);
        }
    }

    private static void divide(double[] in, double divisor, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = in[i] / divisor;
        }
    }

    private static void divideRows(double[] in, double[] divisors, double[] out, int lanes) {
        for (int j = 0; j < divisors.length; j++) {
            double divisor = divisors[j];
            for (int at = j * lanes; at < (j + 1) * lanes; at++) {
                out[at] = in[at] / divisor;
            }
        }
    }

    private static void multiply(double[] in, double std, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = in[i] * std * std;
        }
    }

    private static void multiplyRowsTwice(double[] in, double[] stds, double[] out, int lanes) {
        for (int j = 0; j < stds.length; j++) {
            double std = stds[j];
            for (int at = j * lanes; at < (j + 1) * lanes; at++) {
                out[at] = in[at] * std * std;
            }
        }
    }
}
