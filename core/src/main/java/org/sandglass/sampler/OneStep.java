package org.sandglass.sampler;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.schedule.TimeGrid;

/// A rule that depends on the two ends of a step alone, so that it may be taken between any two times, and others can
/// be built from it.
public interface OneStep extends Step {
    /// The rule between two times. The move remembers nothing.
    ///
    /// @param denoiser the model
    /// @param t the later time
    /// @param s the earlier time, `s < t`
    /// @return a move that threads may share
    /// @throws IllegalArgumentException if a time is outside the process
    /// @throws org.sandglass.linalg.NumericalException if the rule is not finite there
    Move between(Denoiser denoiser, double t, double s);

    /// How many times a step asks the denoiser about each point.
    ///
    /// @return evaluations per step
    int evaluations();

    @Override
    default Move move(Denoiser denoiser, TimeGrid grid, int i) {
        return between(denoiser, grid.time(i), grid.time(i + 1));
    }

    @Override
    default OptionalInt evaluations(TimeGrid grid) {
        return OptionalInt.of(Math.multiplyExact(grid.steps(), evaluations()));
    }
}
