package org.sandglass.figure;

import java.util.List;

/// Curves, histograms, bands and levels over a line, in one panel or several.
///
/// The kinds of figure that are charts with fixed parts are made from these.
///
/// @param sheet title, caption and width
/// @param charts the panels, at least one
/// @param arrangement how they stand
public record ChartFigure(Sheet sheet, List<Chart> charts, Arrangement arrangement) implements Figure {
    /// How several charts stand.
    public enum Arrangement {
        /// As many beside each other as there is room for.
        ROWS,
        /// One over the other, with horizontal axes of one length.
        STACK
    }

    /// Takes a copy of the charts.
    public ChartFigure {
        charts = List.copyOf(charts);
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("ChartFigure needs at least one chart, got none");
        }
    }

    /// One chart.
    ///
    /// @param sheet title, caption and width
    /// @param chart the panel
    public ChartFigure(Sheet sheet, Chart chart) {
        this(sheet, List.of(chart), Arrangement.ROWS);
    }
}
