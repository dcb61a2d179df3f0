package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.PlainArrayOps;
import org.sandglass.arrayops.Table;
import org.sandglass.arrayops.TileOps;

/// What a covariance does to a tile of vectors.
///
/// A tile holds `lanes` vectors of dimension `d` transposed: entry `j` of vector `i` is `tile[j·lanes + i]`.
/// Every loop runs over lanes innermost and never adds across them, so a vector's result does not depend on
/// its neighbours, nor on how points are cut into tiles.
final class Whitening {
    /// For single vectors.
    private static final TileOps ALONE = new PlainArrayOps().tiles();

    private Whitening() {}

    /// How many numbers a whitened vector has: `d`, and `R` more for low rank.
    static int length(Covariance covariance) {
        return switch (covariance) {
            case LowRank lowRank -> lowRank.d() + lowRank.rank();
            case Isotropic _, Diagonal _, Spectral _ -> covariance.d();
        };
    }

    /// As below, for a single vector.
    static void whiten(Covariance covariance, double[] v, double[] w) {
        whiten(ALONE, covariance, v, w, 1);
    }

    /// As below, for a single vector.
    static void unwhiten(Covariance covariance, double[] w, double[] u) {
        unwhiten(ALONE, covariance, w, u, 1);
    }

    /// `w = Wv` with `WᵀW = Σ⁻¹`, so that `‖w‖² = vᵀΣ⁻¹v`. `v` and `w` are different tiles.
    static void whiten(TileOps ops, Covariance covariance, double[] v, double[] w, int lanes) {
        switch (covariance) {
            case Isotropic(double std, int d) -> divide(v, std, w, d * lanes);
            case Diagonal diagonal -> divideRows(v, diagonal.live(), w, lanes);
            case Spectral spectral -> {
                rotate(ops, spectral.liveVectors(), v, w, spectral.d(), lanes);
                divideRows(w, spectral.liveStds(), w, lanes);
            }
            case LowRank lowRank -> whitenLowRank(ops, lowRank, v, w, lanes);
        }
    }

    /// `u = Wᵀw = Σ⁻¹v`; overwrites `w`. `u` and `w` are different tiles.
    static void unwhiten(TileOps ops, Covariance covariance, double[] w, double[] u, int lanes) {
        switch (covariance) {
            case Isotropic(double std, int d) -> divide(w, std, u, d * lanes);
            case Diagonal diagonal -> divideRows(w, diagonal.live(), u, lanes);
            case Spectral spectral -> {
                divideRows(w, spectral.liveStds(), w, lanes);
                rotateBack(ops, spectral.liveVectors(), w, u, spectral.d(), lanes);
            }
            case LowRank lowRank -> unwhitenLowRank(ops, lowRank, w, u, lanes);
        }
    }

    /// `out = Σu`. `scratch` holds at least as many rows as the covariance has directions.
    static void apply(Covariance covariance, double[] u, double[] out, double[] scratch) {
        int lanes = 1;
        switch (covariance) {
            case Isotropic(double std, int d) -> multiply(u, std, out, d * lanes);
            case Diagonal diagonal -> multiplyRowsTwice(u, diagonal.live(), out, lanes);
            case Spectral spectral -> {
                rotate(ALONE, spectral.liveVectors(), u, scratch, spectral.d(), lanes);
                multiplyRowsTwice(scratch, spectral.liveStds(), scratch, lanes);
                rotateBack(ALONE, spectral.liveVectors(), scratch, out, spectral.d(), lanes);
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

    private static void whitenLowRank(TileOps ops, LowRank c, double[] v, double[] w, int lanes) {
        int d = c.d();
        divideRows(v, c.liveNoiseStds(), w, lanes);
        project(ops, c, w, d, lanes);
        divideByGains(c, w, lanes);
    }

    private static void divideByGains(LowRank c, double[] w, int lanes) {
        for (int r = 0; r < c.rank(); r++) {
            double gain = c.liveGains()[r];
            for (int i = 0, at = (c.d() + r) * lanes; i < lanes; i++, at++) {
                w[at] /= gain;
            }
        }
    }

    /// Moves the part of `w` along each direction `q_r` into row `d + r`, and leaves the rest behind.
    private static void project(TileOps ops, LowRank c, double[] w, int d, int lanes) {
        Table q = Table.rowMajor(c.liveDirections(), d);
        Arrays.fill(w, d * lanes, (d + c.rank()) * lanes, 0);
        ops.addProduct(1, q, c.rank(), 0, d, w, 0, w, d * lanes, lanes);
        ops.addProduct(-1, q.transposed(), d, 0, c.rank(), w, d * lanes, w, 0, lanes);
    }

    private static void unwhitenLowRank(TileOps ops, LowRank c, double[] w, double[] u, int lanes) {
        int d = c.d();
        divideByGains(c, w, lanes);
        Table q = Table.rowMajor(c.liveDirections(), d);
        ops.addProduct(1, q.transposed(), d, 0, c.rank(), w, d * lanes, w, 0, lanes);
        divideRows(w, c.liveNoiseStds(), u, lanes);
    }

    private static void applyLowRank(LowRank c, double[] u, double[] out, double[] scratch, int lanes) {
        int d = c.d();
        int rank = c.rank();
        Table f = Table.rowMajor(c.liveFactor(), rank);
        Arrays.fill(scratch, 0, rank * lanes, 0);
        ALONE.addProduct(1, f.transposed(), rank, 0, d, u, 0, scratch, 0, lanes);
        multiplyRowsTwice(u, c.liveNoiseStds(), out, lanes);
        ALONE.addProduct(1, f, d, 0, rank, scratch, 0, out, 0, lanes);
    }

    private static void rotate(TileOps ops, double[] vectors, double[] v, double[] out, int d, int lanes) {
        Arrays.fill(out, 0, d * lanes, 0);
        ops.addProduct(1, Table.rowMajor(vectors, d), d, 0, d, v, 0, out, 0, lanes);
    }

    /// `out = Uᵀw`: the sum of the eigenvectors, weighted.
    static void rotateBack(TileOps ops, double[] vectors, double[] w, double[] out, int d, int lanes) {
        Arrays.fill(out, 0, d * lanes, 0);
        ops.addProduct(1, Table.rowMajor(vectors, d).transposed(), d, 0, d, w, 0, out, 0, lanes);
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
