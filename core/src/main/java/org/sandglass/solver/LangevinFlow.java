package org.sandglass.solver;

import org.sandglass.denoiser.Conversion;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// The probability flow with Langevin noise of constant size, by Euler and Maruyama: `x ← x − h v(x, t)
/// + ½ ν² h ∇ln pₜ(x) + ν √h z`, `h = t − s`, `v` the velocity of the flow.
///
/// Langevin dynamics of any strength leave `pₜ` as it is, so the law is that of the process for every
/// `ν`; `ν = 0` is the flow, where this is [Euler] up to roundings. The noise is in units of the points
/// and of time, the same at every time, unlike that of [EulerMaruyama], which is `ξ g`. So the rule
/// needs no `f` and no `g²`: it starts at the very end where `α = 0`, as long as `α̇` is finite there.
/// One evaluation, from which velocity and score both follow: of the score where `α ≥ σ`, else of `x̂₀`,
/// so that nothing small is divided by. Weak order 1, and strong order 1 because the noise does not
/// depend on `x`. Needs `h ν²` well below the variance of the narrowest mode. Holderrieth and Erives
/// 2025, theorem 15, with time reversed. Derivation: `docs/math/stochastic-rules.md`, 8.
///
/// @param noise `ν ≥ 0`
public record LangevinFlow(double noise) implements OneStep {
    /// Checks the noise.
    public LangevinFlow {
        NoiseLevel.check("noise", noise);
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        NoiseSchedule schedule = denoiser.schedule();
        Prediction known = schedule.alpha(t) >= schedule.sigma(t) ? Prediction.SCORE : Prediction.X0;
        Conversion velocity = Conversion.between(known, Prediction.VELOCITY, schedule, t);
        Conversion score = Conversion.between(known, Prediction.SCORE, schedule, t);
        double h = t - s;
        double pull = 0.5 * noise * noise * h;
        double keep = 1 - h * velocity.ofX() + pull * score.ofX();
        double toward = pull * score.ofValue() - h * velocity.ofValue();
        double spread = noise * Math.sqrt(h);
        DenoiserAt at = denoiser.at(t);
        return (x, _, z) -> {
            Points value = Room.like(x);
            at.predict(known, x, value);
            if (stochastic()) {
                NoiseLevel.combine(keep, x, toward, value, spread, z);
            } else {
                Room.combine(keep, x, toward, value);
            }
            Room.give(value);
        };
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public boolean stochastic() {
        return noise > 0;
    }
}
