package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sandglass.metric.Comparison;
import org.sandglass.metric.Estimate;
import org.sandglass.report.Block.Cell;
import org.sandglass.report.Block.Cell.Mark;
import org.sandglass.run.SamplerResult;

/// The results of samplers as tables that are as narrow as a telephone: one for what they cost and one for each metric,
/// in which they stand below each other and above what exact draws score. Of a single sampler there is one table, with
/// a
/// row for each metric.
final class ResultRows {
    /// Standard errors beyond which a sampler is told from exact draws, as in `docs/metrics.md`.
    private static final double TOLD_APART = 4;

    private static final String EXACT = "exact draws";

    private final List<SamplerResult> results;
    private final Function<SamplerResult, List<Comparison>> comparisons;

    private ResultRows(List<SamplerResult> results, Function<SamplerResult, List<Comparison>> comparisons) {
        this.results = results;
        this.comparisons = comparisons;
    }

    /// What the samplers cost, and their metrics against the exact marginal at the last time of the grid.
    static List<Block> tables(List<SamplerResult> results) {
        ResultRows rows = new ResultRows(results, SamplerResult::metrics);
        return results.size() == 1
                ? List.of(cost(results.getFirst()), rows.ofSampler(results.getFirst()))
                : List.of(new Block.Beside(Stream.concat(Stream.of(costs(results)), rows.ofMetrics())
                        .toList()));
    }

    /// The metrics against the data mixture, where samplers ended before it.
    static List<Block> dataTables(List<SamplerResult> results) {
        List<SamplerResult> some = results.stream()
                .filter(result -> !result.dataMetrics().isEmpty())
                .toList();
        ResultRows rows = new ResultRows(some, SamplerResult::dataMetrics);
        return switch (some.size()) {
            case 0 -> List.of();
            case 1 -> List.of(rows.ofSampler(some.getFirst()));
            default -> List.of(new Block.Beside(rows.ofMetrics().toList()));
        };
    }

    private static Block cost(SamplerResult result) {
        return new Block.Prose("`" + result.name() + "` took " + Words.number(result.evaluations())
                + " evaluations of the denoiser for each point, and " + seconds(result) + " seconds.");
    }

    private static String seconds(SamplerResult result) {
        return String.format(Locale.ROOT, "%.2f", result.seconds());
    }

    private static Block costs(List<SamplerResult> results) {
        List<List<Cell>> rows = results.stream()
                .map(result -> List.of(
                        Cell.of(result.name()), Cell.of(Words.number(result.evaluations())), Cell.of(seconds(result))))
                .toList();
        return new Block.Table("", List.of("sampler", "evaluations", "seconds"), rows);
    }

    private Stream<Block> ofMetrics() {
        return results.stream()
                .flatMap(result -> comparisons.apply(result).stream().map(Comparison::metric))
                .distinct()
                .map(this::ofMetric);
    }

    /// A row for each metric.
    private Block ofSampler(SamplerResult result) {
        List<List<Cell>> rows = comparisons.apply(result).stream()
                .map(comparison -> List.of(Cell.of(comparison.metric()), value(comparison, ""), floor(comparison)))
                .toList();
        return new Block.Table("", List.of("metric", result.name(), EXACT), rows);
    }

    /// A row for each sampler. Where all are compared with the same exact draws these have the last row, else each
    /// number has its floor below it.
    private Block ofMetric(String metric) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Comparison> found = new ArrayList<>();
        for (SamplerResult result : results) {
            find(result, metric).ifPresent(found::add);
        }
        boolean same = found.stream().map(Comparison::floor).distinct().count() == 1;
        for (SamplerResult result : results) {
            Cell cell = find(result, metric)
                    .map(comparison -> value(comparison, same ? "" : EXACT + " " + Words.estimate(comparison.floor())))
                    .orElse(Cell.of("–"));
            rows.add(List.of(Cell.of(result.name()), cell));
        }
        if (same) {
            rows.add(List.of(new Cell(EXACT, "", Mark.REFERENCE), floor(found.getFirst())));
        }
        return new Block.Table("", List.of("sampler", metric), rows);
    }

    private Optional<Comparison> find(SamplerResult result, String metric) {
        return comparisons.apply(result).stream()
                .filter(comparison -> comparison.metric().equals(metric))
                .findFirst();
    }

    private static Cell floor(Comparison comparison) {
        return new Cell(Words.estimate(comparison.floor()), "", Mark.REFERENCE);
    }

    private static Cell value(Comparison comparison, String note) {
        return value(comparison.points(), comparison.floor(), note);
    }

    /// The number of some points beside that of exact draws.
    static Cell value(Estimate points, Estimate floor, String note) {
        String text = Words.estimate(points);
        return switch (mark(points, floor)) {
            case GOOD -> new Cell("✓ " + text, note, Mark.GOOD);
            case BAD -> new Cell(text, note, Mark.BAD);
            case NONE, REFERENCE -> new Cell(text, note, Mark.NONE);
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
