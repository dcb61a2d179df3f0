package org.sandglass.solver;

import org.sandglass.denoiser.Prediction;

/// Which prediction a rule that is exponential in `λ = ln(α/σ)` interpolates: two forms of the exact
/// solution,
///
/// - data: `xₛ = (σₛ/σₜ) xₜ + αₛ h ∫₀¹ e^(−(1−θ)h) x̂₀ dθ`,
/// - noise: `xₛ = (αₛ/αₜ) xₜ − σₛ h ∫₀¹ e^((1−θ)h) ε̂ dθ`,
///
/// with `h = λₛ − λₜ` and the prediction at `λ = λₜ + θh`. With a prediction that is constant both are DDIM.
public enum Form {
    /// Interpolates `x̂₀` (Lu et al. 2022b, eq. 8).
    DATA(Prediction.X0) {
        @Override
        double keep(Leg leg) {
            return leg.sigmaS() / leg.sigmaT();
        }

        @Override
        double whole(Leg leg) {
            return leg.alphaS() * leg.covered();
        }

        @Override
        double unit(Leg leg) {
            return leg.alphaS() * leg.h();
        }

        @Override
        double exponent(Leg leg) {
            return -leg.h();
        }
    },
    /// Interpolates `ε̂` (Lu et al. 2022a, eq. 3.4).
    NOISE(Prediction.NOISE) {
        @Override
        double keep(Leg leg) {
            return leg.alphaS() / leg.alphaT();
        }

        @Override
        double whole(Leg leg) {
            return -keep(leg) * leg.sigmaT() * leg.covered();
        }

        @Override
        double unit(Leg leg) {
            return -leg.sigmaS() * leg.h();
        }

        @Override
        double exponent(Leg leg) {
            return leg.h();
        }
    };

    private final Prediction prediction;

    Form(Prediction prediction) {
        this.prediction = prediction;
    }

    /// What it interpolates.
    ///
    /// @return `x̂₀` or `ε̂`
    public Prediction prediction() {
        return prediction;
    }

    /// The factor of `xₜ`. In the noise form infinite where `αₜ = 0`.
    abstract double keep(Leg leg);

    /// The factor of a constant prediction, `unit·φ₁(z)`, finite also where `h` is not.
    abstract double whole(Leg leg);

    /// The factor of the integral, for finite `h`.
    abstract double unit(Leg leg);

    /// `z = ∓h`, the exponent of the kernel.
    abstract double exponent(Leg leg);
}
