package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// The probability flow by the classical method of Runge and Kutta, `x ← x − (h/6)(k₁ + 2k₂ + 2k₃ + k₄)`
/// with `h = t − s` and
///
///     k₁ = v(x, t),  k₂ = v(x − ½h k₁, m),  k₃ = v(x − ½h k₂, m),  k₄ = v(x − h k₃, s),  m = (t + s)/2
///
/// Order 4, four evaluations (Hairer, Nørsett and Wanner 1993, table II.1.2). The last step needs the
/// velocity at the last time, as [Heun]'s does: a model that only predicts `x₀` or the noise has none where
/// `σ = 0`, and says so.
public record Rk4() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        double h = t - s;
        DenoiserAt late = denoiser.at(t);
        DenoiserAt middle = denoiser.at(t - h / 2);
        DenoiserAt early = denoiser.at(s);
        return (x, _, _) -> {
            Points k = Room.like(x);
            late.predict(Prediction.VELOCITY, x, k);
            Points sum = Room.copy(k);
            next(middle, x, -h / 2, k, sum, 2);
            next(middle, x, -h / 2, k, sum, 2);
            next(early, x, -h, k, sum, 1);
            Room.combine(1, x, -h / 6, sum);
            Room.give(sum);
            Room.give(k);
        };
    }

    /// `k ← v(x + a k)`, and adds it to the sum `weight` times.
    private static void next(DenoiserAt at, Points x, double a, Points k, Points sum, double weight) {
        Room.combine(a, k, 1, x);
        at.predict(Prediction.VELOCITY, k, k);
        Room.combine(1, sum, weight, k);
    }

    @Override
    public int evaluations() {
        return 4;
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
