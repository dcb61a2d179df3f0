package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// The probability flow by Euler: `x ← x − h v(x, t)`, `h = t − s`. Order 1.
public record Euler() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        DenoiserAt at = denoiser.at(t);
        return (x, _, _) -> {
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
