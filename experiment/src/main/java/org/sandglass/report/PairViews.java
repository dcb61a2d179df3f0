package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sandglass.figure.Figure;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;
import org.sandglass.specification.FigureSpec;

/// A run in more than two dimensions: pairs of the first coordinates, and the plane of the first two for what moves.
final class PairViews implements Views {
    /// How many times have figures of their own.
    private static final int FEW = 3;

    private final Evidence evidence;
    private final PlaneViews plane;

    PairViews(Evidence evidence) {
        this.evidence = evidence;
        this.plane = new PlaneViews(evidence);
    }

    @Override
    public List<Exhibit> data(FigureSpec figure, Evidence.Data data) {
        return List.of(Exhibit.of(
                figure.kind(), Clouds.of(evidence, data, figure.most()).pairs()));
    }

    @Override
    public List<Exhibit> density(FigureSpec figure) {
        return List.of(Exhibit.of(figure.kind(), draws(RunWords.density(evidence), "figure density", 0, figure)));
    }

    /// Side by side in the plane, which shows measurements of it; and the posterior in pairs.
    @Override
    public List<Exhibit> posterior(FigureSpec figure, Evidence.Given given) {
        List<Exhibit> both = new ArrayList<>(plane.posterior(figure, given));
        Figure after = draws("The exact posterior", "figure posterior", 0, figure);
        both.add(Exhibit.of(figure.kind(), "pairs", after));
        return both;
    }

    /// The plane; and pairs at each time, where these are few.
    @Override
    public List<Exhibit> diffusion(FigureSpec figure) {
        List<Exhibit> all = new ArrayList<>(plane.diffusion(figure));
        double[] times = figure.times().times(evidence.law().schedule());
        for (int i = 0; i < times.length && times.length <= FEW; i++) {
            String title = "The exact law at " + Stops.label(times[i]);
            Figure pairs = draws(title, "figure diffusion " + i, times[i], figure);
            all.add(Exhibit.of(figure.kind(), "pairs-" + (i + 1), pairs));
        }
        return all;
    }

    private Figure draws(String title, String purpose, double t, FigureSpec figure) {
        GaussianMixture law = evidence.law().marginal(t);
        Points points = ExactDraws.of(evidence).of(purpose, law, figure.most());
        return new Clouds(
                        title,
                        Words.count(points.n()) + " exact draws",
                        List.of(new Clouds.Set("exact draws", points)),
                        Optional.of(law),
                        Coordinates.of(evidence),
                        figure.most())
                .pairs();
    }

    @Override
    public List<Exhibit> forward(FigureSpec figure) {
        return plane.forward(figure);
    }

    @Override
    public Figure marginals(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler, Clouds.PAIR_DOTS).pairs();
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
