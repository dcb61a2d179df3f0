package org.sandglass.figure;

import java.util.List;
import org.sandglass.linalg.Points;

/// Trajectories on the line as a fan between the density where they begin and the one where they end.
///
/// Of all paths some are drawn, at evenly spaced ranks of their last or first value, coloured by rank from least
/// to greatest. Cuts divide the time into panels with a vertical range each: towards data, paths that spread over
/// tens at the beginning may differ by hundredths.
///
/// @param sheet title, caption and width
/// @param quantity what moves, with its unit
/// @param time the label of the times
/// @param times of the columns, strictly rising or falling; drawn from the first to the last
/// @param paths one row each, a value per time
/// @param start the density at the first time, n × 2: value and density; no rows for none
/// @param end the density at the last time
/// @param count how many paths are drawn at most, at least 1
/// @param by which value ranks the paths: at the end where data are, colours show where they come from or go to
/// @param cuts times between the first and the last, in the order of the times
public record FanFigure(
        Sheet sheet,
        String quantity,
        String time,
        List<Double> times,
        Points paths,
        Points start,
        Points end,
        int count,
        By by,
        List<Double> cuts)
        implements Figure {
    /// Which value of a path is its rank's.
    public enum By {
        /// The first.
        START,
        /// The last.
        END
    }

    /// Checks that the parts match.
    public FanFigure {
        times = List.copyOf(times);
        cuts = List.copyOf(cuts);
        Planar.columns("FanFigure", paths, times.size());
        Planar.check("FanFigure start", start);
        Planar.check("FanFigure end", end);
        if (times.size() < 2 || !isMonotone(times)) {
            throw new IllegalArgumentException("FanFigure needs at least two times, rising or falling, got " + times);
        }
        if (count < 1) {
            throw new IllegalArgumentException("FanFigure needs count >= 1, got " + count);
        }
        checkCuts(times, cuts);
    }

    private static boolean isMonotone(List<Double> times) {
        double direction = Math.signum(times.get(1) - times.get(0));
        for (int i = 1; i < times.size(); i++) {
            double step = times.get(i) - times.get(i - 1);
            if (!(step * direction > 0 && Double.isFinite(step))) {
                return false;
            }
        }
        return true;
    }

    private static void checkCuts(List<Double> times, List<Double> cuts) {
        double direction = times.get(1) - times.get(0);
        double before = times.getFirst();
        for (double cut : cuts) {
            if (!((cut - before) * direction > 0 && (times.getLast() - cut) * direction > 0)) {
                throw new IllegalArgumentException(
                        "FanFigure needs cuts between its times, in their order, got " + cuts);
            }
            before = cut;
        }
    }
}
