package org.sandglass.solver;

/// The weights of exponential Adams rules: `bⱼ(z) = ∫₀¹ e^((1−θ)z) ℓⱼ(θ) dθ`, where `ℓⱼ` is the polynomial
/// of Lagrange that is 1 at place `j` and 0 at the others (Hochbruck and Ostermann 2010, section 2.4).
///
/// `ℓⱼ = Σₖ cⱼₖ θᵏ` and `∫₀¹ e^((1−θ)z) θᵏ dθ = k! φₖ₊₁(z)`. Exact for predictions that are polynomials in
/// `λ` of a degree less than the number of places; all weights add up to `φ₁(z)`.
final class Adams {
    private Adams() {}

    /// The weights for up to 5 different places, in units in which the step goes from 0 to 1.
    static double[] weights(double z, double... places) {
        double[] moments = moments(z, places.length);
        double[] weights = new double[places.length];
        for (int j = 0; j < weights.length; j++) {
            double[] c = lagrange(places, j);
            for (int k = 0; k < c.length; k++) {
                weights[j] += c[k] * moments[k];
            }
        }
        return weights;
    }

    private static double[] moments(double z, int n) {
        double[] moments = new double[n];
        double factorial = 1;
        for (int k = 0; k < n; k++) {
            factorial *= Math.max(1, k);
            moments[k] = factorial * Phi.of(k + 1, z);
        }
        return moments;
    }

    /// The coefficients of `Π (θ − θₘ)/(θⱼ − θₘ)`, multiplied out factor by factor.
    private static double[] lagrange(double[] places, int j) {
        double[] c = new double[places.length];
        c[0] = 1;
        for (int m = 0; m < places.length; m++) {
            if (m != j) {
                timesFactor(c, places[m], places[j] - places[m]);
            }
        }
        return c;
    }

    /// `c ← c (θ − zero)/scale`.
    private static void timesFactor(double[] c, double zero, double scale) {
        for (int k = c.length - 1; k >= 0; k--) {
            c[k] = ((k > 0 ? c[k - 1] : 0) - zero * c[k]) / scale;
        }
    }
}
