package org.sandglass.solver;

import org.sandglass.denoiser.CovarianceAt;
import org.sandglass.linalg.Points;

/// Noise of covariance `base² I + c² Cov[x₀|xₜ]`, for each point its own.
///
/// @param at the covariance of `x₀`
/// @param base what every direction has besides
/// @param c how much of `x₀` the step shows
record PointwiseNoise(CovarianceAt at, double base, double c) {
    /// `z ← √(base² + c² Covⱼⱼ) z`, coordinate by coordinate.
    void colourDiagonally(Points xt, Points z) {
        int d = z.d();
        for (int i = 0; i < z.n(); i++) {
            double[] covariance = at.covariance(xt, i);
            for (int j = 0; j < d; j++) {
                z.data()[i * d + j] *= Math.sqrt(base * base + c * c * covariance[j * d + j]);
            }
        }
    }

    /// `z ← L z` with `L Lᵀ = base² I + c² Cov`.
    void colourFully(Points xt, Points z) {
        int d = z.d();
        for (int i = 0; i < z.n(); i++) {
            double[] matrix = at.covariance(xt, i);
            for (int j = 0; j < d * d; j++) {
                matrix[j] = c * c * matrix[j] + (j % (d + 1) == 0 ? base * base : 0);
            }
            factor(matrix, d);
            multiply(matrix, d, z.data(), i * d);
        }
    }

    /// Cholesky's factor in the lower triangle. A pivot that is roundings of what was subtracted is 0, and so
    /// is its column: data in a subspace have a semi-definite covariance.
    private static void factor(double[] m, int d) {
        for (int j = 0; j < d; j++) {
            double negligible = d * Math.ulp(m[j * d + j]);
            double pivot = m[j * d + j] - dot(m, j, j, d);
            double root = pivot > negligible ? Math.sqrt(pivot) : 0;
            m[j * d + j] = root;
            for (int i = j + 1; i < d; i++) {
                m[i * d + j] = root == 0 ? 0 : (m[i * d + j] - dot(m, i, j, d)) / root;
            }
        }
    }

    /// `Σₗ mᵢₗ mⱼₗ` over `l < j`.
    private static double dot(double[] m, int i, int j, int d) {
        double sum = 0;
        for (int l = 0; l < j; l++) {
            sum += m[i * d + l] * m[j * d + l];
        }
        return sum;
    }

    /// `z ← L z`, from the last row up.
    private static void multiply(double[] m, int d, double[] z, int at) {
        for (int i = d - 1; i >= 0; i--) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += m[i * d + j] * z[at + j];
            }
            z[at + i] = sum;
        }
    }
}
