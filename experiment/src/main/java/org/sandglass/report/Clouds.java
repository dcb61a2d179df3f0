package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sandglass.figure.DensityFigure;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Grid;
import org.sandglass.figure.Layer;
import org.sandglass.figure.PairFigure;
import org.sandglass.figure.PlaneFigure;
import org.sandglass.figure.Scene;
import org.sandglass.figure.Sheet;
import org.sandglass.figure.Window;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Evidence;

/// Points against an exact density: on the line as histograms, in the plane as dots over contours, beyond that in
/// all pairs of the first coordinates.
///
/// @param title of the figure
/// @param about what the points are and how many, for the caption, without a full stop
/// @param sets of points, at least one
/// @param law what they are compared with; empty for none
/// @param coordinates what axes are called
/// @param dots how many of each set are drawn as dots at most
record Clouds(
        String title, String about, List<Set> sets, Optional<GaussianMixture> law, Coordinates coordinates, int dots) {
    private static final int NODES = 401;
    private static final int BINS = 60;

    /// As many dots as pairs of coordinates bear.
    static final int PAIR_DOTS = 1000;

    private static final int PAIRS = 4;
    private static final int FINE = 121;
    private static final int COARSE = 61;
    private static final String EXACT = "exact density";

    /// Points of one origin.
    record Set(String name, Points points) {}

    /// Without a law that has no density.
    Clouds {
        law = law.filter(Exact::hasDensity);
    }

    /// What a sampler drew, the first `most` points, against the law at the end of its grid.
    static Clouds of(Evidence evidence, Evidence.OfSampler sampler, int most) {
        String name = sampler.result().name();
        Points points = first(sampler.points(), most);
        String about = some(points.n(), evidence.spec().count()) + " points of " + name + " ("
                + Words.number(sampler.result().evaluations()) + " evaluations each) at "
                + Stops.label(sampler.spec().grid().to());
        return new Clouds(
                "Samples of " + name,
                about,
                List.of(new Set(name, points)),
                Optional.of(evidence.law().marginal(sampler.spec().grid().to())),
                Coordinates.of(evidence),
                most);
    }

    /// Data, the first `most` rows, against the law at time 0.
    static Clouds of(Evidence evidence, Evidence.Data data, int most) {
        Points points = first(data.points(), most);
        return new Clouds(
                "Data and the exact density",
                some(points.n(), data.points().n()) + " rows of the data",
                List.of(new Set("data", points)),
                Optional.of(evidence.law().marginal(0)),
                Coordinates.of(evidence),
                most);
    }

    private static Points first(Points points, int most) {
        return points.n() > most ? points.slice(0, most) : points;
    }

    private static String some(int n, int all) {
        return n < all ? "The first " + Words.count(n) + " of " + Words.count(all) : "All " + Words.count(n);
    }

    /// As the dimension has it.
    Figure figure() {
        return switch (sets.getFirst().points().d()) {
            case 1 -> line();
            case 2 -> plane();
            default -> pairs();
        };
    }

    Figure line() {
        List<DensityFigure.Law> laws = law.stream()
                .map(one -> new DensityFigure.Law(EXACT, Exact.curve(one, Exact.range(List.of(one), 0), NODES)))
                .toList();
        List<DensityFigure.Sample> samples = sets.stream()
                .map(set -> new DensityFigure.Sample(set.name, set.points))
                .toList();
        Sheet sheet = Sheet.column(title, caption("as histograms", ""));
        return new DensityFigure(sheet, coordinates.name(0), laws, samples, BINS);
    }

    /// The first two coordinates.
    Figure plane() {
        Optional<GaussianMixture> plane = law.map(Exact::plane);
        List<Set> shown = sets.stream()
                .map(set -> new Set(set.name, Exact.part(set.points, dots, 0, 1)))
                .toList();
        Window window =
                plane.map(one -> Exact.window(List.of(one))).orElseGet(() -> Window.around(shown.getFirst().points));
        List<Layer> layers = new ArrayList<>();
        plane.ifPresent(one -> layers.addAll(Exact.heat(EXACT, one, window, FINE)));
        shown.forEach(set -> layers.add(new Layer.Samples(set.name, set.points)));
        return new PlaneFigure(
                Sheet.column(title, caption(asDots(), contours()) + coordinates.shown(2)),
                new Scene("", window, coordinates.name(0), coordinates.name(1), layers));
    }

    /// The first coordinates in pairs.
    Figure pairs() {
        int d = Math.min(PAIRS, sets.getFirst().points().d());
        int[] first = IntStream.range(0, d).toArray();
        List<PairFigure.Cloud> clouds = sets.stream()
                .map(set -> new PairFigure.Cloud(set.name, Exact.part(set.points, dots, first)))
                .toList();
        return new PairFigure(
                Sheet.page(title, caption(asDots(), contours()) + coordinates.shown(d)),
                coordinates.names().subList(0, d),
                clouds,
                law.map(one -> curves(one, d)).orElse(List.of()),
                law.map(one -> planes(one, d)).orElse(List.of()));
    }

    private String contours() {
        return law.isPresent() ? "; contours around 50, 90 and 99 % of its mass" : "";
    }

    private String asDots() {
        return sets.stream().anyMatch(set -> set.points.n() > dots) ? "the first " + dots + " as dots" : "as dots";
    }

    private String caption(String how, String more) {
        return about + ", " + how + (law.isPresent() ? ", against the exact density" : "") + more + ".";
    }

    private static List<Points> curves(GaussianMixture law, int d) {
        return IntStream.range(0, d)
                .mapToObj(j -> law.marginal(j))
                .map(one -> Exact.curve(one, Exact.range(List.of(one), 0), NODES))
                .toList();
    }

    /// In the order (0, 1), (0, 2), (1, 2) ….
    private static List<Grid> planes(GaussianMixture law, int d) {
        List<Grid> planes = new ArrayList<>();
        for (int j = 1; j < d; j++) {
            for (int i = 0; i < j; i++) {
                GaussianMixture two = law.marginal(i, j);
                planes.add(Exact.grid(two, Exact.window(List.of(two)), COARSE));
            }
        }
        return planes;
    }
}
