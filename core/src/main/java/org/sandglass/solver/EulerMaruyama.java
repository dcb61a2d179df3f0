package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// The reverse SDE by Euler and Maruyama: `x ← x + (g² ∇ln pₜ − f x) h + g √h z`, `h = t − s`.
///
/// Weak order 1 (Song et al. 2021, eq. 6, with Anderson's reverse drift), for any schedule with finite `f` and
/// `g²` on the grid but its last time.
public record EulerMaruyama() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        double g2 = Rates.diffusionSquared(denoiser.schedule(), t);
        double keep = 1 - Rates.drift(denoiser.schedule(), t) * h;
        double spread = Math.sqrt(g2 * h);
        DenoiserAt at = denoiser.at(t);
        return (x, _, noise) -> {
            Points score = Room.like(x);
            at.predict(Prediction.SCORE, x, score);
            Points z = noise.normals(x);
            Room.combine(keep, x, g2 * h, score, spread, z);
            Room.give(z);
            Room.give(score);
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
