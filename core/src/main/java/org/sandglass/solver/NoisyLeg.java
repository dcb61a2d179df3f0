package org.sandglass.solver;

import org.sandglass.schedule.NoiseSchedule;

/// The exact linear part of the reverse family at noise scale `τ` over a step, where `x₀` is predicted.
///
/// In `λ = ln(α/σ)` the family is `d(x/σ) = [−τ² x/σ + (1 + τ²) e^λ D] dλ + √2 τ dW`, so with `q = 1 + τ²`
/// `xₛ = (σₛ/σₜ) e^(−τ²h) xₜ + αₛ q ∫₀ʰ e^(−q(h−u)) D(λₜ + u) du + σₛ √(1 − e^(−2τ²h)) z` (Xue et al. 2023,
/// proposition 4.2). Where `h = ∞` the limits are finite: `D` alone and no noise where `σₛ = 0`. Derivation:
/// `docs/math/stochastic-rules.md`, 3.
///
/// @param leg the levels at both ends
/// @param tau `τ ≥ 0`
record NoisyLeg(Leg leg, double tau) {
    static NoisyLeg of(NoiseSchedule schedule, double tau, double t, double s) {
        return new NoisyLeg(Leg.of(schedule, t, s), tau);
    }

    /// The factor of `xₜ`.
    double keep() {
        return leg.keep() * Math.exp(-decay());
    }

    /// The standard deviation of the noise.
    double spread() {
        return leg.sigmaS() * Math.sqrt(-Math.expm1(-2 * decay()));
    }

    /// The factor of a `D` that does not change: `αₛ (1 − e^(−qh))`.
    double ofX0() {
        return leg.alphaS() * -Math.expm1(-rate() * leg.h());
    }

    /// The factors of predictions at `λₜ + θⱼh` through which a polynomial is laid: `αₛ q h Σₖ aⱼₖ k!
    /// φₖ₊₁(−qh)` with the coefficients of Lagrange's `ℓⱼ(θ) = Σₖ aⱼₖ θᵏ`. For a finite `h` only.
    ///
    /// @param nodes the places `θⱼ`, all different, at most five
    double[] ofX0(double[] nodes) {
        double rate = rate();
        double h = leg.h();
        double[] weights = new double[nodes.length];
        for (int j = 0; j < nodes.length; j++) {
            double[] a = lagrange(nodes, j);
            double factorial = 1;
            for (int k = 0; k < a.length; k++) {
                factorial *= Math.max(1, k);
                weights[j] += leg.alphaS() * rate * h * a[k] * factorial * Phi.of(k + 1, -rate * h);
            }
        }
        return weights;
    }

    /// The coefficients of the polynomial that is 1 at one node and 0 at the others, from the constant up.
    private static double[] lagrange(double[] nodes, int j) {
        double[] a = new double[nodes.length];
        a[0] = 1;
        int degree = 0;
        for (int m = 0; m < nodes.length; m++) {
            if (m != j) {
                double scale = 1 / (nodes[j] - nodes[m]);
                degree++;
                for (int k = degree; k >= 0; k--) {
                    a[k] = scale * ((k > 0 ? a[k - 1] : 0) - nodes[m] * a[k]);
                }
            }
        }
        return a;
    }

    private double rate() {
        return 1 + tau * tau;
    }

    /// `τ²h`, which is 0 for `τ = 0` also where `h = ∞`.
    private double decay() {
        return tau == 0 ? 0 : tau * tau * leg.h();
    }
}
