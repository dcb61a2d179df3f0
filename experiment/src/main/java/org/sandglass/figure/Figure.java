package org.sandglass.figure;

/// A figure as data: what it shows, not how it is drawn. [Svg#text] draws it.
///
/// Every kind is a record whose constructor refuses data that belong together and do not match; numbers that
/// are not finite are shown as what they are (gaps, marks at the edge) or left out, and a figure without data
/// says so.
public sealed interface Figure
        permits ErrorFigure, PlaneFigure, ChartFigure, Charted, FanFigure, PairFigure, TileFigure {
    /// What stands around it.
    ///
    /// @return title, caption and width
    Sheet sheet();
}
