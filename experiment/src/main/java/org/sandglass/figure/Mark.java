package org.sandglass.figure;

import org.sandglass.linalg.Points;

/// Something drawn into a [Chart]. Marks of one name have one colour and one entry in the legend; an empty name
/// has none, and the colour of ink. Numbers that are not finite leave gaps.
public sealed interface Mark {
    /// The name in the legend.
    ///
    /// @return it, or an empty text
    String name();

    /// How a line is drawn.
    enum Look {
        /// Continuous.
        SOLID,
        /// In dashes, for what is exact or wanted.
        DASHED,
        /// Continuous and thin, for one of many.
        THIN
    }

    /// A line through points, from left to right as they come.
    ///
    /// @param name its name
    /// @param points n × 2
    /// @param look how it is drawn
    record Curve(String name, Points points, Look look) implements Mark {
        /// Checks the dimension.
        public Curve {
            Planar.check("Mark.Curve", points);
        }
    }

    /// Points without a line.
    ///
    /// @param name their name
    /// @param points n × 2
    record Dots(String name, Points points) implements Mark {
        /// Checks the dimension.
        public Dots {
            Planar.check("Mark.Dots", points);
        }
    }

    /// Values with intervals.
    ///
    /// @param name their name
    /// @param points n × 4: place, value, lower and upper end of its interval
    record Intervals(String name, Points points) implements Mark {
        /// Checks the dimension.
        public Intervals {
            Planar.columns("Mark.Intervals", points, 4);
        }
    }

    /// The area between two lines.
    ///
    /// @param name its name
    /// @param points n × 3: place, lower and upper value
    record Band(String name, Points points) implements Mark {
        /// Checks the dimension.
        public Band {
            Planar.columns("Mark.Band", points, 3);
        }
    }

    /// Bars that stand on 0, or on the lower edge of a logarithmic axis.
    ///
    /// @param name their name
    /// @param points n × 3: left edge, right edge, height
    record Bars(String name, Points points) implements Mark {
        /// Checks the dimension.
        public Bars {
            Planar.columns("Mark.Bars", points, 3);
        }
    }

    /// Short lines at the lower edge, one for each number.
    ///
    /// @param name their name
    /// @param points n × 1
    record Rug(String name, Points points) implements Mark {
        /// Checks the dimension.
        public Rug {
            Planar.columns("Mark.Rug", points, 1);
        }
    }

    /// A line across the panel, dashed.
    ///
    /// @param name what it is
    /// @param value where
    record Level(String name, double value) implements Mark {}

    /// A stretch of the horizontal axis, shaded all the way up, with a line in its middle: a number that is known to
    /// lie there.
    ///
    /// @param name what is known
    /// @param middle the number
    /// @param half how far the stretch goes to either side, `≥ 0`
    record Zone(String name, double middle, double half) implements Mark {}

    /// Lines up the panel, dotted: where something happened.
    ///
    /// @param name what happened
    /// @param points n × 1
    record Events(String name, Points points) implements Mark {
        /// Checks the dimension.
        public Events {
            Planar.columns("Mark.Events", points, 1);
        }
    }
}
