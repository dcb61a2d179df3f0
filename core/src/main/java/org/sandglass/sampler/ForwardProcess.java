package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.schedule.Transition;

/// Data to noise by the exact transitions `x_t = a x_s + b z`: no discretisation error at any grid.
///
/// @param schedule the schedule
public record ForwardProcess(NoiseSchedule schedule) {
    /// Carries points from the last grid time (data) to the first (noise).
    ///
    /// @param x points at the last grid time, read only
    /// @param grid the times, from noise to data as always; walked backwards
    /// @param streams where the randomness comes from: stream `("forward", i)` for transition `i`
    /// @return every state, from data to noise
    public Trajectory run(Points x, TimeGrid grid, RandomStreams streams) {
        List<Double> times = new ArrayList<>(List.of(grid.to()));
        List<Points> states = new ArrayList<>(List.of(x.copy()));
        Points now = x.copy();
        double[] z = new double[now.data().length];
        for (int i = grid.steps(); i > 0; i--) {
            Transition transition = schedule.transition(grid.time(i), grid.time(i - 1));
            streams.stream("forward", grid.steps() - i).fillNormals(z, 0, z.length);
            for (int j = 0; j < z.length; j++) {
                now.data()[j] = transition.scale() * now.data()[j] + transition.std() * z[j];
            }
            times.add(grid.time(i - 1));
            states.add(now.copy());
        }
        return new Trajectory(times, states, 0);
    }
}
