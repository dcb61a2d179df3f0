package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// DPM-Solver-1: `xₛ = (αₛ/αₜ) xₜ − σₛ(e^h − 1) ε̂(xₜ, t)` with `h = λₛ − λₜ` (Lu et al. 2022, DPM-Solver,
/// eq. 3.7). Order 1.
///
/// Exponential Euler in the noise: `d(x/α)/dλ = −e^(−λ) ε̂` with `ε̂` held over the step. Since
/// `x = αx̂₀ + σε̂`, the same map as [ExponentialEuler] up to rounding. Written with
/// `σₛ(e^h − 1) = (αₛ/αₜ) σₜ (1 − e^(−h))`, which is finite also to `σ = 0`. From `αₜ = 0`, where the noise
/// says nothing about the data, it is exponential Euler in `x̂₀`.
public record DpmSolver1() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        Leg leg = Leg.of(denoiser.schedule(), t, s);
        return leg.alphaT() > 0 ? inNoise(denoiser.at(t), leg) : new ExponentialEuler().between(denoiser, t, s);
    }

    private static Move inNoise(DenoiserAt at, Leg leg) {
        return (x, _, _) -> {
            Points e = Room.like(x);
            at.predict(Prediction.NOISE, x, e);
            Room.combine(leg.grow(), x, leg.ofNoise(), e);
            Room.give(e);
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
