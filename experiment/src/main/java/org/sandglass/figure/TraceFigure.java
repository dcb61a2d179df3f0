package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;

/// The weights of particles over a run: above, the effective sample size with its threshold and the steps that
/// resampled; below, the median and a band of the log weights.
///
/// @param sheet title, caption and width
/// @param ess n × 2: step and effective sample size divided by the number of particles
/// @param threshold below which particles are resampled; NaN if there is none
/// @param resampled n × 1: the steps after which they were
/// @param logWeights n × 4: step, lower end, median, upper end; no rows for no second panel
public record TraceFigure(Sheet sheet, Points ess, double threshold, Points resampled, Points logWeights)
        implements Charted {
    /// Checks the dimensions.
    public TraceFigure {
        Planar.check("TraceFigure ess", ess);
        Planar.columns("TraceFigure resampled", resampled, 1);
        Planar.columns("TraceFigure logWeights", logWeights, 4);
    }

    @Override
    public ChartFigure chart() {
        List<Mark> marks = new ArrayList<>();
        if (resampled.n() > 0) {
            marks.add(new Mark.Events("resampled", resampled));
        }
        if (Double.isFinite(threshold)) {
            marks.add(new Mark.Level("threshold", threshold));
        }
        marks.add(new Mark.Curve("ESS / N", ess, Mark.Look.SOLID));
        Measure across = Measure.of(logWeights.n() == 0 ? "step" : "");
        Chart above = new Chart("", across, Measure.between("ESS / N", 0, 1.05), marks);
        Chart below = new Chart(
                "",
                Measure.of("step"),
                Measure.of("log weight"),
                List.of(
                        new Mark.Band("log weights", columns(0, 1, 3)),
                        new Mark.Curve("median log weight", columns(0, 2), Mark.Look.SOLID)));
        List<Chart> charts = logWeights.n() == 0 ? List.of(above) : List.of(above, below);
        return new ChartFigure(sheet, charts, ChartFigure.Arrangement.STACK);
    }

    private Points columns(int... columns) {
        double[][] rows = new double[logWeights.n()][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i][j] = logWeights.get(i, columns[j]);
            }
        }
        return rows.length == 0 ? Points.zeros(0, columns.length) : Points.of(rows);
    }
}
