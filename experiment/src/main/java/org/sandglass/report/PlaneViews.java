package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import org.sandglass.specification.FigureSpec;

/// A run in the plane of its first two coordinates.
final class PlaneViews implements Views {
    private static final int PATHS = 30;
    private static final int PANEL_SAMPLES = 300;
    private static final int MOVING = 200;
    private static final int FINE = 121;
    private static final int COARSE = 61;
    private static final String EXACT = "exact density";

    private final Evidence evidence;

    PlaneViews(Evidence evidence) {
        this.evidence = evidence;
    }

    private GaussianMixture law(double t) {
        GaussianMixture law = evidence.law().marginal(t);
        return law.d() == 2 ? law : law.marginal(0, 1);
    }

    @Override
    public List<Exhibit> data(FigureSpec figure, Evidence.Data data) {
        return List.of();
    }

    @Override
    public List<Exhibit> density(FigureSpec figure) {
        return List.of();
    }

    @Override
    public List<Exhibit> posterior(FigureSpec figure, Evidence.Given given) {
        return List.of();
    }

    @Override
    public List<Exhibit> diffusion(FigureSpec figure) {
        return List.of();
    }

    @Override
    public List<Exhibit> forward(FigureSpec figure) {
        return List.of();
    }

    @Override
    public Figure marginals(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler).pairs();
    }

    @Override
    public Figure samples(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler).plane();
    }

    @Override
    public Figure trajectories(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        int n = Math.min(PATHS, paths.end().n());
        List<Points> drawn = IntStream.range(0, n)
                .mapToObj(i -> Points.of(paths.states().stream()
                        .map(state -> new double[] {state.get(i, 0), state.get(i, 1)})
                        .toArray(double[][]::new)))
                .toList();
        GaussianMixture last = law(sampler.spec().grid().to());
        Window window = Exact.window(List.of(law(sampler.spec().grid().from()), last));
        List<Layer> layers = new ArrayList<>();
        if (Exact.hasDensity(last)) {
            layers.add(contours(EXACT, Exact.grid(last, window, FINE)));
        }
        layers.add(new Layer.Paths("paths", drawn));
        String caption = "The paths of the first " + n + " points of "
                + sampler.result().name() + ", from noise to data"
                + " (dots), " + paths.states().size() + " states each; contours around 50, 90 and"
                + " 99 % of the exact mass at "
                + Stops.label(sampler.spec().grid().to()) + "." + plane();
        return new PlaneFigure(
                Sheet.column("Trajectories of " + sampler.result().name(), caption), scene("", window, layers));
    }

    @Override
    public Figure evolution(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        NoiseSchedule schedule = evidence.law().schedule();
        List<Integer> stops = Stops.of(paths.times(), schedule, figure.times().times(schedule));
        Window window = Exact.window(
                List.of(law(paths.times().getFirst()), law(paths.times().getLast())));
        List<Scene> scenes = stops.stream()
                .map(place -> {
                    double t = paths.times().get(place);
                    Points points = Exact.part(paths.states().get(place), PANEL_SAMPLES, 0, 1);
                    return scene(Stops.label(t), window, layers(t, window, points, COARSE));
                })
                .toList();
        String caption = "The first " + Math.min(PANEL_SAMPLES, paths.end().n()) + " points of "
                + sampler.result().name() + " on their way, at times evenly spaced in σ/(α + σ); contours around 50, 90"
                + " and 99 % of the exact mass at each." + plane();
        return new PlaneFigure(Sheet.page("Evolution of " + sampler.result().name(), caption), scenes);
    }

    @Override
    public Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops) {
        Window window = Exact.window(
                List.of(law(paths.times().getFirst()), law(paths.times().getLast())));
        Sheet sheet = Sheet.column(
                title,
                Math.min(MOVING, paths.end().n()) + " " + what
                        + "; contours around 50, 90 and 99 % of the exact mass at" + " each time." + plane());
        List<Motion.Frame> frames = stops.stream()
                .map(place -> {
                    double t = paths.times().get(place);
                    Points inside = Exact.within(Exact.part(paths.states().get(place), MOVING, 0, 1), window);
                    List<Layer> layers = layers(t, window, inside, COARSE);
                    String label = Stops.label(t);
                    return new Motion.Frame(
                            label,
                            new PlaneFigure(sheet, scene("", window, layers)),
                            new PlaneFigure(sheet, scene(label, window, layers)));
                })
                .toList();
        return new Motion(name, frames);
    }

    private List<Layer> layers(double t, Window window, Points points, int side) {
        GaussianMixture law = law(t);
        List<Layer> layers = new ArrayList<>();
        if (Exact.hasDensity(law)) {
            layers.add(contours(EXACT, Exact.grid(law, window, side)));
        }
        layers.add(new Layer.Samples("points", points));
        return layers;
    }

    private static Layer contours(String name, Grid grid) {
        return new Layer.Lines(name, grid, grid.levelsOfMass(0.5, 0.9, 0.99));
    }

    private static Scene scene(String title, Window window, List<Layer> layers) {
        return new Scene(title, window, "x_{0}", "x_{1}", layers);
    }

    private String plane() {
        int d = evidence.law().d();
        return d == 2 ? "" : " The first two of " + d + " coordinates.";
    }
}
