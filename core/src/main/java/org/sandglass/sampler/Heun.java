package org.sandglass.sampler;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;

/// The probability flow by Heun's trapezoid: `v₁ = v(x, t)`, `v₂ = v(x − h v₁, s)`, `x ← x − ½ h (v₁ + v₂)`, with
/// `h = t − s`. Order 2.
///
/// The last step is a trapezoid too, which needs the velocity at the last time: the exact denoiser has it also
/// at time 0. A model that only predicts `x₀` or the noise has none where `σ = 0`, and says so; end its grid
/// before.
public record Heun() implements Step {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        DenoiserAt late = denoiser.at(t);
        DenoiserAt early = denoiser.at(s);
        return (x, noise) -> {
            Points first = Points.zeros(x.n(), x.d());
            late.predict(Prediction.VELOCITY, x, first);
            Points second = x.copy();
            for (int i = 0; i < first.data().length; i++) {
                second.data()[i] -= h * first.data()[i];
            }
            early.predict(Prediction.VELOCITY, second, second);
            for (int i = 0; i < first.data().length; i++) {
                x.data()[i] -= 0.5 * h * (first.data()[i] + second.data()[i]);
            }
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
