package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// SDE-DPM-Solver++1: `xₛ = (σₛ/σₜ) e^(−h) xₜ + αₛ(1 − e^(−2h)) x̂₀ + σₛ √(1 − e^(−2h)) z`, `h = λₛ − λₜ` (Lu
/// et al. 2022b, eq. 18).
///
/// The reverse SDE with `x̂₀` held over the step and all else exact. It is the ancestral step of [Ddpm] with
/// its lower variance, and [Ddim] with `η = 1`: three names of one rule. Because `E[x₀ | xₜ]` is a martingale
/// of the reverse process its mean is exact for an exact denoiser, and its variance misses `αₛ²(1 − e^(−2h))²
/// Cov[x₀ | xₜ]`: weak and strong order 1. Finite for every step with `αₛ > 0`, also to `σₛ = 0` and from `αₜ
/// = 0`.
public record SdeDpmSolverPlusPlus1() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        NoisyLeg leg = NoisyLeg.of(denoiser.schedule(), 1, t, s);
        double keep = leg.keep();
        double ofX0 = leg.ofX0();
        double spread = leg.spread();
        DenoiserAt at = denoiser.at(t);
        return (x, _, noise) -> {
            Points x0 = Room.like(x);
            at.predict(Prediction.X0, x, x0);
            NoiseLevel.combine(keep, x, ofX0, x0, spread, noise);
            Room.give(x0);
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
