package org.sandglass.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.sandglass.figure.ErrorFigure.Order;
import org.sandglass.figure.ErrorFigure.Point;
import org.sandglass.figure.ErrorFigure.Series;

/// Draws the slope of a fitted order, a little under the points it was fitted to, if its label finds room.
///
/// @param fit the order and its range
/// @param series the points
/// @param plot where to
/// @param labels knows where there is room
record ErrorSlope(Order.Fitted fit, Series series, Plot plot, Labels labels) {
    private static final double DROP = 7;

    /// @param seen which points have a place in the panel
    void draw(Canvas canvas, String colour, Predicate<Point> seen) {
        List<Point> fitted = series.points().stream()
                .filter(point -> point.evaluations() >= fit.from() && point.evaluations() <= fit.to())
                .filter(seen)
                .toList();
        if (!fitted.isEmpty()) {
            draw(canvas, Lettering.small(colour), mean(fitted, Point::evaluations), mean(fitted, Point::error));
        }
    }

    private void draw(Canvas canvas, Lettering lettering, double evaluations, double error) {
        double from = fit.from() / 1.2;
        double to = fit.to() * 1.2;
        double x1 = plot.px(from);
        double x2 = plot.px(to);
        double y1 = plot.py(error * Math.pow(from / evaluations, -fit.order())) + DROP;
        double y2 = plot.py(error * Math.pow(to / evaluations, -fit.order())) + DROP;
        if (!labels.isClear(x1, y1, x2, y2)) {
            return;
        }
        String number = String.format(Locale.ROOT, "%.2f", fit.order()).replace('-', '−');
        Optional<Labels.Label> whole = labels.beside("order " + number, lettering, x1, y1, x2, y2);
        whole.or(() -> labels.beside(number, lettering, x1, y1, x2, y2)).ifPresent(label -> {
            canvas.open("order", series.name());
            canvas.line(x1, y1, x2, y2, Ink.line(lettering.colour(), 0.8));
            labels.write(canvas, label);
            labels.avoidLine(x1, y1, x2, y2);
            canvas.close();
        });
    }

    /// The geometric mean.
    private static double mean(List<Point> points, ToDoubleFunction<Point> number) {
        return Math.exp(points.stream()
                .mapToDouble(point -> Math.log(number.applyAsDouble(point)))
                .average()
                .orElseThrow());
    }
}
