package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.figure.Chart;
import org.sandglass.figure.ChartFigure;
import org.sandglass.figure.DensityFigure;
import org.sandglass.figure.FanFigure;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Measure;
import org.sandglass.figure.Sheet;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.specification.FigureSpec;

/// A run on the line.
final class LineViews implements Views {
    private static final int NODES = 401;
    private static final int FEW_BINS = 36;
    private static final int PATHS = 60;
    private static final int MOVING = 1000;
    private static final String EXACT = "exact density";

    private final Evidence evidence;

    LineViews(Evidence evidence) {
        this.evidence = evidence;
    }

    private GaussianMixture law(double t) {
        return evidence.law().marginal(t);
    }

    private static List<DensityFigure.Law> laws(GaussianMixture law, double[] range) {
        return Exact.hasDensity(law)
                ? List.of(new DensityFigure.Law(EXACT, Exact.curve(law, range, NODES)))
                : List.of();
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
        return Clouds.of(evidence, sampler).line();
    }

    @Override
    public Figure samples(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler).line();
    }

    @Override
    public Figure trajectories(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        String name = sampler.result().name();
        String caption = "Paths of " + Words.count(paths.end().n()) + " points of " + name + " from noise to data, "
                + paths.states().size() + " states each, between the exact densities at both ends.";
        return new FanFigure(
                Sheet.page("Trajectories of " + name, caption),
                "x",
                "t",
                paths.times(),
                byPoint(paths),
                density(paths.times().getFirst()),
                density(paths.times().getLast()),
                PATHS,
                List.of());
    }

    /// A row for each point, a column for each time.
    private static Points byPoint(Trajectory paths) {
        return Points.of(IntStream.range(0, paths.end().n())
                .mapToObj(i -> paths.states().stream()
                        .mapToDouble(state -> state.get(i, 0))
                        .toArray())
                .toArray(double[][]::new));
    }

    private Points density(double t) {
        GaussianMixture law = law(t);
        return Exact.hasDensity(law) ? Exact.curve(law, Exact.range(List.of(law), 0), NODES) : Points.zeros(0, 2);
    }

    @Override
    public Figure evolution(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        NoiseSchedule schedule = evidence.law().schedule();
        List<Integer> stops = Stops.of(paths.times(), schedule, figure.times().times(schedule));
        double[] range = range(paths);
        List<Chart> charts = stops.stream()
                .map(place -> chart(paths, place, Stops.label(paths.times().get(place)), range, Measure.fromZero("")))
                .toList();
        String caption =
                Words.count(paths.end().n()) + " points of " + sampler.result().name() + " on their way, at"
                        + " times evenly spaced in σ/(α + σ), against the exact density at each.";
        return new ChartFigure(
                Sheet.page("Evolution of " + sampler.result().name(), caption), charts, ChartFigure.Arrangement.ROWS);
    }

    @Override
    public Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops) {
        double[] range = range(paths);
        Measure up = Measure.between("density", 0, highest(paths, stops, range));
        Sheet sheet = Sheet.column(
                title, Math.min(MOVING, paths.end().n()) + " " + what + ", against the exact density at each time.");
        List<Motion.Frame> frames = new ArrayList<>();
        for (int place : stops) {
            String label = Stops.label(paths.times().get(place));
            frames.add(new Motion.Frame(
                    label,
                    new ChartFigure(sheet, chart(paths, place, "", range, up)),
                    new ChartFigure(sheet, chart(paths, place, label, range, up))));
        }
        return new Motion(name, frames);
    }

    private double[] range(Trajectory paths) {
        return Exact.range(
                List.of(law(paths.times().getFirst()), law(paths.times().getLast())), 0);
    }

    private double highest(Trajectory paths, List<Integer> stops, double[] range) {
        double highest = stops.stream()
                .map(place -> law(paths.times().get(place)))
                .filter(Exact::hasDensity)
                .mapToDouble(law -> {
                    Points curve = Exact.curve(law, range, NODES);
                    return IntStream.range(0, curve.n())
                            .mapToDouble(i -> curve.get(i, 1))
                            .max()
                            .orElse(1);
                })
                .max()
                .orElse(1);
        return 1.15 * highest;
    }

    /// The parts of a density figure, on axes of our own.
    private Chart chart(Trajectory paths, int place, String title, double[] range, Measure up) {
        Points points = Exact.part(paths.states().get(place), MOVING, 0);
        DensityFigure figure = new DensityFigure(
                Sheet.column("", ""),
                "x",
                laws(law(paths.times().get(place)), range),
                List.of(new DensityFigure.Sample("points", points)),
                FEW_BINS);
        return new Chart(
                title,
                Measure.between("x", range[0], range[1]),
                up,
                figure.chart().charts().getFirst().marks());
    }
}
