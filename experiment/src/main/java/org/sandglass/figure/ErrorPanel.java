package org.sandglass.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sandglass.figure.ErrorFigure.Floor;
import org.sandglass.figure.ErrorFigure.Order;
import org.sandglass.figure.ErrorFigure.Panel;
import org.sandglass.figure.ErrorFigure.Point;
import org.sandglass.figure.ErrorFigure.Series;

/// Draws the curves of one problem.
final class ErrorPanel {
    private static final double RADIUS = 2.6;

    private final Panel panel;
    private final Plot plot;
    private final Canvas canvas;
    private final Theme theme;
    private final Map<String, SeriesStyle> styles;
    private final Labels labels;

    /// How many triangles stand already at the upper edge above a number of evaluations.
    private final Map<Double, Integer> stacked = new HashMap<>();

    ErrorPanel(Panel panel, Plot plot, Canvas canvas, Theme theme, Map<String, SeriesStyle> styles) {
        this.panel = panel;
        this.plot = plot;
        this.canvas = canvas;
        this.theme = theme;
        this.styles = styles;
        this.labels = new Labels(plot.box().grown(-2));
    }

    static boolean diverged(Point point, Panel panel) {
        return !(point.error() <= panel.ceiling() && point.error() <= Extent.LOG_LIMIT);
    }

    void draw() {
        plot.frame(panel.title());
        plot.open();
        floor();
        panel.series().forEach(this::series);
        if (hasSlopes(panel)) {
            panel.series().forEach(this::slope);
        }
        if (panel.series().stream().allMatch(series -> series.points().isEmpty())) {
            plot.message("no data");
        }
        plot.close();
    }

    /// Among more than eight fitted orders slopes would hide the curves.
    static boolean hasSlopes(Panel panel) {
        long fitted = panel.series().stream()
                .filter(series -> series.order() instanceof Order.Fitted)
                .count();
        return fitted > 0 && fitted <= 8;
    }

    private void slope(Series series) {
        if (series.order() instanceof Order.Fitted fitted) {
            new ErrorSlope(fitted, series, plot, labels)
                    .draw(canvas, style(series).colour(), this::seen);
        }
    }

    private void floor() {
        if (panel.floor() instanceof Floor.At(double value, double standardError)) {
            Box box = plot.box();
            canvas.open("floor", "");
            double top = plot.py(value + 2 * standardError);
            double bottom = standardError * 2 < value ? plot.py(value - 2 * standardError) : box.bottom();
            canvas.rectangle(
                    new Box(box.x(), top, box.width(), bottom - top),
                    Ink.area(theme.muted()).faint(0.2));
            double y = plot.py(value);
            canvas.line(box.x(), y, box.right(), y, Ink.line(theme.muted(), 1).dashed("4 3"));
            canvas.close();
        }
    }

    private void series(Series series) {
        SeriesStyle style = style(series);
        canvas.open("series", series.name());
        canvas.path("line", joined(series.points()), style.line(1.4));
        canvas.path("bars", bars(series.points()), Ink.line(style.colour(), 0.9));
        canvas.path("marks", marks(series.points(), style.marker()), Ink.area(style.colour()));
        canvas.path(
                "diverged",
                diverged(series.points()),
                Ink.line(style.colour(), 1.1).filled(theme.background()));
        canvas.path(
                "zero", zeros(series.points()), Ink.line(style.colour(), 1.1).filled(theme.background()));
        canvas.close();
    }

    private SeriesStyle style(Series series) {
        return Objects.requireNonNull(styles.get(series.name()));
    }

    private boolean seen(Point point) {
        return !isZero(point) && !diverged(point, panel);
    }

    /// Whether an error is too small for a logarithmic axis.
    static boolean isZero(Point point) {
        return point.error() < 1 / Extent.LOG_LIMIT;
    }

    /// A line through the points, with gaps where there is none.
    private Outline joined(List<Point> points) {
        Outline line = new Outline();
        boolean drawing = false;
        double lastX = 0;
        double lastY = 0;
        for (Point point : points) {
            double x = plot.px(point.evaluations());
            double y = seen(point) ? plot.py(point.error()) : 0;
            if (seen(point) && drawing) {
                line.line(x, y);
                labels.avoidLine(lastX, lastY, x, y);
            } else if (seen(point)) {
                line.move(x, y);
            }
            drawing = seen(point);
            lastX = x;
            lastY = y;
        }
        return line;
    }

    private Outline bars(List<Point> points) {
        Outline bars = new Outline();
        for (Point point : points) {
            if (seen(point) && point.standardError() > 0 && Double.isFinite(point.standardError())) {
                double x = plot.px(point.evaluations());
                double low = point.error() - point.standardError();
                double bottom = low > 0 ? plot.py(low) : plot.box().bottom();
                double top = plot.py(point.error() + point.standardError());
                bars.move(x, bottom).line(x, top).move(x - 2, top).line(x + 2, top);
                bars.move(x - 2, bottom).line(x + 2, bottom);
            }
        }
        return bars;
    }

    private Outline marks(List<Point> points, Marker marker) {
        Outline marks = new Outline();
        points.stream().filter(this::seen).forEach(point -> {
            double x = plot.px(point.evaluations());
            double y = plot.py(point.error());
            marker.add(marks, x, y, RADIUS);
            labels.avoid(new Box(x - 4, y - 4, 8, 8));
        });
        return marks;
    }

    /// Triangles that point upwards, those above one number of evaluations under each other.
    private Outline diverged(List<Point> points) {
        Outline marks = new Outline();
        for (Point point : points) {
            if (diverged(point, panel)) {
                int before = stacked.merge(point.evaluations(), 1, Integer::sum) - 1;
                double x = plot.px(point.evaluations());
                double y = plot.box().y() + 5 + 7.5 * before;
                Marker.TRIANGLE.add(marks, x, y, RADIUS);
                labels.avoid(new Box(x - 4, y - 4, 8, 8));
            }
        }
        return marks;
    }

    private Outline zeros(List<Point> points) {
        Outline marks = new Outline();
        points.stream()
                .filter(ErrorPanel::isZero)
                .forEach(point -> Marker.DOWNWARD.add(
                        marks, plot.px(point.evaluations()), plot.box().bottom() - 5, RADIUS));
        return marks;
    }
}
