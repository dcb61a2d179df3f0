package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// SEEDS-2: [Seeds1] to the middle of the step in `λ`, and from its start the whole step with the noise
/// predicted there (Gonzalez et al. 2023, algorithm 2).
///
/// `u = (αₘ/αₜ) xₜ − 2σₘ(e^(h/2) − 1) ε̂(xₜ, t) + σₘ √(e^h − 1) z₁`, then `xₛ = (αₛ/αₜ) xₜ − 2σₛ(e^h − 1)
/// ε̂(u, m) + σₛ(√(e^(2h) − e^h) z₁ + √(e^h − 1) z₂)`: both use the same noise on the first half. With it the
/// first two moments of the step are right up to `h³`, so the weak order is 2; the paper proves 1. Strong
/// order 1. A step from or to an infinite `λ` is two of [SdeDpmSolverPlusPlus1], by way of the middle in
/// time.
public record Seeds2() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        NoiseSchedule schedule = denoiser.schedule();
        Leg leg = Leg.of(schedule, t, s);
        if (!leg.isFinite()) {
            return twice(denoiser, t, s);
        }
        double m = schedule.timeOfLogSnr(schedule.logSnr(t) + leg.h() / 2);
        NoiseLeg whole = NoiseLeg.of(schedule, t, s);
        NoiseLeg first = NoiseLeg.of(schedule, t, m);
        NoiseLeg second = NoiseLeg.of(schedule, m, s);
        DenoiserAt start = denoiser.at(t);
        DenoiserAt middle = denoiser.at(m);
        return (x, _, noise) -> {
            Points u = Room.copy(x);
            Points eps = Room.like(x);
            Points z = noise.normals(x);
            start.predict(Prediction.NOISE, x, eps);
            Room.combine(first.keep(), u, first.ofNoise(), eps, first.spread(), z);
            middle.predict(Prediction.NOISE, u, eps);
            Room.combine(whole.keep(), x, whole.ofNoise(), eps, second.keep() * first.spread(), z);
            NoiseLevel.combine(1, x, second.spread(), noise);
            Room.give(z);
            Room.give(eps);
            Room.give(u);
        };
    }

    private static Move twice(Denoiser denoiser, double t, double s) {
        SdeDpmSolverPlusPlus1 one = new SdeDpmSolverPlusPlus1();
        Move first = one.between(denoiser, t, (t + s) / 2);
        Move second = one.between(denoiser, (t + s) / 2, s);
        return (x, memory, noise) -> {
            first.apply(x, memory, noise);
            second.apply(x, memory, noise);
        };
    }

    @Override
    public int evaluations() {
        return 2;
    }

    @Override
    public boolean stochastic() {
        return true;
    }
}
