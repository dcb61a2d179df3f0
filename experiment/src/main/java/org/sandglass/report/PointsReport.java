package org.sandglass.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Estimate;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.report.Block.Cell;
import org.sandglass.report.ReportPage.Section;

/// The page of points in files: what they look like against their law, and what metrics say of them.
///
/// @param title the heading
/// @param sets of points with the names of their files, at least one
/// @param law what they are compared with; empty for none
/// @param metrics name to numbers, as `results.json` has them; may be empty
/// @param commandLine what made it
public record PointsReport(
        String title,
        SequencedMap<String, Points> sets,
        Optional<GaussianMixture> law,
        SequencedMap<String, Object> metrics,
        String commandLine) {
    private static final int PLANE_DOTS = 2000;

    /// The page.
    ///
    /// @return as data
    public ReportPage page() {
        List<Section> sections = new ArrayList<>();
        if (!metrics.isEmpty()) {
            sections.add(new Section("Metrics", List.of(table())));
        }
        sections.add(new Section("Points", List.of(new Block.Drawing(clouds().figure(), ""))));
        if (!formulas().isEmpty()) {
            sections.add(new Section(
                    "Formulas",
                    List.of(
                            new Block.Prose("$x$ are the points, $y$ exact draws, $Y$ the law itself."),
                            new Block.Facts(formulas()))));
        }
        List<Citation> cited = Citations.of(List.of(), List.of(), List.copyOf(metrics.keySet()));
        if (!cited.isEmpty()) {
            sections.add(new Section("References", List.of(new Block.References(cited))));
        }
        sections.add(new Section("How to repeat it", List.of(new Block.Listing(commandLine))));
        return new ReportPage(title, lead(), sections);
    }

    private String lead() {
        Points first = sets.firstEntry().getValue();
        return Words.count(first.n())
                + (first.n() == 1 ? " point in " : " points in ")
                + first.d()
                + (first.d() == 1 ? " dimension" : " dimensions")
                + law.map(one -> ", against a mixture of " + one.k() + (one.k() == 1 ? " Gaussian." : " Gaussians."))
                        .orElse(".");
    }

    private Clouds clouds() {
        List<Clouds.Set> clouds = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        sets.forEach((name, points) -> {
            clouds.add(new Clouds.Set(name, points));
            counts.add(Words.count(points.n()) + " points of " + name);
        });
        int d = sets.firstEntry().getValue().d();
        return new Clouds(
                "Points",
                String.join(" and ", counts),
                clouds,
                law,
                Coordinates.plain(d),
                d == 2 ? PLANE_DOTS : Clouds.PAIR_DOTS);
    }

    private Block table() {
        List<List<Cell>> rows = new ArrayList<>();
        metrics.forEach((name, numbers) -> {
            if (numbers instanceof Map<?, ?> map) {
                rows.add(row(name, map));
            }
        });
        return new Block.Table(
                "Value and floor ± standard error; the floor is what exact draws of the same size score. ✓: not told"
                        + " from exact draws, within 4 standard errors of the difference.",
                List.of("metric", "value", "floor"),
                rows);
    }

    private static List<Cell> row(String name, Map<?, ?> numbers) {
        Estimate value = estimate(numbers, "value", "standard-error");
        if (!numbers.containsKey("floor")) {
            return List.of(Cell.of(name), Cell.of(Words.estimate(value)), Cell.of("–"));
        }
        Estimate floor = estimate(numbers, "floor", "floor-standard-error");
        return List.of(
                Cell.of(name),
                ResultRows.value(value, floor, ""),
                new Cell(Words.estimate(floor), "", Cell.Mark.REFERENCE));
    }

    private static Estimate estimate(Map<?, ?> numbers, String value, String error) {
        double v = numbers.get(value) instanceof Number number ? number.doubleValue() : Double.NaN;
        double e = numbers.get(error) instanceof Number number ? number.doubleValue() : Double.NaN;
        return new Estimate(v, e);
    }

    /// The definitions of the metrics, as far as they have names of their own.
    private SequencedMap<String, String> formulas() {
        SequencedMap<String, String> formulas = new LinkedHashMap<>();
        metrics.keySet().stream()
                .filter(name -> MetricFormulas.definition(name).isPresent())
                .forEach(name -> formulas.put(name, MetricFormulas.of(name)));
        return formulas;
    }
}
