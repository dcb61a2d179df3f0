package org.sandglass.sampler;

import java.util.List;
import org.sandglass.linalg.Points;

/// The states that were kept, in the order in which they were reached.
///
/// @param times the time of each state
/// @param states n × d points at that time
/// @param evaluations how many times the denoiser was asked about each point; their mean where points differ
public record Trajectory(List<Double> times, List<Points> states, double evaluations) {
    /// Copies the lists.
    public Trajectory {
        times = List.copyOf(times);
        states = List.copyOf(states);
    }

    /// Where the points ended.
    ///
    /// @return the last state
    public Points end() {
        return states.getLast();
    }
}
