package org.sandglass.mixture;

import java.util.Arrays;

/// How wide one covariance is, in one number from below and one from above.
final class StdBounds {
    private StdBounds() {}

    /// `det(Σ)^(1/2d)`, the geometric mean of the standard deviations; 0 for a point.
    ///
    /// By Minkowski's inequality `det(a²Σ + b²I)^(1/d) ≥ a² det(Σ)^(1/d) + b²`, so this one number bounds the
    /// determinant at every noise level, and is exact for isotropic covariances.
    static double geometric(Covariance covariance) {
        return covariance instanceof Isotropic(double std, int _)
                ? std
                : Math.exp(covariance.logDeterminant() / (2 * covariance.d()));
    }

    /// At least the standard deviation in any direction: the largest eigenvalue of `a²Σ + b²I` is at most
    /// `a²s² + b²`.
    static double largest(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int _) -> std;
            case Diagonal diagonal -> largest(diagonal.live());
            case Spectral spectral -> largest(spectral.liveStds());
            case LowRank lowRank -> largest(lowRank.liveNoiseStds()) * largest(lowRank.liveGains());
        };
    }

    private static double largest(double[] stds) {
        return Arrays.stream(stds).max().orElse(0);
    }
}
