package org.sandglass.solver;

/// The functions of exponential integrators, `φ₀(z) = e^z` and
/// `φₖ(z) = ∫₀¹ e^((1−θ)z) θᵏ⁻¹/(k−1)! dθ = (φₖ₋₁(z) − 1/(k−1)!)/z` (Hochbruck and Ostermann 2010, eq. 2.10).
///
/// With them `∫ e^(λ−λₛ) (λ−λₜ)ᵏ/k! dλ = hᵏ⁺¹ φₖ₊₁(−h)` over a step of length `h` in `λ`. Relative error of some
/// units in the last place: a series for `|z| ≤ 4`, the recursion beyond.
final class Phi {
    private static final double SERIES_UP_TO = 4;
    private static final int TERMS = 30;

    private Phi() {}

    /// `φₖ(z)` for `0 ≤ k ≤ 5` and finite `z`.
    static double of(int k, double z) {
        return k > 1 && Math.abs(z) <= SERIES_UP_TO ? series(k, z) : recursion(k, z);
    }

    /// `Σⱼ zʲ/(j + k)!`, by Horner's rule: `4³⁰ < 2⁻⁵³ 32!/2!`.
    private static double series(int k, double z) {
        double sum = 1;
        for (int j = TERMS; j >= 1; j--) {
            sum = 1 + z / (j + k) * sum;
        }
        return sum / factorial(k);
    }

    private static double recursion(int k, double z) {
        if (k == 0) {
            return Math.exp(z);
        }
        double phi = z == 0 ? 1 : Math.expm1(z) / z;
        for (int j = 2; j <= k; j++) {
            phi = (phi - 1 / factorial(j - 1)) / z;
        }
        return phi;
    }

    private static double factorial(int k) {
        double product = 1;
        for (int j = 2; j <= k; j++) {
            product *= j;
        }
        return product;
    }
}
