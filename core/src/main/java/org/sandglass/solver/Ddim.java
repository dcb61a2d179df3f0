package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// DDIM: `xₛ = αₛ x̂₀ + √(σₛ² − η²σ̃²) ε̂ + η σ̃ z`, with `σ̃² = (σₛ²/σₜ²) b²` and `b² = σₜ² − (αₜ/αₛ)² σₛ²`
/// (Song, Meng and Ermon 2021, eq. 12 and 16).
///
/// `ε̂ = (xₜ − αₜ x̂₀)/σₜ`, so one evaluation of `x̂₀` serves. `η = 0` is deterministic, of order 1, and the
/// same as exponential Euler; `η = 1` is the ancestral step of DDPM. Every `η` is exact for a point mass. On
/// steps of equal length down to a time 0 where `σ ~ √t` the error is `O(ln n/n)`, because `ε̂` changes fast
/// there.
///
/// @param eta `η` in `[0, 1]`
public record Ddim(double eta) implements OneStep {
    /// Checks the range.
    public Ddim {
        if (!(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("eta must be within [0, 1], got " + eta);
        }
    }

    /// The deterministic step, `η = 0`.
    public Ddim() {
        this(0);
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        NoiseSchedule schedule = denoiser.schedule();
        double ratio = schedule.sigma(s) / schedule.sigma(t);
        double spread = eta * ratio * schedule.transition(s, t).std();
        double ofX = noiseLeft(schedule, s, t) / schedule.sigma(t);
        double ofX0 = schedule.alpha(s) - schedule.alpha(t) * ofX;
        DenoiserAt at = denoiser.at(t);
        return (x, _, noise) -> {
            Points x0 = Room.like(x);
            at.predict(Prediction.X0, x, x0);
            Room.combine(ofX, x, ofX0, x0);
            Room.give(x0);
            if (stochastic()) {
                Points z = noise.normals(x);
                Room.combine(1, x, spread, z);
                Room.give(z);
            }
        };
    }

    /// `√(σₛ² − η²σ̃²) = σₛ √((1 − η²) + η² (αₜσₛ/(αₛσₜ))²)`: a sum, so nothing cancels.
    private double noiseLeft(NoiseSchedule schedule, double s, double t) {
        double shrink = schedule.transition(s, t).scale() * schedule.sigma(s) / schedule.sigma(t);
        return schedule.sigma(s) * Math.sqrt((1 - eta) * (1 + eta) + eta * eta * shrink * shrink);
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public boolean stochastic() {
        return eta > 0;
    }
}
