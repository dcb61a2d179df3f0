package org.sandglass.report;

import java.util.List;
import org.sandglass.figure.Figure;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;
import org.sandglass.specification.FigureSpec;

/// A run in more than two dimensions: pairs of the first coordinates, and the plane of the first two for what moves.
final class PairViews implements Views {
    private final Evidence evidence;
    private final PlaneViews plane;

    PairViews(Evidence evidence) {
        this.evidence = evidence;
        this.plane = new PlaneViews(evidence);
    }

    @Override
    public List<Exhibit> data(FigureSpec figure, Evidence.Data data) {
        return plane.data(figure, data);
    }

    @Override
    public List<Exhibit> density(FigureSpec figure) {
        return plane.density(figure);
    }

    @Override
    public List<Exhibit> posterior(FigureSpec figure, Evidence.Given given) {
        return plane.posterior(figure, given);
    }

    @Override
    public List<Exhibit> diffusion(FigureSpec figure) {
        return plane.diffusion(figure);
    }

    @Override
    public List<Exhibit> forward(FigureSpec figure) {
        return plane.forward(figure);
    }

    @Override
    public Figure marginals(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler).pairs();
    }

    @Override
    public Figure samples(FigureSpec figure, Evidence.OfSampler sampler) {
        return plane.samples(figure, sampler);
    }

    @Override
    public Figure trajectories(FigureSpec figure, Evidence.OfSampler sampler) {
        return plane.trajectories(figure, sampler);
    }

    @Override
    public Figure evolution(FigureSpec figure, Evidence.OfSampler sampler) {
        return plane.evolution(figure, sampler);
    }

    @Override
    public Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops) {
        return plane.motion(name, title, what, paths, stops);
    }
}
