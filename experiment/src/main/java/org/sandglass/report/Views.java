package org.sandglass.report;

import java.util.List;
import org.sandglass.figure.Figure;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;

/// What can be shown of a sampler in its space, on the line or in a plane.
interface Views {
    /// Some paths from noise to data.
    Figure trajectories(Evidence.OfSampler sampler);

    /// The exact law and the points at some of the states of the paths.
    Figure evolution(Evidence.OfSampler sampler, List<Integer> stops);

    /// Points that move through some of the states of paths; `what` they are goes after their number in the caption.
    Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops);
}
