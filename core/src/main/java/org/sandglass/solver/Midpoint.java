package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// The probability flow by the explicit midpoint: `xₛ = x − h v(x − ½h v(x, t), m)`, `m = (t + s)/2`,
/// `h = t − s`. Order 2.
///
/// Two evaluations, none at the last time, so any model can be carried to time 0.
public record Midpoint() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        DenoiserAt late = denoiser.at(t);
        DenoiserAt middle = denoiser.at(t - h / 2);
        return (x, _, _) -> {
            Points v = Room.like(x);
            late.predict(Prediction.VELOCITY, x, v);
            Room.combine(-h / 2, v, 1, x);
            middle.predict(Prediction.VELOCITY, v, v);
            Room.combine(1, x, -h, v);
            Room.give(v);
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
