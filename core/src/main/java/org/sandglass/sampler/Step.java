package org.sandglass.sampler;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.schedule.TimeGrid;

/// A rule that carries points through a grid of times, from noise to data.
///
/// Most rules look at the two ends of a step alone: those are [OneStep]s. Others look back, at a neighbour of the
/// step, or at the whole grid.
public interface Step {
    /// One step of the grid. Steps are asked for in order, and may be asked for before earlier ones have been taken.
    ///
    /// @param denoiser the model
    /// @param grid the times
    /// @param i which step, from time `i` of the grid to time `i + 1`
    /// @return a move that threads may share
    /// @throws IllegalArgumentException if a time is outside the process
    /// @throws org.sandglass.linalg.NumericalException if the rule is not finite there
    Move move(Denoiser denoiser, TimeGrid grid, int i);

    /// How many times a run through a grid asks the denoiser about each point.
    ///
    /// @param grid the times
    /// @return evaluations in all; empty if they depend on the points, and are to be counted
    OptionalInt evaluations(TimeGrid grid);

    /// Whether the rule uses random numbers.
    ///
    /// @return false if the same start always gives the same end
    boolean stochastic();

    /// How many arrays of the size of the points a chunk carries from one step to the next.
    ///
    /// @return the capacity of each chunk's [Memory]
    default int memory() {
        return 0;
    }
}
