package org.sandglass.fit;

import org.sandglass.arrayops.ArrayOps;
import org.sandglass.linalg.Points;

/// Some consecutive rows of data, turned so that a coordinate's numbers stand side by side, with their
/// memberships.
final class Chunk {
    /// How many rows at most: the differences from a mean of so many rows in 64 dimensions stay in the
    /// second cache.
    static final int SIZE = 512;

    private final double[] x;
    private final double[] responsibilities;
    private final double[] logDensity = new double[SIZE];
    private int n;

    Chunk(int k, int d) {
        this.x = new double[d * SIZE];
        this.responsibilities = new double[k * SIZE];
    }

    /// Takes rows `[from, from + SIZE)`, as far as there are.
    void load(Points points, int from, Membership membership) {
        int to = Math.min(points.n(), from + SIZE);
        n = to - from;
        membership.write(points, from, to, responsibilities, logDensity);
        turn(points.data(), from * points.d(), points.d());
    }

    private void turn(double[] data, int from, int d) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x[j * n + i] = data[from + i * d + j];
            }
        }
    }

    /// How many rows.
    int n() {
        return n;
    }

    /// Coordinate `j` of row `i` is `x[j·n + i]`.
    double[] x() {
        return x;
    }

    /// The part of row `i` that belongs to component `k` is `r[k·n + i]`.
    double[] responsibilities() {
        return responsibilities;
    }

    double logLikelihood(ArrayOps ops) {
        return ops.sum(logDensity, 0, n);
    }
}
