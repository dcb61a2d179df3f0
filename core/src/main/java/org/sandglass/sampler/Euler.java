package org.sandglass.sampler;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;

/// The probability flow by Euler: `x ← x − h v(x, t)`, `h = t − s`. Order 1.
public record Euler() implements Step {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        DenoiserAt at = denoiser.at(t);
        return (x, noise) -> {
            Points v = Room.like(x);
            at.predict(Prediction.VELOCITY, x, v);
            Room.combine(1, x, -h, v);
            Room.give(v);
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
