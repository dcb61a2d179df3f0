package org.sandglass.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Sheet;
import org.sandglass.figure.TileFigure;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;
import org.sandglass.schedule.PanelTimes;
import org.sandglass.specification.FigureKind;
import org.sandglass.specification.FigureSpec;

/// A run whose points are images: tiles.
///
/// @param evidence what was found
/// @param tiles how images are drawn
/// @param strip how they are drawn under noise
record ImageViews(Evidence evidence, Tiles tiles, Strip strip) implements Views {
    /// How many images move.
    static final int MOVING = 18;

    private static final int MOVING_ACROSS = 6;

    /// Images in a row where they are alike.
    private static final int ACROSS = 10;

    /// The most components that are shown.
    private static final int COMPONENTS = 30;

    /// Times of a path.
    private static final int STATES = 9;

    /// Points where they are asked for as marginals.
    private static final int SAMPLES = 40;

    static ImageViews of(Evidence evidence) {
        Tiles tiles = new Tiles(evidence.spec().shown().image().orElseThrow());
        return new ImageViews(evidence, tiles, new Strip(tiles, evidence.law().schedule()));
    }

    private ExactDraws draws() {
        return ExactDraws.of(evidence);
    }

    private String process() {
        return evidence.spec().process().name();
    }

    @Override
    public List<Exhibit> data(FigureSpec figure, Evidence.Data data) {
        Points points = data.points();
        Points first = first(points, figure.most());
        String caption = "Data: " + counted(first.n(), points.n(), "rows of the file") + ". " + tiles.scale();
        return List.of(Exhibit.of(FigureKind.DATA, tiles.sheet("Data", caption, first, ACROSS)));
    }

