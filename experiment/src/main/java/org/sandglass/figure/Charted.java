package org.sandglass.figure;

/// A kind of figure that is a chart with fixed parts.
public sealed interface Charted extends Figure
        permits DensityFigure, MassFigure, TraceFigure, LossFigure, CalibrationFigure {
    /// The chart, to be drawn as it is or changed.
    ///
    /// @return the same figure in its parts
    ChartFigure chart();
}
