package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;

/// Losses of a training, with the exact optimum as a line that they cannot cross but by chance.
///
/// @param sheet title, caption and width
/// @param loss what the loss is, with its unit
/// @param kind a linear or a logarithmic vertical axis
/// @param runs curves of losses
/// @param optima lines at exact values, often one
public record LossFigure(Sheet sheet, String loss, Measure.Kind kind, List<Run> runs, List<Optimum> optima)
        implements Charted {
    /// One curve.
    ///
    /// @param name as `training`, `held out`
    /// @param losses n × 2: step and loss
    public record Run(String name, Points losses) {
        /// Checks the dimension.
        public Run {
            Planar.check("LossFigure.Run", losses);
        }
    }

    /// An exact value.
    ///
    /// @param name what it is the optimum of
    /// @param value the least expected loss
    public record Optimum(String name, double value) {}

    /// Takes copies of the lists.
    public LossFigure {
        runs = List.copyOf(runs);
        optima = List.copyOf(optima);
    }

    @Override
    public ChartFigure chart() {
        List<Mark> marks = new ArrayList<>();
        runs.forEach(run -> marks.add(new Mark.Curve(run.name, run.losses, Mark.Look.SOLID)));
        optima.forEach(optimum -> marks.add(new Mark.Level(optimum.name, optimum.value)));
        Measure up = new Measure(loss, kind, new Measure.Range.Data());
        return new ChartFigure(sheet, new Chart("", Measure.of("step"), up, marks));
    }
}
