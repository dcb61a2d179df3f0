package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.TimeGrid;

/// The probability flow by Heun's trapezoid. By time, `v₁ = v(x, t)`, `v₂ = v(x − h v₁, s)`,
/// `x ← x − ½ h (v₁ + v₂)` with `h = t − s`. By noise level, the same in `x/α` over `ν = σ/α`, where the
/// flow is `d(x/α)/dν = ε̂ = (x − αx̂₀)/σ`.
///
/// Order 2 (Karras et al. 2022: algorithm 1 by time; algorithm 2 by noise level, since a model of any
/// schedule can be written as one of `y = x/α` at the noise level `ν`). The two agree where `α = 1` and
/// `σ = t`, and differ elsewhere.
///
/// The trapezoid of the last step needs the velocity at the last time: the exact denoiser has it also at
/// time 0. A model that only predicts `x₀` or the noise has none where `σ = 0`, and says so: end its grid
/// before, or let the last step be Euler's. By noise level, where `λ` is infinite at an end there is no
/// trapezoid: it takes two steps of [ExponentialEuler] instead, equal in time.
///
/// @param clock what the trapezoid is taken in
/// @param last what a step to time 0 is
public record Heun(Clock clock, Last last) implements OneStep {
    /// What a step to time 0 is.
    public enum Last {
        /// A trapezoid as all others.
        TRAPEZOID,
        /// Euler's step in the same clock, with one evaluation, as Karras et al. 2022 have it.
        EULER
    }

    /// By time, trapezoids throughout.
    public Heun() {
        this(Clock.TIME, Last.TRAPEZOID);
    }

    /// Trapezoids throughout.
    ///
    /// @param clock what they are taken in
    public Heun(Clock clock) {
        this(clock, Last.TRAPEZOID);
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        boolean euler = s == 0 && last == Last.EULER;
        return switch (clock) {
            case TIME -> euler ? new Euler().between(denoiser, t, s) : byTime(denoiser, t, s);
            case SIGMA -> euler ? new ExponentialEuler().between(denoiser, t, s) : bySigma(denoiser, t, s);
        };
    }

    private static Move byTime(Denoiser denoiser, double t, double s) {
        return trapezoid(denoiser, t, s, Prediction.VELOCITY, 1, s - t);
    }

    /// `αₛ(νₛ − νₜ) = −σₛ(e^h − 1)`.
    private static Move bySigma(Denoiser denoiser, double t, double s) {
        Leg leg = Leg.of(denoiser.schedule(), t, s);
        return leg.isFinite()
                ? trapezoid(denoiser, t, s, Prediction.NOISE, leg.grow(), leg.ofNoise())
                : OrderOne.inParts(2, denoiser, t, s);
    }

    /// `x ← a x + ½ b (v₁ + v₂)` with `v₁ = v(x, t)` and `v₂ = v(a x + b v₁, s)`.
    private static Move trapezoid(Denoiser denoiser, double t, double s, Prediction rate, double a, double b) {
        DenoiserAt late = denoiser.at(t);
        DenoiserAt early = denoiser.at(s);
        return (x, _, _) -> {
            Points v = Room.like(x);
            late.predict(rate, x, v);
            Points ahead = Room.copy(x);
            Room.combine(a, ahead, b, v);
            early.predict(rate, ahead, ahead);
            Room.combine(1, v, 1, ahead);
            Room.combine(a, x, 0.5 * b, v);
            Room.give(ahead);
            Room.give(v);
        };
    }

    /// Two; [Last#EULER] takes one in a step to time 0.
    @Override
    public int evaluations() {
        return 2;
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        int saved = grid.to() == 0 && last == Last.EULER ? 1 : 0;
        return OptionalInt.of(Math.multiplyExact(grid.steps(), 2) - saved);
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