    /// A row for each component, the heaviest first: its mean, and exact draws of it.
    @Override
    public List<Exhibit> density(FigureSpec figure) {
        GaussianMixture law = evidence.law().mixture();
        double[] weights = law.weights();
        List<TileFigure.Row> rows = IntStream.range(0, law.k())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -weights[k]))
                .limit(COMPONENTS)
                .map(k -> component(law, k, figure.most()))
                .toList();
        String caption = (rows.size() < law.k() ? "The " + rows.size() + " heaviest of " : "All ") + law.k()
                + " components: weight, mean, and " + figure.most() + " exact draws of each. " + tiles.scale();
        Sheet sheet = Sheet.column("Components", caption);
        return List.of(Exhibit.of(FigureKind.DENSITY, tiles.figure(sheet, List.of("mean", "draws"), rows)));
    }

    private TileFigure.Row component(GaussianMixture law, int k, int most) {
        double[] mean = law.means().row(k);
        GaussianMixture one = GaussianMixture.gaussian(mean, law.covariance(k));
        Points drawn = draws().of("component " + k, one, most);
        double[][] images =
                Stream.concat(Stream.of(mean), Stream.of(drawn.toRows())).toArray(double[][]::new);
        return new TileFigure.Row(Words.digits(Math.round(1000 * law.weights()[k]) / 10.0) + " %", Points.of(images));
    }

    @Override
    public List<Exhibit> posterior(FigureSpec figure, Evidence.Given given) {
        Figure drawn = new Inpainting(given, tiles, draws()).figure(figure.most());
        return List.of(Exhibit.of(FigureKind.POSTERIOR, drawn));
    }

    /// The same draws under the same noise, at each time more of it.
    @Override
    public List<Exhibit> diffusion(FigureSpec figure) {
        List<Double> times = Arrays.stream(figure.times().times(evidence.law().schedule()))
                .boxed()
                .toList();
        List<Points> states = times.stream()
                .map(t -> draws().at("diffusion", figure.most(), t))
                .toList();
        String caption = "Exact draws at " + times.size() + " times of " + process()
                + "; along a row data and noise are the same, and their shares change.";
        return List.of(Exhibit.of(FigureKind.DIFFUSION, strip.of("Diffusion", caption, times, states)));
    }

    @Override
    public List<Exhibit> forward(FigureSpec figure) {
        Trajectory paths = draws().forward("forward", figure.most());
        String caption = "The paths of " + paths.end().n()
                + " exact draws from data to noise, by the exact transitions of " + process() + ".";
        return List.of(Exhibit.of(FigureKind.FORWARD, path("From data to noise", caption, paths, figure.most())));
    }

    @Override
    public Figure marginals(FigureSpec figure, Evidence.OfSampler sampler) {
        return samples(sampler, SAMPLES);
    }

    @Override
    public Figure samples(FigureSpec figure, Evidence.OfSampler sampler) {
        return samples(sampler, figure.most());
    }

    private Figure samples(Evidence.OfSampler sampler, int most) {
        Points first = first(sampler.points(), most);
        String name = sampler.result().name();
        String caption = "Samples: " + counted(first.n(), evidence.spec().count(), "points of " + name) + " ("
                + Words.number(sampler.result().evaluations()) + " evaluations each) at "
                + Stops.label(sampler.spec().grid().to()) + ". " + tiles.scale();
        return tiles.sheet("Samples of " + name, caption, first, ACROSS);
    }

    @Override
    public Figure trajectories(FigureSpec figure, Evidence.OfSampler sampler) {
        String name = sampler.result().name();
        Trajectory paths = sampler.paths();
        int n = Math.min(figure.most(), paths.end().n());
        String caption = "The paths of the first " + n + " points of " + name + ", from noise to data.";
        return path("Trajectories of " + name, caption, paths, n);
    }

    /// Some states of paths, evenly spaced in the share of noise.
    private Figure path(String title, String caption, Trajectory paths, int most) {
        PanelTimes rule = new PanelTimes.NoiseShare(tiles.image().size());
        List<Integer> stops = stops(paths, rule.times(evidence.law().schedule(), STATES));
        return strip.of(title, caption, at(paths, stops), states(paths, stops, most));
    }

    private List<Integer> stops(Trajectory paths, double[] wanted) {
        return Stops.of(paths.times(), evidence.law().schedule(), wanted);
    }

    private static List<Double> at(Trajectory paths, List<Integer> stops) {
        return stops.stream().map(paths.times()::get).toList();
    }

    private static List<Points> states(Trajectory paths, List<Integer> stops, int most) {
        return stops.stream()
                .map(place -> first(paths.states().get(place), most))
                .toList();
    }

    /// Points, and what the exact law makes of them.
    @Override
    public Figure evolution(FigureSpec figure, Evidence.OfSampler sampler) {
        String name = sampler.result().name();
        Trajectory paths = sampler.paths();
        List<Integer> stops = stops(paths, figure.times().times(evidence.law().schedule()));
        List<Double> times = at(paths, stops);
        List<Points> states = states(paths, stops, figure.most());
        List<Points> means = IntStream.range(0, times.size())
                .mapToObj(i -> evidence.law().at(times.get(i)).posteriorMean(states.get(i)))
                .toList();
        String caption = "The first " + states.getFirst().n() + " points of " + name
                + " on their way, and the exact mean of the data given each.";
        return strip.of("Evolution of " + name, caption, times, states, means);
    }

    @Override
    public Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops) {
        int n = Math.min(MOVING, paths.end().n());
        String caption = n + " " + what + ". " + strip.scale() + ".";
        List<Motion.Frame> frames = stops.stream()
                .map(place -> frame(
                        title,
                        caption,
                        first(paths.states().get(place), n),
                        paths.times().get(place)))
                .toList();
        return new Motion(name, frames);
    }

    private Motion.Frame frame(String title, String caption, Points points, double t) {
        Points seen = strip.underNoise(points, t);
        String label = Stops.label(t);
        return new Motion.Frame(
                label,
                tiles.sheet(title, caption, seen, MOVING_ACROSS),
                tiles.sheet(title + ", " + label, caption, seen, MOVING_ACROSS));
    }

    private static Points first(Points points, int most) {
        return points.slice(0, Math.min(most, points.n()));
    }

    private static String counted(int shown, int all, String what) {
        return (shown < all ? "the first " + shown + " of " + Words.count(all) : "all " + all) + " " + what;
    }
}
