package org.sandglass.fit;

import org.sandglass.linalg.Points;

/// Means and covariances of rows, by their definitions.
final class SampleMoments {
    private SampleMoments() {}

    static double[] mean(Points x) {
        double[] mean = new double[x.d()];
        for (int i = 0; i < x.n(); i++) {
            for (int j = 0; j < x.d(); j++) {
                mean[j] += x.get(i, j) / x.n();
            }
        }
        return mean;
    }

    /// Divided by `n`.
    static double[] covariance(Points x) {
        int d = x.d();
        double[] mean = mean(x);
        double[] out = new double[d * d];
        for (int i = 0; i < x.n(); i++) {
            for (int j = 0; j < d; j++) {
                for (int l = 0; l < d; l++) {
                    out[j * d + l] += (x.get(i, j) - mean[j]) * (x.get(i, l) - mean[l]) / x.n();
                }
            }
        }
        return out;
    }
}
