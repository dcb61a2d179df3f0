package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// SDE-DPM-Solver++(2M): [SdeDpmSolverPlusPlus1] with `x̂₀` replaced by `(1 + 1/(2r)) Dᵢ − (1/(2r)) Dᵢ₋₁`, `r
/// = hᵢ₋₁/hᵢ` (Lu et al. 2022b, eq. 19).
///
/// Weak order 2, strong order 1. The difference `Dᵢ − Dᵢ₋₁` is not a slope, for `E[x₀ | xₜ]` is a martingale
/// of the reverse process, but the answer to the noise of the last step, of which a step of order 1 uses too
/// little. Steps from or to an infinite `λ`, and the step after one, are those of order 1. Its steps solve
/// the reverse SDE itself; samplers of that name whose noise and drift do not belong together (diffusers
/// #1889) fail the tests of this one. Derivation: `docs/math/stochastic-rules.md`, 5.
///
/// @param warmUp the first step
public record SdeDpmSolverPlusPlus2M(WarmUp warmUp) implements Step {
    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        NoisyLeg leg = NoisyLeg.of(denoiser.schedule(), 1, grid.time(i), grid.time(i + 1));
        DenoiserAt at = denoiser.at(grid.time(i));
        if (i == 0 && warmUp instanceof WarmUp.With(var starter)) {
            return remembering(at, starter.move(denoiser, grid, 0));
        }
        double back = i == 0 ? 0 : ofBefore(denoiser.schedule(), grid, i, leg);
        return (x, memory, noise) -> {
            Points x0 = remembered(at, x, memory);
            if (back > 0) {
                Room.combine(1 + back, x0, -back, memory.recall(1));
            }
            NoiseLevel.combine(leg.keep(), x, leg.ofX0(), x0, leg.spread(), noise);
            Room.give(x0);
        };
    }

    /// `1/(2r)`, or 0 where a step of the two has no finite length.
    private static double ofBefore(NoiseSchedule schedule, TimeGrid grid, int i, NoisyLeg leg) {
        Leg before = Leg.of(schedule, grid.time(i - 1), grid.time(i));
        return before.isFinite() && leg.leg().isFinite() ? leg.leg().h() / before.h() / 2 : 0;
    }

    private static Points remembered(DenoiserAt at, Points x, Memory memory) {
        Points x0 = Room.like(x);
        at.predict(Prediction.X0, x, x0);
        memory.remember(x0);
        return x0;
    }

    private static Move remembering(DenoiserAt at, Move starter) {
        return (x, memory, noise) -> {
            Room.give(remembered(at, x, memory));
            starter.apply(x, Memory.of(0), noise);
        };
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return switch (warmUp) {
            case WarmUp.LowerOrder() -> OptionalInt.of(grid.steps());
            case WarmUp.With(var starter) -> OptionalInt.of(grid.steps() + starter.evaluations());
        };
    }

    @Override
    public boolean stochastic() {
        return true;
    }

    @Override
    public int memory() {
        return 2;
    }
}
