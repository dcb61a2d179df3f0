package org.sandglass.report;

import java.util.List;
import org.sandglass.figure.Figure;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;
import org.sandglass.specification.FigureSpec;
import org.sandglass.specification.Space;

/// What can be shown of laws and of samplers in their space: on the line, in the plane, in pairs of coordinates, or
/// as images.
///
/// A figure that is asked for says how much it shows: `figure.most()` is there for every kind that has a count.
/// Exact draws come from [ExactDraws], so that they are the same whenever a run is repeated.
interface Views {
    /// The views of the space of a run.
    static Views of(Evidence evidence) {
        Space space = evidence.spec().space(evidence.law().d());
        return switch (space) {
            case LINE -> new LineViews(evidence);
            case PLANE -> new PlaneViews(evidence);
            case PAIRS -> new PairViews(evidence);
            case IMAGES -> ImageViews.of(evidence);
        };
    }

    /// Data from a file, and the law that they are compared with.
    List<Exhibit> data(FigureSpec figure, Evidence.Data data);

    /// The law at time 0 with exact draws and its components.
    List<Exhibit> density(FigureSpec figure);

    /// The law before and after what was measured, with exact draws of both.
    List<Exhibit> posterior(FigureSpec figure, Evidence.Given given);

    /// The law and exact draws at some times.
    List<Exhibit> diffusion(FigureSpec figure);

    /// Exact draws on their way from data to noise.
    List<Exhibit> forward(FigureSpec figure);

    /// Each coordinate of a sampler's points against its exact density.
    Figure marginals(FigureSpec figure, Evidence.OfSampler sampler);

    /// The points of a sampler against the exact density.
    Figure samples(FigureSpec figure, Evidence.OfSampler sampler);

    /// Some paths from noise to data.
    Figure trajectories(FigureSpec figure, Evidence.OfSampler sampler);

    /// The exact law and the points of a sampler at some times.
    Figure evolution(FigureSpec figure, Evidence.OfSampler sampler);

    /// Points that move through some of the states of paths; `what` they are goes after their number in the caption.
    Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops);
}
