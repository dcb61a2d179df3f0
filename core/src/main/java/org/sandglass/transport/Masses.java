package org.sandglass.transport;

/// Weights of points as masses that sum to 1.
final class Masses {
    private Masses() {}

    /// The weights divided by their sum.
    static double[] normalised(double[] weights, int n) {
        if (weights.length != n || n == 0) {
            throw new IllegalArgumentException(
                    "each of at least one point needs a weight, got " + weights.length + " weights for " + n);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + i + " must be finite and >= 0, got " + weights[i]);
            }
            sum += weights[i];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the sum of " + n + " weights must be positive and finite, got " + sum);
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = weights[i] / sum;
        }
        return out;
    }
}
