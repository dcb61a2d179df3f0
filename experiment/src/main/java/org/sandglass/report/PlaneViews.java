package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.sandglass.figure.Ellipse;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Grid;
import org.sandglass.figure.Layer;
import org.sandglass.figure.PlaneFigure;
import org.sandglass.figure.Scene;
import org.sandglass.figure.Sheet;
import org.sandglass.figure.Window;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.PanelTimes;
import org.sandglass.specification.FigureSpec;

/// A run in the plane of its first two coordinates.
final class PlaneViews implements Views {
    private static final int MOVING = 200;
    private static final int FINE = 151;
    private static final int MIDDLING = 121;
    private static final int COARSE = 61;
    private static final int STATES = 61;
    private static final int ARROWS = 15;
    private static final String EXACT = "exact density";
    private static final String DRAWS = "exact draws";
    private static final String CONTOURS = "contours around 50, 90 and 99 % of the exact mass";

    private final Evidence evidence;
    private final ExactDraws draws;
    private final Coordinates coordinates;

    PlaneViews(Evidence evidence) {
        this.evidence = evidence;
        this.draws = ExactDraws.of(evidence);
        this.coordinates = Coordinates.of(evidence);
    }

    private GaussianMixture law(double t) {
        return Exact.plane(evidence.law().marginal(t));
    }

    /// Draws of the whole law, the coordinates of the plane.
    private Points drawn(String purpose, double t, int n) {
        return Exact.part(draws.of(purpose, evidence.law().marginal(t), n), n, 0, 1);
    }

    @Override
    public List<Exhibit> data(FigureSpec figure, Evidence.Data data) {
        return List.of(Exhibit.of(
                figure.kind(), Clouds.of(evidence, data, figure.most()).plane()));
    }

    @Override
    public List<Exhibit> density(FigureSpec figure) {
        GaussianMixture law = law(0);
        Window window = Exact.window(List.of(law));
        List<Layer> layers = new ArrayList<>(Exact.heat(EXACT, law, window, FINE));
        layers.add(new Layer.Samples(DRAWS, drawn("figure density", 0, figure.most())));
        List<Ellipse> ellipses = Components.ellipses(law);
        if (!ellipses.isEmpty()) {
            layers.add(new Layer.Ellipses("covariances, 2 sd", ellipses));
        }
        Points means = Components.means(law);
        if (means.n() > 0) {
            layers.add(new Layer.Centres("means", means));
        }
        String caption = Words.count(figure.most()) + " exact draws"
                + (Exact.hasDensity(law) ? " over the exact density; " + CONTOURS : "")
                + (means.n() > 0 ? "; means of components (crosses)" : "")
                + (ellipses.isEmpty() ? "." : "; ellipses of two standard deviations of each component.");
        return List.of(Exhibit.of(
                figure.kind(), one(Sheet.column(RunWords.density(evidence), caption + shown()), "", window, layers)));
    }

    @Override
    public List<Exhibit> posterior(FigureSpec figure, Evidence.Given given) {
        return List.of(Exhibit.of(figure.kind(), PosteriorFigure.of(evidence, given, figure.most())));
    }

    @Override
    public List<Exhibit> diffusion(FigureSpec figure) {
        double[] times = figure.times().times(evidence.law().schedule());
        List<Scene> scenes = strip(
                figure,
                DoubleStream.of(times).boxed().toList(),
                DRAWS,
                i -> drawn("figure diffusion " + i, times[i], figure.most()));
        String caption = Words.count(figure.most()) + " exact draws at each time; " + CONTOURS + score(figure) + ".";
        String title = "Diffusion by " + evidence.spec().process().name();
        return List.of(Exhibit.of(figure.kind(), new PlaneFigure(Sheet.page(title, caption + shown()), scenes)));
    }

    private static String score(FigureSpec figure) {
        return figure.arrows() ? ", and its score as arrows" : "";
    }

    @Override
    public List<Exhibit> forward(FigureSpec figure) {
        Trajectory all = draws.forward("figure forward", figure.most());
        NoiseSchedule schedule = evidence.law().schedule();
        Trajectory paths =
                Stops.part(all, Stops.of(all.times(), schedule, new PanelTimes.NoiseShare().times(schedule, STATES)));
        String caption = Words.count(figure.most()) + " exact draws of the data, carried to noise (dots) by the exact"
                + " transitions of " + evidence.spec().process().name() + ", "
                + paths.states().size() + " states each" + contours(0) + ".";
        Sheet sheet = Sheet.column("From data to noise", caption + shown());
        return List.of(Exhibit.of(figure.kind(), paths(sheet, paths, figure.most(), 0)));
    }

