package org.sandglass.mixture;

/// `Σ = s² I`.
///
/// @param std the standard deviation `s ≥ 0` of every direction; 0 for a point
/// @param d the dimension
public record Isotropic(double std, int d) implements Covariance {
    /// Checks the ranges.
    public Isotropic {
        if (!(std >= 0 && std < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("std must be finite and >= 0, got " + std);
        }
        if (d < 1) {
            throw new IllegalArgumentException("d must be >= 1, got " + d);
        }
    }

    @Override
    public double logDeterminant() {
        return 2 * d * Math.log(std);
    }

    @Override
    public boolean positiveDefinite() {
        return std > 0;
    }

    @Override
    public Isotropic scaledPlus(double a, double b) {
        return new Isotropic(Covariance.combine(a, std, b), d);
    }

    @Override
    public Isotropic givenNoisyLook(double a, double b) {
        return new Isotropic(std * (b / Covariance.combine(a, std, b)), d);
    }

    @Override
    public double trace() {
        return d * std * std;
    }

    @Override
    public double precisionTrace() {
        return d / std / std;
    }

    @Override
    public double[] matrix() {
        double[] matrix = new double[Math.multiplyExact(d, d)];
        for (int j = 0; j < d; j++) {
            matrix[j * d + j] = std * std;
        }
        return matrix;
    }
}
