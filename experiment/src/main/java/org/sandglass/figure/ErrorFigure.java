package org.sandglass.figure;

import java.util.List;

/// Error against evaluations, both logarithmic: what a sampler buys for its work.
///
/// Series of the same name look the same in all panels. An error that is NaN, infinite or above the panel's
/// ceiling is marked by a triangle at the upper edge: the sampler diverged there. An error of exactly 0 is
/// marked at the lower edge.
/// ```java
/// List<Point> points = List.of(Point.exact(20, 3e-2), Point.exact(40, 7e-3));
/// Series heun = new Series("heun", points, new Order.Fitted(2.1, 20, 40));
/// Panel panel = new Panel("Two modes", List.of(heun), new Floor.At(1e-3, 1e-4));
/// Figure figure = new ErrorFigure(Sheet.column("Error", "10 000 draws"), "W_{2}", List.of(panel));
/// String svg = Svg.text(figure, Theme.LIGHT);
/// ```
///
/// @param sheet title, caption and width
/// @param error what the error is, the label of the vertical axes
/// @param panels at least one
public record ErrorFigure(Sheet sheet, String error, List<Panel> panels) implements Figure {
    /// Takes a copy of the panels.
    public ErrorFigure {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("ErrorFigure needs at least one panel, got none");
        }
    }

    /// The curves of one problem.
    ///
    /// @param title the problem
    /// @param series its curves
    /// @param floor what exact draws score
    /// @param ceiling errors above it count as diverged, `> 0`; `+∞` for none
    public record Panel(String title, List<Series> series, Floor floor, double ceiling) {
        /// Takes a copy of the series.
        public Panel {
            series = List.copyOf(series);
            if (!(ceiling > 0)) {
                throw new IllegalArgumentException("ErrorFigure.Panel needs ceiling > 0, got " + ceiling);
            }
        }

        /// A panel whose errors count as diverged only if they are not finite.
        ///
        /// @param title the problem
        /// @param series its curves
        /// @param floor what exact draws score
        public Panel(String title, List<Series> series, Floor floor) {
            this(title, series, floor, Double.POSITIVE_INFINITY);
        }
    }

    /// One curve.
    ///
    /// @param name the sampler; equal names look the same in all panels
    /// @param points joined in order of their evaluations
    /// @param order the order that was fitted to it
    public record Series(String name, List<Point> points, Order order) {
        /// Sorts the points by evaluations.
        public Series {
            points = points.stream()
                    .sorted((a, b) -> Double.compare(a.evaluations, b.evaluations))
                    .toList();
        }
    }

    /// An error and what it took.
    ///
    /// @param evaluations of the denoiser, `> 0`
    /// @param error `≥ 0`, or not finite where the sampler diverged
    /// @param standardError of the error, drawn as a bar of one in each direction; 0 for exact numbers, and
    ///     without a bar if it is not finite
    public record Point(double evaluations, double error, double standardError) {
        /// Checks the numbers.
        public Point {
            if (!(evaluations > 0 && evaluations <= 1e300)) {
                throw new IllegalArgumentException("ErrorFigure.Point needs evaluations > 0, got " + evaluations);
            }
            if (error < 0 || standardError < 0) {
                throw new IllegalArgumentException(
                        "ErrorFigure.Point needs error >= 0 and standardError >= 0, got error=" + error
                                + ", standardError=" + standardError);
            }
        }

        /// An error without uncertainty.
        ///
        /// @param evaluations of the denoiser
        /// @param error the error
        /// @return the point, drawn without a bar
        public static Point exact(double evaluations, double error) {
            return new Point(evaluations, error, 0);
        }
    }

    /// What exact draws score: errors below it cannot be seen.
    public sealed interface Floor {
        /// There is none, as for exact numbers.
        record None() implements Floor {}

        /// A dashed line, with a band of two standard errors in each direction.
        ///
        /// @param value the mean score of exact draws, `> 0`
        /// @param standardError its standard error, `≥ 0`
        record At(double value, double standardError) implements Floor {
            /// Checks the numbers.
            public At {
                if (!(value >= 1e-200 && value <= 1e200 && standardError >= 0)) {
                    throw new IllegalArgumentException(
                            "ErrorFigure.Floor needs 1e-200 <= value <= 1e200 and standardError >= 0, got value="
                                    + value + ", standardError=" + standardError);
                }
            }
        }
    }

    /// How fast an error falls.
    public sealed interface Order {
        /// It was not fitted, or the curve is at its floor.
        record None() implements Order {}

        /// A thin line of slope `−order` through the geometric mean of the points within a range, with a label,
        /// where that covers no data, and only in panels of at most eight fitted orders.
        ///
        /// @param order the fitted order, finite
        /// @param from the fewest evaluations of the fit, `> 0`
        /// @param to the most, `≥ from`
        record Fitted(double order, double from, double to) implements Order {
            /// Checks the numbers.
            public Fitted {
                if (!(Math.abs(order) <= 100 && from > 0 && from <= to && to <= 1e300)) {
                    throw new IllegalArgumentException(
                            "ErrorFigure.Order needs a finite order and 0 < from <= to, got order=" + order + ", from="
                                    + from + ", to=" + to);
                }
            }
        }
    }
}
