package org.sandglass.metric;

/// The mean of a noncentral χ: `m_d(r) = E‖r e + z‖` with a unit vector `e` and `z ~ N(0, I_d)`.
///
/// With `b = d/2` and `u = r²/2` it is `√2 Γ(b + ½)/Γ(b) · ₁F₁(−½; b; −u)`. Three ways, each without
/// cancellation: Kummer's `e^(−u) ₁F₁(b + ½; b; u)`, a sum of positive terms, for `u < 40`; the
/// asymptotic series `r Σᵢ (−½)ᵢ (½ − b)ᵢ / (i! uⁱ)` (DLMF 13.7.2) for `u ≥ max(40, d)`, where its terms
/// fall and what it omits is below `e^(−40)`; and the integral of [MeanNorm] between. Relative error
/// about 1e-14. Derivation: `docs/math/distances.md`.
final class NoncentralChi {
    private static final double EPSILON = 1e-17;

    private final int d;
    private final double central;
    private final double[] one = {1};
    private final double[] times;

    NoncentralChi(int d) {
        this.d = d;
        this.central = Math.sqrt(2) * gammaRatio(d);
        this.times = new double[] {d};
    }

    /// `m_d(r)`.
    double mean(double r) {
        double u = r * r / 2;
        if (u < 40) {
            return central * Math.exp(-u) * kummer(u);
        }
        return u >= d ? r * asymptotic(u) : new MeanNorm(one, times, d + r * r).of(new double[] {r * r});
    }

    /// `Γ((d + 1)/2) / Γ(d/2)`, from `Γ(x + 1) = x Γ(x)`.
    private static double gammaRatio(int d) {
        double ratio = d % 2 == 1 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
        for (double x = d % 2 == 1 ? 0.5 : 1; x < d / 2.0; x++) {
            ratio *= (x + 0.5) / x;
        }
        return ratio;
    }

    /// `₁F₁(b + ½; b; u)`.
    private double kummer(double u) {
        double b = d / 2.0;
        double sum = 1;
        double term = 1;
        for (int i = 0; term > EPSILON * sum; i++) {
            term *= (b + 0.5 + i) / ((b + i) * (i + 1)) * u;
            sum += term;
        }
        return sum;
    }

    private double asymptotic(double u) {
        double b = d / 2.0;
        double sum = 1;
        double term = 1;
        for (int i = 0; Math.abs(term) > EPSILON; i++) {
            term *= (i - 0.5) * (i + 0.5 - b) / ((i + 1) * u);
            sum += term;
        }
        return sum;
    }
}
