package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.sandglass.figure.Chart;
import org.sandglass.figure.ChartFigure;
import org.sandglass.figure.FanFigure;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Mark;
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
    private static final int FAN = 1000;
    private static final int MOVING = 1000;

    private final Evidence evidence;
    private final ExactDraws draws;
    private final String quantity;

    LineViews(Evidence evidence) {
        this.evidence = evidence;
        this.draws = ExactDraws.of(evidence);
        this.quantity = Coordinates.of(evidence).name(0);
    }

    private GaussianMixture law(double t) {
        return evidence.law().marginal(t);
    }

    @Override
    public List<Exhibit> data(FigureSpec figure, Evidence.Data data) {
        return List.of(Exhibit.of(
                figure.kind(), Clouds.of(evidence, data, figure.most()).line()));
    }

    @Override
    public List<Exhibit> density(FigureSpec figure) {
        GaussianMixture law = law(0);
        Points points = draws.of("figure density", law, figure.most());
        LinePanel panel = new LinePanel("", quantity, Exact.range(List.of(law), 0), law).with("exact draws", points);
        List<Mark> marks = new ArrayList<>(panel.marks());
        Points means = Components.means(law);
        if (means.n() > 0) {
            marks.add(new Mark.Events("means", means));
        }
        String caption = Words.count(points.n()) + " exact draws as histogram and rug"
                + (Exact.hasDensity(law) ? ", and the exact density" : "")
                + (means.n() > 0 ? ", with the means of components." : ".");
        Sheet sheet = Sheet.column(RunWords.density(evidence), caption);
        return List.of(Exhibit.of(figure.kind(), new ChartFigure(sheet, panel.chart("density", marks))));
    }

    @Override
    public List<Exhibit> posterior(FigureSpec figure, Evidence.Given given) {
        return List.of(Exhibit.of(figure.kind(), PosteriorFigure.of(evidence, given, figure.most())));
    }

    @Override
    public List<Exhibit> diffusion(FigureSpec figure) {
        double[] times = figure.times().times(evidence.law().schedule());
        List<Chart> charts = rows(
                DoubleStream.of(times).boxed().toList(),
                "exact draws",
                i -> draws.of("figure diffusion " + i, law(times[i]), figure.most()));
        String caption = "The exact density at each time, with " + Words.count(figure.most()) + " exact draws of it.";
        String title = "Diffusion by " + evidence.spec().process().name();
        return List.of(Exhibit.of(
                figure.kind(), new ChartFigure(Sheet.page(title, caption), charts, ChartFigure.Arrangement.ROWS)));
    }

    @Override
    public List<Exhibit> forward(FigureSpec figure) {
        Trajectory paths = draws.forward("figure forward", Math.max(FAN, figure.most()));
        String caption = "Exact draws of the data, carried to noise by the exact transitions of "
                + evidence.spec().process().name() + ", between the exact densities at both ends.";
        return List.of(Exhibit.of(
                figure.kind(), fan(figure, Sheet.page("From data to noise", caption), paths, FanFigure.By.START)));
    }

    @Override
    public Figure marginals(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler, sampler.points().n()).line();
    }

    @Override
    public Figure samples(FigureSpec figure, Evidence.OfSampler sampler) {
        return Clouds.of(evidence, sampler, figure.most()).line();
    }

    /// Fans of several samplers are as wide as a column, to stand beside each other.
    @Override
    public Figure trajectories(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        String name = sampler.result().name();
        boolean narrow = figure.segments().isEmpty() && evidence.samplers().size() > 2;
        String caption = "Paths of " + Words.count(paths.end().n()) + " points of " + name + " from noise to data, "
                + paths.states().size() + " states each, between the exact densities at both ends.";
        String title = "Trajectories of " + name;
        return fan(figure, narrow ? Sheet.column(title, caption) : Sheet.page(title, caption), paths, FanFigure.By.END);
    }

    /// Coloured by rank at the end where data are.
    private Figure fan(FigureSpec figure, Sheet sheet, Trajectory paths, FanFigure.By by) {
        List<Double> times = paths.times();
        return new FanFigure(
                sheet,
                quantity,
                "t",
                times,
                byPoint(paths),
                density(times.getFirst()),
                density(times.getLast()),
                figure.most(),
                by,
                cuts(figure.segments(), times.getFirst(), times.getLast()));
    }

    /// Those between the ends, in the direction of the path.
    private static List<Double> cuts(List<Double> rising, double first, double last) {
        return (first < last ? rising : rising.reversed())
                .stream()
                        .filter(t -> t > Math.min(first, last) && t < Math.max(first, last))
                        .toList();
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
        return LinePanel.curve(law(t), Exact.range(List.of(law(t)), 0));
    }

    @Override
    public Figure evolution(FigureSpec figure, Evidence.OfSampler sampler) {
        Trajectory paths = sampler.paths();
        NoiseSchedule schedule = evidence.law().schedule();
        List<Integer> stops = Stops.of(paths.times(), schedule, figure.times().times(schedule));
        List<Chart> charts = rows(
                stops.stream().map(place -> paths.times().get(place)).toList(),
                "points",
                i -> Exact.part(paths.states().get(stops.get(i)), figure.most(), 0));
        String caption =
                "The first " + Words.count(Math.min(figure.most(), paths.end().n())) + " points of "
                        + sampler.result().name() + " on their way, against the exact density at each time.";
        return new ChartFigure(
                Sheet.page("Evolution of " + sampler.result().name(), caption), charts, ChartFigure.Arrangement.ROWS);
    }

    /// A panel for each time.
    private List<Chart> rows(List<Double> times, String name, Function<Integer, Points> points) {
        List<GaussianMixture> laws = times.stream().map(this::law).toList();
        List<double[]> ranges = Exact.ranges(laws);
        return IntStream.range(0, laws.size())
                .mapToObj(i -> new LinePanel(Stops.label(times.get(i)), quantity, ranges.get(i), laws.get(i))
                        .with(name, points.apply(i))
                        .chart())
                .toList();
    }

    @Override
    public Motion motion(String name, String title, String what, Trajectory paths, List<Integer> stops) {
        List<Double> times = paths.times();
        double[] range = Exact.range(List.of(law(times.getFirst()), law(times.getLast())), 0);
        Measure up = Measure.between("density", 0, highest(times, stops, range));
        Sheet sheet = Sheet.column(
                title, Math.min(MOVING, paths.end().n()) + " " + what + ", against the exact density at each time.");
        List<Motion.Frame> frames = new ArrayList<>();
        for (int place : stops) {
            String label = Stops.label(times.get(place));
            frames.add(new Motion.Frame(
                    label,
                    new ChartFigure(sheet, moving(paths, place, "", range, up)),
                    new ChartFigure(sheet, moving(paths, place, label, range, up))));
        }
        return new Motion(name, frames);
    }

    private double highest(List<Double> times, List<Integer> stops, double[] range) {
        return stops.stream()
                .mapToDouble(place -> new LinePanel("", quantity, range, law(times.get(place))).top())
                .max()
                .orElse(1);
    }

    private Chart moving(Trajectory paths, int place, String title, double[] range, Measure up) {
        Points points = Exact.part(paths.states().get(place), MOVING, 0);
        LinePanel panel =
                new LinePanel(title, quantity, range, law(paths.times().get(place))).with("points", points);
        return panel.chart(panel.marks(), up);
    }
}
