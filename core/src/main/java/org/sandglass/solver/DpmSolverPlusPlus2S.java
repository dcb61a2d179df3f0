package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// DPM-Solver++(2S) (Lu et al. 2022, DPM-Solver++, algorithm 1): with a time `m` between, `h = λₛ − λₜ` and
/// `r = (λₘ − λₜ)/h`
///
///     u  = (σₘ/σₜ) xₜ + αₘ(1 − e^(−rh)) x̂₀(xₜ, t)
///     xₛ = (σₛ/σₜ) xₜ + αₛ(1 − e^(−h)) ((1 − 1/(2r)) x̂₀(xₜ, t) + 1/(2r) x̂₀(u, m))
///
/// Order 2, two evaluations, none at the last time. Where `λ` is infinite at an end it takes two steps of
/// [ExponentialEuler], equal in time. Derivation: `docs/math/one-step-rules.md`, 3.
///
/// @param midpoint which time is `m`
public record DpmSolverPlusPlus2S(Midpoint midpoint) implements OneStep {
    /// The time between the ends at which the rule asks once more.
    public enum Midpoint {
        /// In the middle by `λ`, so that `r = 1/2`, as the paper recommends.
        LOG_SNR,
        /// In the middle by time, `m = (t + s)/2`, as the library diffuse has it.
        TIME
    }

    /// The midpoint by `λ`.
    public DpmSolverPlusPlus2S() {
        this(Midpoint.LOG_SNR);
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        NoiseSchedule schedule = denoiser.schedule();
        Leg leg = Leg.of(schedule, t, s);
        if (!leg.isFinite()) {
            return OrderOne.inParts(2, denoiser, t, s);
        }
        return switch (midpoint) {
            case LOG_SNR -> by(leg.timeAt(0.5, schedule, t), 1, denoiser, t, leg);
            case TIME -> {
                double m = t - (t - s) / 2;
                yield by(m, leg.h() / (2 * Leg.of(schedule, t, m).h()), denoiser, t, leg);
            }
        };
    }

    /// With `weight = 1/(2r)`.
    private static Move by(double m, double weight, Denoiser denoiser, double t, Leg leg) {
        Leg half = Leg.of(denoiser.schedule(), t, m);
        DenoiserAt late = denoiser.at(t);
        DenoiserAt middle = denoiser.at(m);
        return (x, _, _) -> {
            Points x0 = Room.like(x);
            late.predict(Prediction.X0, x, x0);
            Points u = Room.copy(x);
            Room.combine(half.keep(), u, half.ofX0(), x0);
            middle.predict(Prediction.X0, u, u);
            Room.combine(leg.keep(), x, leg.ofX0() * (1 - weight), x0, leg.ofX0() * weight, u);
            Room.give(u);
            Room.give(x0);
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