    @Override
    public Figure marginals(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler, Clouds.PAIR_DOTS).pairs();
    }

    @Override
    public Figure samples(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler, figure.most()).plane();
    }

    @Override
    public Figure trajectories(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        int n = Math.min(figure.most(), paths.end().n());
        double last = sampler.spec().grid().to();
        String caption = "The paths of the first " + Words.count(n) + " points of "
                + sampler.result().name() + ", from noise to data (dots), "
                + paths.states().size() + " states each" + contours(last) + ".";
        Sheet sheet = Sheet.column("Trajectories of " + sampler.result().name(), caption + shown());
        return paths(sheet, paths, n, last);
    }

    /// What a caption says of them, if there are any.
    private String contours(double t) {
        return Exact.hasDensity(law(t)) ? "; " + CONTOURS + " at " + Stops.label(t) : "";
    }

    /// Paths over the density at one of their ends.
    private Figure paths(Sheet sheet, Trajectory paths, int n, double density) {
        List<Points> drawn = IntStream.range(0, n)
                .mapToObj(i -> Points.of(paths.states().stream()
                        .map(state -> new double[] {state.get(i, 0), state.get(i, 1)})
                        .toArray(double[][]::new)))
                .toList();
        Window window = reach(paths);
        List<Layer> layers = new ArrayList<>(Exact.contours(EXACT, law(density), window, FINE));
        layers.add(new Layer.Paths("paths", drawn));
        return one(sheet, "", window, layers);
    }

    /// What holds the laws at both ends of paths.
    private Window reach(Trajectory paths) {
        return Exact.window(
                List.of(law(paths.times().getFirst()), law(paths.times().getLast())));
    }

    @Override
    public Figure evolution(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        NoiseSchedule schedule = evidence.law().schedule();
        List<Integer> stops = Stops.of(paths.times(), schedule, figure.times().times(schedule));
        List<Scene> scenes = strip(
                figure,
                stops.stream().map(place -> paths.times().get(place)).toList(),
                "points",
                i -> Exact.part(paths.states().get(stops.get(i)), figure.most(), 0, 1));
        String caption = "The first "
                + Words.count(Math.min(figure.most(), paths.end().n())) + " points of "
                + sampler.result().name() + " on their way; " + CONTOURS + " at each time" + score(figure) + ".";
        return new PlaneFigure(Sheet.page("Evolution of " + sampler.result().name(), caption + shown()), scenes);
    }

    /// A panel for each time.
    private List<Scene> strip(FigureSpec figure, List<Double> times, String name, Function<Integer, Points> points) {
        List<GaussianMixture> laws = times.stream().map(this::law).toList();
        List<Window> windows = Exact.windows(laws);
        return IntStream.range(0, times.size())
                .mapToObj(i -> {
                    List<Layer> layers = layers(laws.get(i), windows.get(i), MIDDLING, name, points.apply(i));
                    if (figure.arrows() && Exact.hasDensity(laws.get(i))) {
                        layers.add(score(laws.get(i), windows.get(i)));
                    }
                    return scene(Stops.label(times.get(i)), windows.get(i), layers);
                })
                .toList();
    }

    private static Layer score(GaussianMixture law, Window window) {
        Points nodes = Grid.nodes(window, ARROWS, ARROWS);
        return new Layer.Arrows("score", nodes, law.score(nodes));
    }

    @Override
    public Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops) {
        Window window = reach(paths);
        Sheet sheet = Sheet.column(
                title, Math.min(MOVING, paths.end().n()) + " " + what + "; " + CONTOURS + " at each time." + shown());
        List<Motion.Frame> frames = stops.stream()
                .map(place -> {
                    double t = paths.times().get(place);
                    Points inside = Exact.within(Exact.part(paths.states().get(place), MOVING, 0, 1), window);
                    List<Layer> layers = layers(law(t), window, COARSE, "points", inside);
                    String label = Stops.label(t);
                    return new Motion.Frame(label, one(sheet, "", window, layers), one(sheet, label, window, layers));
                })
                .toList();
        return new Motion(name, frames);
    }

    private static List<Layer> layers(GaussianMixture law, Window window, int side, String name, Points points) {
        List<Layer> layers = new ArrayList<>(Exact.contours(EXACT, law, window, side));
        layers.add(new Layer.Samples(name, points));
        return layers;
    }

    private Figure one(Sheet sheet, String title, Window window, List<Layer> layers) {
        return new PlaneFigure(sheet, scene(title, window, layers));
    }

    private Scene scene(String title, Window window, List<Layer> layers) {
        return new Scene(title, window, coordinates.name(0), coordinates.name(1), layers);
    }

    private String shown() {
        return coordinates.shown(2);
    }
}
