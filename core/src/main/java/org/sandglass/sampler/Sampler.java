package org.sandglass.sampler;

import java.util.OptionalInt;
import org.sandglass.denoiser.CountingDenoiser;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.TimeGrid;

/// A sampler: a step, the times between which it is taken, and what happens at the last of them.
///
/// Immutable; threads may share it.
///
/// @param step the rule
/// @param grid the times, from noise to data
/// @param finish what happens after the last grid time
public record Sampler(Step step, TimeGrid grid, Finish finish) {
    /// What happens after the last grid time.
    public enum Finish {
        /// Nothing: the points are at the last grid time.
        NONE,
        /// The points are replaced by `E[x₀ | x]`, at the cost of one more evaluation. They count as the state
        /// at the last grid time.
        DENOISE
    }

    /// A sampler that stops at the last grid time.
    ///
    /// @param step the rule
    /// @param grid the times
    public Sampler(Step step, TimeGrid grid) {
        this(step, grid, Finish.NONE);
    }

    /// How many times the denoiser is asked about each point.
    ///
    /// @return evaluations in all; empty if they depend on the points
    public OptionalInt evaluations() {
        OptionalInt steps = step.evaluations(grid);
        int finishing = finish == Finish.DENOISE ? 1 : 0;
        return steps.isPresent() ? OptionalInt.of(Math.addExact(steps.getAsInt(), finishing)) : steps;
    }

    /// Carries points through the grid.
    ///
    /// The noise of step `i` for chunk `c` of 1024 points is stream `("step", c, i)`, so the result depends
    /// only on the arguments, not on the threads. The denoiser is asked for its evaluator once per step (Heun:
    /// at both ends), in order and up to 16 steps ahead, which all threads then share.
    ///
    /// @param denoiser the model
    /// @param start n × d points at the first grid time, read only; n may be 0
    /// @param streams where the randomness comes from
    /// @param workers the threads
    /// @param recording which states to keep
    /// @param observer told after every step
    /// @return the states kept, the end among them
    /// @throws IllegalArgumentException if the start is not finite or not of the denoiser's dimension, or the
    ///     grid leaves its schedule
    /// @throws org.sandglass.linalg.NumericalException if a step is not finite on this grid, or leads to points
    ///     that are not
    /// @throws java.util.concurrent.CancellationException if this thread is interrupted
    public Trajectory run(
            Denoiser denoiser,
            Points start,
            RandomStreams streams,
            Workers workers,
            Recording recording,
            StepObserver observer) {
        return run(denoiser, start, new Walk("step", streams, workers, recording, observer));
    }

    /// Carries points through the grid on this thread, and keeps where they end; the same points as with any
    /// workers.
    ///
    /// @param denoiser the model
    /// @param start n × d points at the first grid time, read only
    /// @param streams where the randomness comes from
    /// @return the points at the last grid time
    /// @throws IllegalArgumentException as above
    /// @throws org.sandglass.linalg.NumericalException as above
    public Points run(Denoiser denoiser, Points start, RandomStreams streams) {
        return run(denoiser, start, Walk.here("step", streams, new Recording.EndOnly()))
                .end();
    }

    private Trajectory run(Denoiser denoiser, Points start, Walk walk) {
        if (start.d() != denoiser.d()) {
            throw new IllegalArgumentException(
                    "points to start from have dimension " + start.d() + ", the denoiser " + denoiser.d());
        }
        denoiser.schedule().checkTime(grid.from());
        OptionalInt known = evaluations();
        return known.isPresent() ? run(denoiser, start, walk, known.getAsInt()) : counted(denoiser, start, walk);
    }

    private Trajectory run(Denoiser denoiser, Points start, Walk walk, double evaluations) {
        return walk.run(start, grid.toArray(), i -> move(denoiser, i), step.memory())
                .at(evaluations);
    }

    private Trajectory counted(Denoiser denoiser, Points start, Walk walk) {
        CountingDenoiser counting = new CountingDenoiser(denoiser);
        Trajectory way = run(counting, start, walk, 0);
        return new Trajectory(way.times(), way.states(), counting.points() / (double) Math.max(1, start.n()));
    }

    private Move move(Denoiser denoiser, int i) {
        Move move = step.move(denoiser, grid, i);
        return i + 1 == grid.steps() && finish == Finish.DENOISE ? denoisedAfter(move, denoiser.at(grid.to())) : move;
    }

    private static Move denoisedAfter(Move move, DenoiserAt at) {
        return (x, memory, noise) -> {
            move.apply(x, memory, noise);
            at.predict(Prediction.X0, x, x);
        };
    }
}
