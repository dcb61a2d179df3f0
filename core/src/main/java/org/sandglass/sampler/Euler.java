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
            Points v = Points.zeros(x.n(), x.d());
            at.predict(Prediction.VELOCITY, x, v);
            for (int i = 0; i < v.data().length; i++) {
                x.data()[i] -= h * v.data()[i];
            }
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
