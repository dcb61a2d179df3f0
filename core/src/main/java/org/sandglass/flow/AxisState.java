package org.sandglass.flow;

import java.util.Arrays;
import org.sandglass.mixture.Covariance;

/// The joint law of what a chunk carries from step to step, along each axis: `state = m + L z`, where a state
/// is `x` and what is remembered, and `L` is lower triangular, so that `|L₀₀|` is the standard deviation of
/// `x`.
///
/// An affine move makes the columns `(A L | B)`; rotations of pairs of columns bring them back to a triangle.
/// Nothing is squared, so standard deviations keep their digits however small they are. For one thread.
final class AxisState {
    private final int d;

    /// How many parts of a state there can be.
    private final int most;

    /// How many there are.
    private int parts = 1;

    private double[] mean;
    private double[] factor;
    private double[] nextMean;
    private double[] nextFactor;

    AxisState(AxisGaussian start, int capacity) {
        this.d = start.d();
        this.most = 1 + capacity;
        this.mean = new double[d * most];
        this.factor = new double[d * most * most];
        this.nextMean = new double[d * most];
        this.nextFactor = new double[d * most * most];
        for (int j = 0; j < d; j++) {
            mean[j * most] = start.mean(j);
            factor[j * most * most] = start.std(j);
        }
    }

    int parts() {
        return parts;
    }

    /// The law of `x`.
    AxisGaussian law() {
        double[] means = new double[d];
        double[] stds = new double[d];
        Arrays.setAll(means, j -> mean[j * most]);
        Arrays.setAll(stds, j -> Math.abs(factor[j * most * most]));
        return new AxisGaussian(means, stds);
    }

    /// The first axis along which the law is no longer finite, −1 if there is none.
    int firstNonFinite() {
        for (int j = 0; j < d; j++) {
            if (!Double.isFinite(mean[j * most]) || !Double.isFinite(factor[j * most * most])) {
                return j;
            }
        }
        return -1;
    }

    void apply(AffineMove move) {
        int rows = move.partsAfter();
        int columns = parts + move.draws();
        double[] wide = new double[rows * Math.max(rows, columns)];
        for (int j = 0; j < d; j++) {
            moveMean(move, j);
            fill(wide, move, j);
            toTriangle(wide, rows, wide.length / rows);
            keep(wide, rows, j);
        }
        parts = rows;
        double[] oldMean = mean;
        double[] oldFactor = factor;
        mean = nextMean;
        factor = nextFactor;
        nextMean = oldMean;
        nextFactor = oldFactor;
    }

    private void moveMean(AffineMove move, int j) {
        for (int o = 0; o < move.partsAfter(); o++) {
            double sum = move.constant(o, j);
            for (int p = 0; p < parts; p++) {
                sum += move.ofState(o, p, j) * mean[j * most + p];
            }
            nextMean[j * most + o] = sum;
        }
    }

    /// `(A L | B)`, and columns of zeros where there are more rows than columns.
    private void fill(double[] wide, AffineMove move, int j) {
        int rows = move.partsAfter();
        int columns = wide.length / rows;
        Arrays.fill(wide, 0);
        for (int o = 0; o < rows; o++) {
            for (int p = 0; p < parts; p++) {
                double a = move.ofState(o, p, j);
                for (int f = 0; f <= p; f++) {
                    wide[o * columns + f] += a * factor[(j * most + p) * most + f];
                }
            }
            for (int i = 0; i < move.draws(); i++) {
                wide[o * columns + parts + i] = move.ofDraw(o, i, j);
            }
        }
    }

    /// Rotates pairs of columns until nothing is left above the diagonal; `W Wᵀ` stays.
    private static void toTriangle(double[] w, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int k = i + 1; k < columns; k++) {
                double above = w[i * columns + k];
                if (above != 0) {
                    double length = Covariance.combine(1, w[i * columns + i], above);
                    rotate(w, rows, columns, i, k, w[i * columns + i] / length, above / length);
                }
            }
        }
    }

    private static void rotate(double[] w, int rows, int columns, int i, int k, double cosine, double sine) {
        for (int row = i; row < rows; row++) {
            double a = w[row * columns + i];
            double b = w[row * columns + k];
            w[row * columns + i] = cosine * a + sine * b;
            w[row * columns + k] = cosine * b - sine * a;
        }
    }

    private void keep(double[] triangle, int rows, int j) {
        int columns = triangle.length / rows;
        for (int o = 0; o < rows; o++) {
            System.arraycopy(triangle, o * columns, nextFactor, (j * most + o) * most, o + 1);
        }
    }
}
