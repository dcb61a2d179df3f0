package org.sandglass.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How fast the error of a solver falls: `error ~ steps^(−order)` over its finest steps.
sealed interface MeasuredOrder {
    /// How many of the finest points are looked at, at most.
    int MOST_POINTS = 3;

    /// What is rounding, in units of the size of the data.
    double ROUNDING = 1e-12;

    /// The slope of `−ln error` against `ln steps`, by least squares.
    ///
    /// @param error the kind of error
    /// @param order the slope
    /// @param uncertainty its standard error: the larger of what the errors of the points and their deviations from
    ///     the line give; 0 for two exact points, which tell nothing of it
    /// @param points how many, `≥ 2`
    /// @param from the fewest steps among them
    /// @param to the most
    record Slope(String error, double order, double uncertainty, int points, int from, int to)
            implements MeasuredOrder {}

    /// All points but one at most are at the floor, or are rounding.
    ///
    /// @param error the kind of error
    record AtFloor(String error) implements MeasuredOrder {}

    /// There are too few points, or the finest failed.
    ///
    /// @param why in a word or two
    record Unknown(String why) implements MeasuredOrder {}

    /// The order of a curve.
    ///
    /// @param error the kind of error
    /// @param rows of one curve, with more and more steps
    /// @param size of the data, next to which rounding is small
    static MeasuredOrder of(String error, List<Row> rows, double size) {
        if (rows.isEmpty() || rows.getLast().verdict().failure().isPresent()) {
            return new Unknown(rows.isEmpty() ? "no cells" : "the finest failed");
        }
        List<Point> points = finest(error, rows, size);
        if (points.size() >= 2) {
            return slope(error, points);
        }
        boolean atFloor = rows.size() > points.size() && rows.getLast().has(error) && rows.size() > 1;
        return atFloor ? new AtFloor(error) : new Unknown("too few points");
    }

    /// A point of the curve in logarithms, and the standard error of the logarithm of the error.
    ///
    /// @param steps how many
    /// @param y `ln error`
    /// @param noise of `y`
    record Point(int steps, double y, double noise) {
        /// `ln steps`.
        double x() {
            return Math.log(steps);
        }
    }

    /// The last points that are clearly above their floors, one for each number of steps, the finest first.
    private static List<Point> finest(String error, List<Row> rows, double size) {
        List<Point> points = new ArrayList<>();
        int steps = 0;
        for (Row row : rows.reversed()) {
            if (row.steps() == steps || points.size() == MOST_POINTS || !row.has(error)) {
                continue;
            }
            steps = row.steps();
            ErrorValue value = row.error(error);
            if (value.isClearlyAboveFloor() && value.value() > ROUNDING * size && Double.isFinite(value.value())) {
                points.add(new Point(steps, Math.log(value.value()), noise(error, value)));
            }
        }
        return points;
    }

    /// All numbers of steps carry the same points to the same ends, so what noise there is in the distance to the flow
    /// is one factor for all of them.
    private static double noise(String error, ErrorValue value) {
        return error.equals(DrawingJudge.TO_FLOW) ? 0 : value.standardError() / value.value();
    }

    private static Slope slope(String error, List<Point> points) {
        int n = points.size();
        double meanX = points.stream().mapToDouble(Point::x).sum() / n;
        double meanY = points.stream().mapToDouble(Point::y).sum() / n;
        double xx = 0;
        double xy = 0;
        double noise = 0;
        for (Point point : points) {
            double x = point.x() - meanX;
            xx += x * x;
            xy += x * (point.y - meanY);
            noise += Math.pow(x * point.noise, 2);
        }
        double slope = xy / xx;
        double rest = 0;
        for (Point point : points) {
            rest += Math.pow(point.y - meanY - slope * (point.x() - meanX), 2);
        }
        double ofRest = n > 2 ? Math.sqrt(rest / (n - 2) / xx) : 0;
        double uncertainty = Math.max(ofRest, Math.sqrt(noise) / xx);
        return new Slope(error, -slope, uncertainty, n, points.getLast().steps, points.getFirst().steps);
    }

    /// The entries for results.
    default SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        switch (this) {
            case Slope slope -> {
                document.put("error", slope.error);
                document.put("order", slope.order);
                document.put("uncertainty", slope.uncertainty);
                document.put("points", slope.points);
                document.put("steps", List.of(slope.from, slope.to));
            }
            case AtFloor(String error) -> {
                document.put("error", error);
                document.put("order", "at the floor");
            }
            case Unknown(String why) -> document.put("order", "unknown: " + why);
        }
        return document;
    }
}
