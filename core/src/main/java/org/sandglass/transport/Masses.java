package org.sandglass.transport;

/// Weights of points, as masses that sum to 1 and as whole units.
///
/// Whole units make flows exact. Sources and sinks have equally many in all, and each source one part in
/// `n + 1` of a unit more, which the last sink takes (Orlin's perturbation, 1984): no part of the tree is ever
/// balanced in itself, so every arc of a tree carries flow, every pivot lowers the cost, and none can come back.
/// What is cheapest so is cheapest without the parts.
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

    /// How many units there are in all, so that with the parts they fit into a `long`.
    static long units(int sources) {
        return (1L << 61) / (sources + 1L);
    }

    /// Masses as whole units, each within one of the true number, all together exactly so many.
    static long[] whole(double[] masses, long units) {
        long[] out = new long[masses.length];
        double sum = 0;
        long before = 0;
        for (int i = 0; i < masses.length; i++) {
            sum += masses[i];
            long until = i == masses.length - 1 ? units : Math.min(units, Math.round(sum * units));
            out[i] = until - before;
            before = until;
        }
        return out;
    }
}
