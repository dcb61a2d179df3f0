package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// The probability flow by Dormand and Prince's pair 5(4) with steps of its own length between the times of
/// the grid, which may be two.
///
/// Each chunk of 1024 points takes the same steps, which keep the tolerance for every number of every one of
/// its points ([DormandPrince]), so the result does not depend on threads. It integrates `x/√(α² + σ²)` over
/// the angle `atan(σ/α)` ([QuarterCircle]), in which the flow is smooth up to `σ = 0` and up to `α = 0`: with
/// the exact denoiser of a law that has a density the last time may be 0. The tolerance is meant in these
/// units, at data those of the data. Each step costs six evaluations; the sampler counts them.
///
/// @param absolute the tolerance of small numbers, finite and `> 0`
/// @param relative the tolerance as a part of large ones, finite and `≥ 0`
public record AdaptiveOde(double absolute, double relative) implements Step {
    /// Checks the ranges.
    public AdaptiveOde {
        new DormandPrince(absolute, relative);
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        QuarterCircle circle = new QuarterCircle(denoiser, grid.time(i), grid.time(i + 1));
        DormandPrince rule = new DormandPrince(absolute, relative);
        return (x, _, _) -> circle.carry(x, rule);
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return OptionalInt.empty();
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
