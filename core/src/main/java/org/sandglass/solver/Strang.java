package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// The probability flow `ẋ = f x − ½g² ∇ln pₜ` by Strang's splitting: half a step of the linear part, a
/// step of the score part, half a step of the linear part. With `m = (t + s)/2` and `w = ½ g²(m) (t − s)`
///
///     y  = (αₘ/αₜ) xₜ
///     y′ = y + w ∇ln pₘ(y + ½w ∇ln pₘ(y))
///     xₛ = (αₛ/αₘ) y′
///
/// The linear part is exact. The score part has its time frozen at `m`, where the first half of the linear
/// part leaves the clock, and is itself solved by the explicit midpoint; with Euler there, one evaluation,
/// the whole would have order 1. Order 2, two evaluations, none at the last time. From `αₜ = 0`, where the
/// linear part is infinite, it takes two steps of [ExponentialEuler], equal in time. The splitting is that
/// of Strang 1968, and for diffusion models of arXiv 2601.17375; derivation: `docs/math/one-step-rules.md`,
/// 5.
public record Strang() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        return denoiser.schedule().alpha(t) > 0 ? split(denoiser, t, s) : OrderOne.inParts(2, denoiser, t, s);
    }

    private static Move split(Denoiser denoiser, double t, double s) {
        NoiseSchedule schedule = denoiser.schedule();
        double m = t - (t - s) / 2;
        double before = schedule.alpha(m) / schedule.alpha(t);
        double after = schedule.alpha(s) / schedule.alpha(m);
        double w = Rates.diffusionSquared(schedule, m) / 2 * (t - s);
        DenoiserAt middle = denoiser.at(m);
        return (x, _, _) -> {
            Points score = Room.like(x);
            scale(before, x);
            middle.predict(Prediction.SCORE, x, score);
            Room.combine(w / 2, score, 1, x);
            middle.predict(Prediction.SCORE, score, score);
            Room.combine(after, x, after * w, score);
            Room.give(score);
        };
    }

    private static void scale(double a, Points x) {
        Room.combine(a, x, 0, x);
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
