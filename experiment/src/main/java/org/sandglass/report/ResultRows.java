package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sandglass.metric.Comparison;
import org.sandglass.metric.Estimate;
import org.sandglass.report.Block.Cell;
import org.sandglass.report.Block.Cell.Mark;
import org.sandglass.run.SamplerResult;

/// The results of samplers as a table: a row each, a column per metric, every number beside its floor.
final class ResultRows {
    /// Standard errors beyond which a sampler is told from exact draws, as in `docs/metrics.md`.
    private static final double TOLD_APART = 4;

    private ResultRows() {}

    /// The table against the exact marginal at the last time of the grid.
    static Block.Table table(String caption, List<SamplerResult> results) {
        return table(caption, results, SamplerResult::metrics);
    }

    /// The table against the data mixture, where samplers ended before it.
    static Optional<Block.Table> dataTable(String caption, List<SamplerResult> results) {
        List<SamplerResult> some = results.stream()
                .filter(result -> !result.dataMetrics().isEmpty())
                .toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(table(caption, some, SamplerResult::dataMetrics));
    }

    private static Block.Table table(
            String caption, List<SamplerResult> results, Function<SamplerResult, List<Comparison>> of) {
        List<String> metrics = results.stream()
                .flatMap(result -> of.apply(result).stream().map(Comparison::metric))
                .distinct()
                .toList();
        List<String> header = new ArrayList<>(List.of("sampler", "evaluations", "seconds"));
        header.addAll(metrics);
        List<List<Cell>> rows = results.stream()
                .map(result -> row(result, metrics, of.apply(result)))
                .toList();
        return new Block.Table(caption, header, rows);
    }

    private static List<Cell> row(SamplerResult result, List<String> metrics, List<Comparison> comparisons) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(result.name()));
        row.add(Cell.of(Words.number(result.evaluations())));
        row.add(Cell.of(String.format(Locale.ROOT, "%.2f", result.seconds())));
        for (String metric : metrics) {
            row.add(comparisons.stream()
                    .filter(comparison -> comparison.metric().equals(metric))
                    .findFirst()
                    .map(ResultRows::cell)
                    .orElse(Cell.of("–")));
        }
        return row;
    }

    private static Cell cell(Comparison comparison) {
        Estimate points = comparison.points();
        Estimate floor = comparison.floor();
        String text = Words.estimate(points.value(), points.standardError());
        String note = "floor " + Words.estimate(floor.value(), floor.standardError());
        return switch (mark(points, floor)) {
            case GOOD -> new Cell(text, note + " ✓", Mark.GOOD);
            case BAD -> new Cell(text, note, Mark.BAD);
            case NONE -> new Cell(text, note, Mark.NONE);
        };
    }

    /// Good where points cannot be told from exact draws, bad where there is no number.
    static Mark mark(Estimate points, Estimate floor) {
        if (!Double.isFinite(points.value())) {
            return Mark.BAD;
        }
        double error = Math.hypot(points.standardError(), floor.standardError());
        return Math.abs(points.value() - floor.value()) <= TOLD_APART * error ? Mark.GOOD : Mark.NONE;
    }
}
