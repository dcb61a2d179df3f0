package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;

/// Masses of modes against the truth: a bar for each true mass, and beside each other the estimates with their
/// intervals.
///
/// @param sheet title, caption and width
/// @param truth the true masses, k × 1
/// @param estimates any number
public record MassFigure(Sheet sheet, Points truth, List<Estimate> estimates) implements Charted {
    /// Estimates of all masses.
    ///
    /// @param name whose they are
    /// @param masses k × 3: mass, lower and upper end of its interval
    public record Estimate(String name, Points masses) {
        /// Checks the dimension.
        public Estimate {
            Planar.columns("MassFigure.Estimate", masses, 3);
        }
    }

    /// Checks that there are as many estimates as true masses.
    public MassFigure {
        estimates = List.copyOf(estimates);
        Planar.columns("MassFigure", truth, 1);
        for (Estimate estimate : estimates) {
            if (estimate.masses.n() != truth.n()) {
                throw new IllegalArgumentException("MassFigure needs as many masses as the truth, " + truth.n()
                        + ", got " + estimate.masses.n() + " of " + estimate.name);
            }
        }
    }

    @Override
    public ChartFigure chart() {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Bars("truth", bars()));
        for (int e = 0; e < estimates.size(); e++) {
            double offset = 0.6 * ((e + 0.5) / estimates.size() - 0.5);
            marks.add(new Mark.Intervals(estimates.get(e).name, beside(estimates.get(e).masses, offset)));
        }
        Measure.Range all = new Measure.Range.Between(0.4, Math.max(1, truth.n()) + 0.6);
        Measure across = new Measure("mode", Measure.Kind.COUNT, all);
        return new ChartFigure(sheet, new Chart("", across, Measure.fromZero("mass"), marks));
    }

    private Points bars() {
        double[][] rows = new double[truth.n()][];
        for (int k = 0; k < truth.n(); k++) {
            rows[k] = new double[] {k + 0.6, k + 1.4, truth.get(k, 0)};
        }
        return rows.length == 0 ? Points.zeros(0, 3) : Points.of(rows);
    }

    private static Points beside(Points masses, double offset) {
        double[][] rows = new double[masses.n()][];
        for (int k = 0; k < masses.n(); k++) {
            rows[k] = new double[] {k + 1 + offset, masses.get(k, 0), masses.get(k, 1), masses.get(k, 2)};
        }
        return rows.length == 0 ? Points.zeros(0, 4) : Points.of(rows);
    }
}
