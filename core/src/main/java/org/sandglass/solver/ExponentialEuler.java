package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// Exponential Euler: `xₛ = (σₛ/σₜ) xₜ + αₛ(1 − e^(−h)) x̂₀(xₜ, t)` with `h = λₛ − λₜ`. Order 1.
///
/// The probability flow is `d(x/σ)/dλ = e^λ x̂₀`, linear but for `x̂₀`. The linear part is solved exactly,
/// `x̂₀` is held over the step. The same map as [Ddim] with `η = 0`, [DpmSolver1] and [DpmSolverPlusPlus1],
/// and for [org.sandglass.schedule.Flow] as [Euler], all up to rounding. Nothing is divided by `α`, so it
/// is finite from `α = 0` and to `σ = 0`, where it gives `αₛ x̂₀`. Derivation:
/// `docs/math/one-step-rules.md`, 2.
public record ExponentialEuler() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        Leg leg = Leg.of(denoiser.schedule(), t, s);
        DenoiserAt at = denoiser.at(t);
        return (x, _, _) -> {
            Points x0 = Room.like(x);
            at.predict(Prediction.X0, x, x0);
            Room.combine(leg.keep(), x, leg.ofX0(), x0);
            Room.give(x0);
        };
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
