package org.sandglass.metric;

import org.sandglass.linalg.Points;

/// Distances and products of single points.
final class Rows {
    private Rows() {}

    /// `‖xᵢ − yₗ‖²`.
    static double square(Points x, int i, Points y, int l) {
        int d = x.d();
        double[] a = x.data();
        double[] b = y.data();
        double square = 0;
        for (int j = 0; j < d; j++) {
            double gap = a[i * d + j] - b[l * d + j];
            square += gap * gap;
        }
        return square;
    }

    /// `‖xᵢ − yₗ‖`.
    static double distance(Points x, int i, Points y, int l) {
        return Math.sqrt(square(x, i, y, l));
    }

    /// `⟨xᵢ, yₗ⟩`.
    static double dot(Points x, int i, Points y, int l) {
        int d = x.d();
        double[] a = x.data();
        double[] b = y.data();
        double dot = 0;
        for (int j = 0; j < d; j++) {
            dot += a[i * d + j] * b[l * d + j];
        }
        return dot;
    }

    /// The first `n` points of `x`, then the first `m` of `y`.
    static Points joined(Points x, int n, Points y, int m) {
        Points all = Points.zeros(n + m, x.d());
        System.arraycopy(x.data(), 0, all.data(), 0, n * x.d());
        System.arraycopy(y.data(), 0, all.data(), n * x.d(), m * x.d());
        return all;
    }
}
