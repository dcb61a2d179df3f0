package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// DPM-Solver-3 (Lu et al. 2022, DPM-Solver, algorithm 2): with `λ₁ = λₜ + h/3`, `λ₂ = λₜ + 2h/3`,
/// `ε₀ = ε̂(xₜ, t)` and `ψ(z) = (e^z − 1)/z − 1 = z φ₂(z)`
///
///     u₁ = (α₁/αₜ) xₜ − σ₁(e^(h/3) − 1) ε₀,                             D₁ = ε̂(u₁, t₁) − ε₀
///     u₂ = (α₂/αₜ) xₜ − σ₂(e^(2h/3) − 1) ε₀ − 2 σ₂ ψ(2h/3) D₁,          D₂ = ε̂(u₂, t₂) − ε₀
///     xₛ = (αₛ/αₜ) xₜ − σₛ(e^h − 1) ε₀ − (3/2) σₛ ψ(h) D₂
///
/// Order 3, three evaluations, none at the last time: the paper's `r₁ = 1/3`, `r₂ = 2/3`. Where `λ` is
/// infinite at an end it takes three steps of [ExponentialEuler], equal in time. Derivation:
/// `docs/math/one-step-rules.md`, 3.
public record DpmSolver3() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        Leg leg = Leg.of(denoiser.schedule(), t, s);
        return leg.isFinite() ? thirds(denoiser, t, leg) : OrderOne.inParts(3, denoiser, t, s);
    }

    private static Move thirds(Denoiser denoiser, double t, Leg leg) {
        NoiseSchedule schedule = denoiser.schedule();
        double t1 = leg.timeAt(1 / 3.0, schedule, t);
        double t2 = leg.timeAt(2 / 3.0, schedule, t);
        Leg one = Leg.of(schedule, t, t1);
        Leg two = Leg.of(schedule, t, t2);
        DenoiserAt late = denoiser.at(t);
        DenoiserAt first = denoiser.at(t1);
        DenoiserAt second = denoiser.at(t2);
        return (x, _, _) -> {
            Points e0 = Room.like(x);
            late.predict(Prediction.NOISE, x, e0);
            Points e = Room.copy(e0);
            ahead(one, x, e0, 0, first, e);
            ahead(two, x, e0, 2 * ofSlope(two), second, e);
            double slope = 1.5 * ofSlope(leg);
            Room.combine(leg.grow(), x, leg.ofNoise() - slope, e0, slope, e);
            Room.give(e);
            Room.give(e0);
        };
    }

    /// `e ← ε̂(u)` with `u = (α/αₜ) x − σ(e^z − 1) ε₀ + slope (e − ε₀)`.
    private static void ahead(Leg leg, Points x, Points e0, double slope, DenoiserAt at, Points e) {
        Room.combine(slope, e, leg.ofNoise() - slope, e0, leg.grow(), x);
        at.predict(Prediction.NOISE, e, e);
    }

    /// `−σ ψ(z) = −(α/αₜ) σₜ e^(−z) ψ(z)` and `e^(−z) φ₂(z) = φ₁(−z) − φ₂(−z)`, so nothing overflows.
    private static double ofSlope(Leg leg) {
        return -leg.grow() * leg.sigmaT() * leg.h() * (Phi.of(1, -leg.h()) - Phi.of(2, -leg.h()));
    }

    @Override
    public int evaluations() {
        return 3;
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
