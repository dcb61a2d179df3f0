package org.sandglass.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sandglass.compare.Group.Line;
import org.sandglass.figure.ErrorFigure;
import org.sandglass.figure.ErrorFigure.Floor;
import org.sandglass.figure.ErrorFigure.Order;
import org.sandglass.figure.ErrorFigure.Panel;
import org.sandglass.figure.ErrorFigure.Point;
import org.sandglass.figure.ErrorFigure.Series;
import org.sandglass.figure.Sheet;

/// The results of a comparison as a figure: a panel for each mixture and process and, where laws must be told by
/// drawing, another one for how far deterministic solvers are from the exact flow.
final class ErrorFigures {
    private ErrorFigures() {}

    /// The figure, or nothing if no cell has an error.
    static Optional<ErrorFigure> of(CompareResults results) {
        List<Panel> panels = new ArrayList<>();
        for (Group group : results.groups()) {
            panel(group, group.headline()).ifPresent(panels::add);
            panel(group, DrawingJudge.TO_FLOW).ifPresent(panels::add);
        }
        boolean drawn = panels.stream().anyMatch(panel -> panel.floor() instanceof Floor.At);
        Sheet sheet = Sheet.page(results.spec().title(), caption(results, drawn));
        return panels.isEmpty() ? Optional.empty() : Optional.of(new ErrorFigure(sheet, "error", panels));
    }

    private static String caption(CompareResults results, boolean drawn) {
        String exact = "Error against evaluations of the denoiser. w2: exact on one Gaussian, and on the line for"
                + " deterministic solvers.";
        int repeats = results.spec().repeats();
        String times = repeats == 1 ? "" : ", " + repeats + " times over";
        return drawn
                ? exact + " Other errors by " + results.spec().count() + " points" + times
                        + ", with common random numbers; the dashed line is what exact draws of the same size score."
                : exact;
    }

    private static Optional<Panel> panel(Group group, String error) {
        List<Series> series = new ArrayList<>();
        for (Line line : group.lines()) {
            series(group, line, error).ifPresent(series::add);
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(group.title() + ": " + named(error), series, floor(group, error)));
    }

    private static String named(String error) {
        return error.equals(DrawingJudge.TO_FLOW) ? "distance to the exact flow" : error;
    }

    private static Optional<Series> series(Group group, Line line, String error) {
        List<Point> points = new ArrayList<>();
        for (Row row : line.rows()) {
            if (row.has(error)) {
                ErrorValue value = row.error(error);
                points.add(new Point(
                        row.verdict().evaluations(), Math.max(0, value.value()), Math.abs(value.standardError())));
            } else if (row.verdict().failure().isPresent() && row.verdict().evaluations() > 0) {
                points.add(Point.exact(row.verdict().evaluations(), Double.POSITIVE_INFINITY));
            }
        }
        boolean any = line.rows().stream().anyMatch(row -> row.has(error));
        String name = group.severalGrids() ? line.solver() + ", " + line.grid() : line.solver();
        return any ? Optional.of(new Series(name, points, order(line, error))) : Optional.empty();
    }

    private static Order order(Line line, String error) {
        boolean fits = line.order() instanceof MeasuredOrder.Slope slope
                && slope.error().equals(error);
        return fits && line.order() instanceof MeasuredOrder.Slope slope && Math.abs(slope.order()) <= 100
                ? fitted(line, slope)
                : new Order.None();
    }

    private static Order fitted(Line line, MeasuredOrder.Slope slope) {
        return new Order.Fitted(slope.order(), evaluations(line, slope.from()), evaluations(line, slope.to()));
    }

    private static double evaluations(Line line, int steps) {
        return line.rows().stream()
                .filter(row -> row.steps() == steps)
                .findFirst()
                .orElseThrow()
                .verdict()
                .evaluations();
    }

    /// What exact draws score; numbers that were not drawn have none.
    private static Floor floor(Group group, String error) {
        if (error.equals(DrawingJudge.TO_FLOW)) {
            return new Floor.None();
        }
        return group.lines().stream()
                .flatMap(line -> line.rows().stream())
                .flatMap(row -> row.find(error).stream())
                .filter(value -> value.standardError() > 0 && value.floor() > 0)
                .max(java.util.Comparator.comparingDouble(ErrorValue::floor))
                .<Floor>map(value -> new Floor.At(value.floor(), value.floorStandardError()))
                .orElseGet(Floor.None::new);
    }
}
