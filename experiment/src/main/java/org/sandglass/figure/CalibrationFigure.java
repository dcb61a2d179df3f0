package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;

/// Whether stated probabilities are right: how often something happened against how often it should have, as
/// the share of p-values below a level, or of intervals that held the truth. Right ones lie on the diagonal.
///
/// @param sheet title, caption and width
/// @param stated what the horizontal axis is, as `stated level`
/// @param observed what the vertical axis is, as `share of runs`
/// @param series the metrics
public record CalibrationFigure(Sheet sheet, String stated, String observed, List<Series> series) implements Charted {
    /// One metric.
    ///
    /// @param name which
    /// @param points n × 4: stated probability, observed share, lower and upper end of its interval
    public record Series(String name, Points points) {
        /// Checks the dimension.
        public Series {
            Planar.columns("CalibrationFigure.Series", points, 4);
        }
    }

    /// Takes a copy of the list.
    public CalibrationFigure {
        series = List.copyOf(series);
    }

    @Override
    public ChartFigure chart() {
        List<Mark> marks = new ArrayList<>();
        Points diagonal = Points.of(new double[] {0, 0}, new double[] {1, 1});
        marks.add(new Mark.Curve("", diagonal, Mark.Look.DASHED));
        for (Series one : series) {
            marks.add(new Mark.Curve(one.name, line(one.points), Mark.Look.THIN));
            marks.add(new Mark.Intervals(one.name, one.points));
        }
        Measure across = Measure.between(stated, 0, 1);
        return new ChartFigure(sheet, new Chart("", across, Measure.between(observed, 0, 1), marks));
    }

    private static Points line(Points points) {
        double[][] rows = new double[points.n()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {points.get(i, 0), points.get(i, 1)};
        }
        return rows.length == 0 ? Points.zeros(0, 2) : Points.of(rows);
    }
}
