package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.schedule.NoiseSchedule;

/// The first steps of PNDM: classical rules with the transfer
/// `φ(x, ε, t, s) = (αₛ/αₜ) x + (σₛ − αₛσₜ/αₜ) ε` in place of `x + h f` (Liu et al. 2022, eq. 11 and 13).
/// They remember their first prediction, for the steps after.
///
/// For steps of finite length in `λ`.
final class PseudoSteps {
    private PseudoSteps() {}

    /// `φ`.
    private record Transfer(double keep, double ofNoise) {
        static Transfer of(NoiseSchedule schedule, double t, double s) {
            Leg leg = Leg.of(schedule, t, s);
            return new Transfer(Form.NOISE.keep(leg), Form.NOISE.whole(leg));
        }

        void apply(Points x, Points noise) {
            Room.combine(keep, x, ofNoise, noise);
        }
    }

    /// The improved Euler rule: `ε₁` at `x`, `ε₂` at `φ(x, ε₁, t, s)`, then `φ(x, (ε₁ + ε₂)/2, t, s)`.
    static Move improvedEuler(Denoiser denoiser, double t, double s) {
        DenoiserAt late = denoiser.at(t);
        DenoiserAt early = denoiser.at(s);
        Transfer whole = Transfer.of(denoiser.schedule(), t, s);
        return (x, memory, _) -> {
            Points first = Room.like(x);
            late.predict(Prediction.NOISE, x, first);
            memory.remember(first);
            Points second = stage(early, whole, x, first);
            Room.combine(0.5, first, 0.5, second);
            whole.apply(x, first);
            Room.give(second);
            Room.give(first);
        };
    }

    /// The rule of Runge and Kutta: `ε₁` at `x`, `ε₂` and `ε₃` in the middle of the time, `ε₄` at the end,
    /// then `φ(x, (ε₁ + 2ε₂ + 2ε₃ + ε₄)/6, t, s)`.
    static Move rungeKutta(Denoiser denoiser, double t, double s) {
        double middle = (t + s) / 2;
        DenoiserAt late = denoiser.at(t);
        DenoiserAt between = denoiser.at(middle);
        DenoiserAt early = denoiser.at(s);
        Transfer half = Transfer.of(denoiser.schedule(), t, middle);
        Transfer whole = Transfer.of(denoiser.schedule(), t, s);
        return (x, memory, _) -> {
            Points mean = Room.like(x);
            late.predict(Prediction.NOISE, x, mean);
            memory.remember(mean);
            Points second = stage(between, half, x, mean);
            Points third = stage(between, half, x, second);
            Points fourth = stage(early, whole, x, third);
            Room.combine(1.0 / 6, mean, 2.0 / 6, second, 2.0 / 6, third);
            Room.combine(1, mean, 1.0 / 6, fourth);
            whole.apply(x, mean);
            Room.give(fourth);
            Room.give(third);
            Room.give(second);
            Room.give(mean);
        };
    }

    /// `ε̂` at `φ(x, noise)`.
    private static Points stage(DenoiserAt at, Transfer transfer, Points x, Points noise) {
        Points moved = Room.copy(x);
        transfer.apply(moved, noise);
        at.predict(Prediction.NOISE, moved, moved);
        return moved;
    }
}
