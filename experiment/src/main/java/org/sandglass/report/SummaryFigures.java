package org.sandglass.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sandglass.figure.Chart;
import org.sandglass.figure.ChartFigure;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Mark;
import org.sandglass.figure.MassFigure;
import org.sandglass.figure.Measure;
import org.sandglass.figure.Sheet;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Comparison;
import org.sandglass.metric.Estimate;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Evidence;

/// Figures that put all samplers of a run beside each other.
final class SummaryFigures {
    private static final int MODES = 40;
    private static final int MOST_SHARES = 4_000_000;

    private final Evidence evidence;

    SummaryFigures(Evidence evidence) {
        this.evidence = evidence;
    }

    /// The metrics, a panel each: value and floor with two standard errors; nothing without samplers.
    Optional<Figure> errors() {
        return evidence.samplers().isEmpty() ? Optional.empty() : Optional.of(errorsOfAll());
    }

    private Figure errorsOfAll() {
        List<String> metrics = evidence.samplers().stream()
                .flatMap(sampler -> sampler.result().metrics().stream().map(Comparison::metric))
                .distinct()
                .toList();
        List<Chart> charts = metrics.stream().map(this::errors).toList();
        String caption = "Each metric over " + Words.count(evidence.spec().count())
                + " points with two standard errors, beside what as many exact draws score; samplers in the order of the"
                + " table.";
        Sheet sheet = charts.size() > 1
                ? Sheet.page("Errors and floors", caption)
                : Sheet.column("Errors and floors", caption);
        return charts.isEmpty()
                ? new ChartFigure(sheet, new Chart("", Measure.of("sampler"), Measure.of(""), List.of()))
                : new ChartFigure(sheet, charts, ChartFigure.Arrangement.ROWS);
    }

    private Chart errors(String metric) {
        List<Mark> marks = new ArrayList<>();
        List<double[]> floors = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < evidence.samplers().size(); i++) {
            Evidence.OfSampler sampler = evidence.samplers().get(i);
            Optional<Comparison> found = sampler.result().metrics().stream()
                    .filter(comparison -> comparison.metric().equals(metric))
                    .findFirst();
            if (found.isPresent()) {
                double[] value = interval(i + 0.88, found.get().points());
                values.add(value);
                floors.add(interval(i + 1.12, found.get().floor()));
                marks.add(new Mark.Intervals(sampler.result().name(), Points.of(value)));
            }
        }
        values.addAll(floors);
        marks.addFirst(new Mark.Intervals("exact draws", Points.of(floors.toArray(double[][]::new))));
        Measure.Range all = new Measure.Range.Between(0.4, evidence.samplers().size() + 0.6);
        return new Chart(
                metric,
                new Measure("sampler", Measure.Kind.COUNT, all),
                isWide(values) ? Measure.log("") : Measure.of(""),
                marks);
    }

    private static double[] interval(double place, Estimate estimate) {
        double error = 2 * estimate.standardError();
        return new double[] {place, estimate.value(), estimate.value() - error, estimate.value() + error};
    }

    /// Whether values, all of which are told from 0, span more than a linear axis shows.
    private static boolean isWide(List<double[]> intervals) {
        double least = intervals.stream().mapToDouble(v -> v[2]).min().orElse(0);
        double most = intervals.stream().mapToDouble(v -> v[1]).max().orElse(0);
        return least > 0 && most > 20 * least;
    }

    /// The masses of the heaviest components by responsibility; nothing without samplers, or where a component is an
    /// exact point.
    Optional<Figure> modes() {
        return evidence.samplers().isEmpty() ? Optional.empty() : modesOfAll();
    }

    private Optional<Figure> modesOfAll() {
        GaussianMixture mixture = evidence.law().mixture();
        double[] weights = mixture.weights();
        List<Integer> heaviest = IntStream.range(0, mixture.k())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -weights[k]))
                .limit(MODES)
                .sorted()
                .toList();
        List<MassFigure.Estimate> estimates = new ArrayList<>();
        int n = Math.max(1000, MOST_SHARES / mixture.k());
        for (Evidence.OfSampler sampler : evidence.samplers()) {
            GaussianMixture law = evidence.law().marginal(sampler.spec().grid().to());
            if (!Exact.hasDensity(law)) {
                return Optional.empty();
            }
            Points points =
                    sampler.points().slice(0, Math.min(n, sampler.points().n()));
            estimates.add(new MassFigure.Estimate(sampler.result().name(), masses(law, points, heaviest)));
        }
        Points truth =
                Points.of(heaviest.stream().map(k -> new double[] {weights[k]}).toArray(double[][]::new));
        int used = Math.min(n, evidence.samplers().getFirst().points().n());
        String caption = "The mean responsibility of each component over " + Words.count(used) + " points, with two"
                + " standard errors, against its weight"
                + (heaviest.size() < mixture.k() ? "; the " + MODES + " heaviest of " + mixture.k() : "") + ".";
        return Optional.of(new MassFigure(Sheet.column("Masses of modes", caption), truth, estimates));
    }

    /// `k × 3`: the mean responsibility, and two standard errors to either side.
    private static Points masses(GaussianMixture law, Points points, List<Integer> components) {
        double[] shares = law.responsibilities(points);
        int n = points.n();
        double[][] rows = new double[components.size()][];
        for (int row = 0; row < rows.length; row++) {
            int k = components.get(row);
            double[] column = IntStream.range(0, n)
                    .mapToDouble(i -> shares[i * law.k() + k])
                    .toArray();
            double mean = IntStream.range(0, n).mapToDouble(i -> column[i]).sum() / n;
            double square = IntStream.range(0, n)
                    .mapToDouble(i -> (column[i] - mean) * (column[i] - mean))
                    .sum();
            double error = n > 1 ? Math.sqrt(square / n / (n - 1)) : Double.NaN;
            rows[row] = new double[] {mean, mean - 2 * error, mean + 2 * error};
        }
        return Points.of(rows);
    }
}
