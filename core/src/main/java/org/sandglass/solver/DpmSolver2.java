package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// DPM-Solver-2 (Lu et al. 2022, DPM-Solver, algorithm 1): with `λₘ = (λₜ + λₛ)/2` and `h = λₛ − λₜ`
///
///     u  = (αₘ/αₜ) xₜ − σₘ(e^(h/2) − 1) ε̂(xₜ, t)
///     xₛ = (αₛ/αₜ) xₜ − σₛ(e^h − 1) ε̂(u, m)
///
/// Order 2, two evaluations, none at the last time. This is the paper's `r₁ = 1/2`, where the factor
/// `1/(2r₁)` of the difference is 1. Where `λ` is infinite at an end it takes two steps of
/// [ExponentialEuler], equal in time. Derivation: `docs/math/one-step-rules.md`, 3.
public record DpmSolver2() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        Leg leg = Leg.of(denoiser.schedule(), t, s);
        return leg.isFinite() ? midpoint(denoiser, t, leg) : OrderOne.inParts(2, denoiser, t, s);
    }

    private static Move midpoint(Denoiser denoiser, double t, Leg leg) {
        NoiseSchedule schedule = denoiser.schedule();
        double m = leg.timeAt(0.5, schedule, t);
        Leg half = Leg.of(schedule, t, m);
        DenoiserAt late = denoiser.at(t);
        DenoiserAt middle = denoiser.at(m);
        return (x, _, _) -> {
            Points e = Room.like(x);
            late.predict(Prediction.NOISE, x, e);
            Room.combine(half.ofNoise(), e, half.grow(), x);
            middle.predict(Prediction.NOISE, e, e);
            Room.combine(leg.grow(), x, leg.ofNoise(), e);
            Room.give(e);
        };
    }

    @Override
    public int evaluations() {
        return 2;
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
