package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// The probability flow by Heun's trapezoid: `v₁ = v(x, t)`, `v₂ = v(x − h v₁, s)`, `x ← x − ½ h (v₁ + v₂)`,
/// with `h = t − s`. Order 2.
///
/// The last step is a trapezoid too, which needs the velocity at the last time: the exact denoiser has it also
/// at time 0. A model that only predicts `x₀` or the noise has none where `σ = 0`, and says so; end its grid
/// before.
public record Heun() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        DenoiserAt late = denoiser.at(t);
        DenoiserAt early = denoiser.at(s);
        return (x, _, _) -> {
            Points v = Room.like(x);
            late.predict(Prediction.VELOCITY, x, v);
            Points ahead = Room.copy(x);
            Room.combine(1, ahead, -h, v);
            early.predict(Prediction.VELOCITY, ahead, ahead);
            Room.combine(1, v, 1, ahead);
            Room.combine(1, x, -0.5 * h, v);
            Room.give(ahead);
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
