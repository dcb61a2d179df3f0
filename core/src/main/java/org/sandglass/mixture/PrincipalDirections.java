package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.linalg.Points;

/// About the directions along which points are spread most, by subspace iteration on a sample of them.
///
/// Any orthonormal directions serve the purpose ([Shadows]); these keep most of every distance. Costs a few
/// passes over at most 2048 points.
final class PrincipalDirections {
    private static final int SAMPLE = 2048;
    private static final int ROUNDS = 6;

    private final ArrayOps ops;
    private final int d;
    private final int count;
    private final double[] sample;

    private PrincipalDirections(ArrayOps ops, double[] sample, int d, int count) {
        this.ops = ops;
        this.sample = sample;
        this.d = d;
        this.count = count;
    }

    /// Directions `vᵢ`, rows of `count × d`, orthonormal to a few roundings; rows of zeros where the points have
    /// no further direction.
    ///
    /// @param points the points
    /// @param centre what they are spread about
    /// @param count how many directions
    static double[] of(ArrayOps ops, Points points, double[] centre, int count) {
        int d = points.d();
        if (count == 0) {
            return new double[0];
        }
        int stride = Math.max(1, points.n() / SAMPLE);
        int n = Math.min(SAMPLE, (points.n() + stride - 1) / stride);
        double[] sample = new double[n * d];
        for (int i = 0; i < n; i++) {
            ops.difference(points.data(), i * stride * d, 1, centre, 0, sample, i * d, d);
        }
        return new PrincipalDirections(ops, sample, d, count).iterate();
    }

    private double[] iterate() {
        double[] v = new double[count * d];
        int n = sample.length / d;
        for (int i = 0; i < count; i++) {
            System.arraycopy(sample, (int) ((long) i * n / count) * d, v, i * d, d);
        }
        orthonormalise(v);
        for (int round = 0; round < ROUNDS; round++) {
            v = timesSpread(v);
            orthonormalise(v);
        }
        return v;
    }

    /// `V SᵀS` for the rows of `V` and the sample `S`.
    private double[] timesSpread(double[] v) {
        double[] out = new double[v.length];
        for (int from = 0; from < sample.length; from += d) {
            for (int i = 0; i < v.length; i += d) {
                ops.axpy(ops.dot(v, i, sample, from, d), sample, from, out, i, d);
            }
        }
        return out;
    }

    /// Gram and Schmidt, twice for each row, which leaves no more than a few roundings.
    private void orthonormalise(double[] v) {
        for (int i = 0; i < v.length; i += d) {
            double before = Math.sqrt(ops.dot(v, i, v, i, d));
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j += d) {
                    ops.axpy(-ops.dot(v, i, v, j, d), v, j, v, i, d);
                }
            }
            double after = Math.sqrt(ops.dot(v, i, v, i, d));
            if (after > 1e-8 * before) {
                ops.scale(1 / after, v, i, v, i, d);
            } else {
                Arrays.fill(v, i, i + d, 0);
            }
        }
    }
}
