package org.sandglass.mixture;

/// Mean and covariance of a mixture.
final class Moments {
    private Moments() {}

    static double[] mean(GaussianMixture mixture) {
        double[] weights = mixture.weights();
        double[] mean = new double[mixture.d()];
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] = Math.fma(weights[k], mixture.means().get(k, j), mean[j]);
            }
        }
        return mean;
    }

    static double[] covariance(GaussianMixture mixture) {
        int d = mixture.d();
        double[] weights = mixture.weights();
        double[] mean = mean(mixture);
        double[] out = new double[Math.multiplyExact(d, d)];
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                double[] within = mixture.covariance(k).matrix();
                for (int i = 0; i < d; i++) {
                    double away = mixture.means().get(k, i) - mean[i];
                    for (int j = 0; j < d; j++) {
                        double between = away * (mixture.means().get(k, j) - mean[j]);
                        out[i * d + j] += weights[k] * (within[i * d + j] + between);
                    }
                }
            }
        }
        return out;
    }
}
