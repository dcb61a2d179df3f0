package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// SEEDS-1: `xₛ = (αₛ/αₜ) xₜ − 2σₛ(e^h − 1) ε̂ + σₛ √(e^(2h) − 1) z`, `h = λₛ − λₜ` (Gonzalez et al. 2023,
/// eq. 13).
///
/// The reverse SDE `d(x/α) = −2e^(−λ) ε̂ dλ + √2 e^(−λ) dW` with `ε̂ = E[z | xₜ]` held over the step and all
/// else exact. Weak and strong order 1. Unlike [SdeDpmSolverPlusPlus1], which holds `x̂₀`, it overshoots on
/// long steps: at `σₛ = 0` it would leave as much noise as it found, and from `αₜ = 0` it is not finite.
/// Steps from or to an infinite `λ` are therefore those of [SdeDpmSolverPlusPlus1].
public record Seeds1() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        NoiseLeg leg = NoiseLeg.of(denoiser.schedule(), t, s);
        if (!leg.isFinite()) {
            return new SdeDpmSolverPlusPlus1().between(denoiser, t, s);
        }
        DenoiserAt at = denoiser.at(t);
        return (x, _, noise) -> {
            Points eps = Room.like(x);
            at.predict(Prediction.NOISE, x, eps);
            NoiseLevel.combine(leg.keep(), x, leg.ofNoise(), eps, leg.spread(), noise);
            Room.give(eps);
        };
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public boolean stochastic() {
        return true;
    }
}
