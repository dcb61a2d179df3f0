package org.sandglass.figure;

import java.util.List;

/// One panel of a [ChartFigure].
///
/// @param title of the panel; may be empty
/// @param across the horizontal axis
/// @param up the vertical axis
/// @param marks what is drawn, the first lowest, but areas under all lines; colours go in this order
public record Chart(String title, Measure across, Measure up, List<Mark> marks) {
    /// Takes a copy of the marks.
    public Chart {
        marks = List.copyOf(marks);
    }
}
