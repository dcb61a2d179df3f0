package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.figure.ErrorFigure.Floor;
import org.sandglass.figure.ErrorFigure.Order;
import org.sandglass.figure.ErrorFigure.Panel;
import org.sandglass.figure.ErrorFigure.Point;
import org.sandglass.figure.ErrorFigure.Series;

/// Curves of error that fall as stated: no sampler ran for them.
final class ErrorExamples {
    private ErrorExamples() {}

    static final double[] EVALUATIONS = {5, 10, 20, 50, 100, 200};

    /// Two problems, four samplers, one of which diverges with few evaluations.
    static ErrorFigure samplers() {
        List<Series> exact = List.of(
                falling("euler", 1, 2.1, 0, 0),
                falling("heun", 2, 14, 0, 0),
                diverging("dpm-solver++-3m", 3, 90, 0, 0),
                falling("rk4", 4, 700, 0, 0));
        List<Series> sampled = List.of(
                falling("euler", 1, 2.1, 0.011, 0.002),
                falling("heun", 2, 14, 0.011, 0.002),
                falling("dpm-solver++-3m", 3, 90, 0.011, 0.002),
                falling("rk4", 4, 700, 0.011, 0.002));
        return new ErrorFigure(
                Sheet.page(
                        "Error against evaluations",
                        "W2 to the exact law. Left: one Gaussian in 8 dimensions, propagated exactly. Right: two modes, 10 000 draws."),
                "W_{2}",
                List.of(
                        new Panel("One Gaussian", exact, new Floor.None()),
                        new Panel("Two modes", sampled, new Floor.At(0.011, 0.001))));
    }

    /// Forty samplers at one width of a column.
    static ErrorFigure crowd() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            series.add(falling("solver-" + (i + 1) + (i % 3 == 0 ? " log-snr" : ""), 1 + i % 3, 0.5 + i, 0, 0));
        }
        return new ErrorFigure(
                Sheet.page("Forty samplers", "Made-up curves."),
                "error",
                List.of(new Panel("", series, new Floor.None())));
    }

    private static Series falling(String name, double order, double scale, double floor, double standardError) {
        List<Point> points = new ArrayList<>();
        for (double n : EVALUATIONS) {
            double error = Math.hypot(scale * Math.pow(n, -order), floor);
            points.add(new Point(n, error, standardError));
        }
        return new Series(name, points, floor == 0 ? new Order.Fitted(order, 50, 200) : new Order.None());
    }

    private static Series diverging(String name, double order, double scale, double floor, double standardError) {
        Series series = falling(name, order, scale, floor, standardError);
        List<Point> points = new ArrayList<>(series.points());
        points.set(0, Point.exact(5, Double.NaN));
        return new Series(name, points, series.order());
    }
}
