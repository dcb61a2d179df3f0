package org.sandglass.sampler;

import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.schedule.Transition;

/// Data to noise by the exact transitions `xₜ = a xₛ + b z`: no discretisation error on any grid.
///
/// @param schedule the schedule
public record ForwardProcess(NoiseSchedule schedule) {
    /// Carries points from the last grid time (data) to the first (noise).
    ///
    /// The noise of transition `i`, counted from data, for chunk `c` of 1024 points is stream
    /// `("forward", c, i)`.
    ///
    /// @param x n × d points at the last grid time, read only
    /// @param grid the times, from noise to data as always; walked backwards
    /// @param streams where the randomness comes from
    /// @param workers the threads
    /// @param recording which states to keep
    /// @param observer told after every transition
    /// @return the states kept, from data to noise
    /// @throws IllegalArgumentException if the points are not finite, or the grid leaves the schedule
    public Trajectory run(
            Points x,
            TimeGrid grid,
            RandomStreams streams,
            Workers workers,
            Recording recording,
            StepObserver observer) {
        return run(x, grid, new Walk("forward", streams, workers, recording, observer));
    }

    /// Carries points from the last grid time (data) to the first (noise), on this thread.
    ///
    /// @param x n × d points at the last grid time, read only
    /// @param grid the times, from noise to data as always; walked backwards
    /// @param streams where the randomness comes from
    /// @return every state, from data to noise
    /// @throws IllegalArgumentException as above
    public Trajectory run(Points x, TimeGrid grid, RandomStreams streams) {
        return run(x, grid, Walk.here("forward", streams, new Recording.Every(1)));
    }

    private Trajectory run(Points x, TimeGrid grid, Walk walk) {
        double[] times = new double[grid.steps() + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = grid.time(grid.steps() - i);
        }
        return walk.run(x, times, i -> move(schedule.transition(times[i], times[i + 1])), 0)
                .at(0);
    }

    private static Move move(Transition transition) {
        return (x, _, noise) -> {
            Points z = noise.normals(x);
            Room.combine(transition.scale(), x, transition.std(), z);
            Room.give(z);
        };
    }
}
