package org.sandglass.target;

import org.sandglass.linalg.Points;

/// Means in regular places.
final class Layouts {
    private Layouts() {}

    /// All tuples of some values, the first coordinate outermost: `values.length^d × d`.
    static Points grid(int d, double... values) {
        int k = 1;
        for (int j = 0; j < d; j++) {
            k = Math.multiplyExact(k, values.length);
        }
        double[] means = new double[Math.multiplyExact(k, d)];
        for (int i = 0; i < k; i++) {
            for (int j = d - 1, rest = i; j >= 0; j--, rest /= values.length) {
                means[i * d + j] = values[rest % values.length];
            }
        }
        return Points.wrap(means, k, d);
    }

    /// `k` points on a circle in the plane, from the angle `first` (radians) counter-clockwise.
    static Points circle(int k, double radius, double first) {
        double[] means = new double[2 * k];
        for (int i = 0; i < k; i++) {
            double angle = first + 2 * Math.PI * i / k;
            means[2 * i] = radius * StrictMath.cos(angle);
            means[2 * i + 1] = radius * StrictMath.sin(angle);
        }
        return Points.wrap(means, k, 2);
    }

    /// The 25 points `(s·i, s·j)` with `i, j = −2 … 2`, `j` fastest, each repeated over `d` coordinates.
    static Points twentyFive(double s, int d) {
        double[] means = new double[25 * d];
        for (int k = 0; k < 25; k++) {
            for (int j = 0; j < d; j++) {
                means[k * d + j] = s * (j % 2 == 0 ? k / 5 - 2 : k % 5 - 2);
            }
        }
        return Points.wrap(means, 25, d);
    }
}
