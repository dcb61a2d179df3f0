package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// The reverse family by Euler and Maruyama: `x ← x + (½(1 + ξ²) g² ∇ln pₜ − f x) h + ξ g √h z`, `h = t − s`.
///
/// It solves `dx = [f x − ½(1 + ξ²) g² ∇ln pₜ] dt + ξ g dW`, whose law is that of the process for every `ξ`:
/// `ξ = 1` is the reverse SDE (Song et al. 2021, eq. 6, with Anderson's reverse drift), `ξ = 0` the
/// probability flow, where this is [Euler] up to roundings. For any schedule with finite `f` and `g²` on the
/// grid but its last time. Weak order 1, and strong order 1 because the noise does not depend on `x`.
/// Derivation: `docs/math/stochastic-rules.md`, 1.
///
/// @param xi the noise level `ξ ≥ 0`
public record EulerMaruyama(double xi) implements OneStep {
    /// Checks the noise level.
    public EulerMaruyama {
        NoiseLevel.check("xi", xi);
    }

    /// The reverse SDE, `ξ = 1`.
    public EulerMaruyama() {
        this(1);
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        double g2 = Rates.diffusionSquared(denoiser.schedule(), t);
        double keep = 1 - Rates.drift(denoiser.schedule(), t) * h;
        double pull = 0.5 * (1 + xi * xi) * g2 * h;
        double spread = xi * Math.sqrt(g2 * h);
        DenoiserAt at = denoiser.at(t);
        return (x, _, noise) -> {
            Points score = Room.like(x);
            at.predict(Prediction.SCORE, x, score);
            if (stochastic()) {
                NoiseLevel.combine(keep, x, pull, score, spread, noise);
            } else {
                Room.combine(keep, x, pull, score);
            }
            Room.give(score);
        };
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public boolean stochastic() {
        return xi > 0;
    }
}
