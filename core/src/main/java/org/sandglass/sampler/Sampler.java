package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.TimeGrid;

/// A sampler: a step, the times between which it is taken, and what happens at the last of them.
///
/// @param step the rule
/// @param grid the times, from noise to data
/// @param finish what happens after the last grid time
public record Sampler(Step step, TimeGrid grid, Finish finish) {
    /// What happens after the last grid time.
    public enum Finish {
        /// Nothing: the points are at the last grid time.
        NONE,
        /// The points are replaced by `E[x₀ | x]`, at the cost of one more evaluation.
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
    /// @return evaluations in all
    public int evaluations() {
        return grid.steps() * step.evaluations() + (finish == Finish.DENOISE ? 1 : 0);
    }

    /// Carries points through the grid.
    ///
    /// The noise of step `i` for chunk `c` of 1024 points is stream `("step", c, i)`, so the result depends only on the arguments, not on the threads.
    ///
    /// @param denoiser the model
    /// @param start n × d points at the first grid time, read only
    /// @param streams where the randomness comes from
    /// @param workers the threads
    /// @param recording which states to keep
    /// @param observer told after every step
    /// @return the states kept, the end among them
    /// @throws org.sandglass.linalg.NumericalException if a step is not finite on this grid
    public Trajectory run(
            Denoiser denoiser,
            Points start,
            RandomStreams streams,
            Workers workers,
            Recording recording,
            StepObserver observer) {
        Chunks chunks = Chunks.of(start);
        List<Double> times = new ArrayList<>();
        List<Points> states = new ArrayList<>();
        keep(recording, 0, chunks, times, states);
        for (int i = 0; i < grid.steps(); i++) {
            int number = i;
            Move move = step.between(denoiser, grid.time(i), grid.time(i + 1));
            workers.forEach(chunks.parts().size(), c -> move.apply(chunks.parts().get(c), streams.stream("step", c, number)));
            if (i + 1 == grid.steps() && finish == Finish.DENOISE) {
                denoise(denoiser.at(grid.to()), chunks, workers);
            }
            keep(recording, i + 1, chunks, times, states);
            observer.afterStep(i + 1, grid.steps());
        }
        return new Trajectory(times, states, evaluations());
    }

    /// Carries points through the grid on this thread, and keeps where they end.
    ///
    /// @param denoiser the model
    /// @param start n × d points at the first grid time, read only
    /// @param streams where the randomness comes from
    /// @return the points at the last grid time
    public Points run(Denoiser denoiser, Points start, RandomStreams streams) {
        try (Workers here = Workers.of(1)) {
            return run(denoiser, start, streams, here, new Recording.EndOnly(), StepObserver.quiet())
                    .end();
        }
    }

    private void keep(Recording recording, int done, Chunks chunks, List<Double> times, List<Points> states) {
        if (recording.keeps(done, grid.steps())) {
            times.add(grid.time(done));
            states.add(chunks.joined());
        }
    }

    private static void denoise(DenoiserAt at, Chunks chunks, Workers workers) {
        workers.forEach(chunks.parts().size(), c -> {
            Points x = chunks.parts().get(c);
            at.predict(Prediction.X0, x, x);
        });
    }
}
