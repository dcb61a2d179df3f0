package org.sandglass.mixture;

/// The covariance `Σ` of one Gaussian component, kept in the structure it was given.
///
/// Each structure is closed under `Σ → a²Σ + b²I` ([#scaledPlus]), which is all that diffusion does to it.
/// Isotropic, diagonal and spectral covariances never factorise again at a new time. All hold standard
/// deviations rather than variances, so scales from 1e-150 to 1e150 neither overflow nor vanish. Immutable.
///
/// A standard deviation of 0 stands for an exact point: it has draws, and a density once noise is added.
public sealed interface Covariance permits Isotropic, Diagonal, Spectral, LowRank {
    /// The dimension `d`.
    ///
    /// @return `d ≥ 1`
    int d();

    /// `ln det Σ`.
    ///
    /// @return the log determinant, −∞ for a point
    double logDeterminant();

    /// Whether `Σ` is positive definite, so that a density exists.
    ///
    /// @return false if some direction has standard deviation 0
    boolean positiveDefinite();

    /// `a²Σ + b²I`, the covariance of `a·x + b·z`, in the same structure.
    ///
    /// @param a a scale `≥ 0`
    /// @param b a standard deviation `≥ 0`
    /// @return the new covariance; costs `O(d)`, for low rank `O(dR²)`
    Covariance scaledPlus(double a, double b);

    /// The covariance of `x` given one look at `a·x + b·z`: `b²Σ (a²Σ + b²I)⁻¹`, in the same structure.
    ///
    /// @param a the scale of the signal, `≥ 0`
    /// @param b the standard deviation of the noise, `≥ 0`; not both `b = 0` and `Σ` singular
    /// @return the conditional covariance, which does not depend on what was seen
    Covariance givenNoisyLook(double a, double b);

    /// `Σ + Σ′`, the covariance of a sum of independent draws, in the simplest structure that holds it.
    ///
    /// @param other `Σ′`, of the same dimension
    /// @return the sum; costs `O(d³)` where axes differ
    default Covariance plus(Covariance other) {
        if (other.d() != d()) {
            throw new IllegalArgumentException("covariances have dimensions " + d() + " and " + other.d());
        }
        return LinearMaps.sum(this, other);
    }

    /// `tr Σ`.
    ///
    /// @return the sum of the variances
    double trace();

    /// `tr Σ⁻¹`.
    ///
    /// @return the trace of the precision, ∞ for a point
    double precisionTrace();

    /// `Σ` as numbers.
    ///
    /// @return a new `d × d` row-major array, exactly symmetric
    double[] matrix();

    /// The standard deviation `√((a·s)² + b²)` of `a·x + b·z`.
    ///
    /// @param a a scale
    /// @param s a standard deviation
    /// @param b a standard deviation
    /// @return the combined standard deviation, within 1 ulp or so
    static double combine(double a, double s, double b) {
        double as = a * s;
        double square = Math.fma(as, as, b * b);
        return square > 0x1p-900 && square < 0x1p900 ? Math.sqrt(square) : Math.hypot(as, b);
    }
}
