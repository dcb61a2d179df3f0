package org.sandglass.figure;

import java.util.List;

/// The marks of an axis.
///
/// @param major those with a label
/// @param minor the places of those without
/// @param factor what all labels are multiplied with, as ` (×10^{5})`, or empty
record Ticks(List<Tick> major, List<Double> minor, String factor) {
    /// A place with its label.
    record Tick(double value, String label) {}

    /// Which way an axis runs: labels beside each other need their widths, labels over each other a line each.
    enum Direction {
        ACROSS,
        UP
    }

    private static final Lettering LETTERING = Lettering.small("#000000");

    /// The densest ticks whose labels do not touch.
    ///
    /// @param length of the axis, in pixels
    static Ticks of(Scale scale, double length, Direction direction) {
        return switch (scale) {
            case Scale.Linear linear -> LinearTicks.of(linear, length, direction);
            case Scale.Falling falling -> LinearTicks.of(falling, length, direction);
            case Scale.Count count -> LinearTicks.whole(count, length, direction);
            case Scale.Log log -> LogTicks.of(log, length, direction);
        };
    }

    /// The width of the widest label.
    double widest() {
        return major.stream().mapToDouble(tick -> width(tick.label)).max().orElse(0);
    }

    /// Whether no two labels come too near.
    boolean fit(Scale scale, double length, Direction direction) {
        for (int i = 1; i < major.size(); i++) {
            Tick a = major.get(i - 1);
            Tick b = major.get(i);
            double apart = length * Math.abs(scale.share(b.value) - scale.share(a.value));
            double needed = switch (direction) {
                case ACROSS -> (width(a.label) + width(b.label)) / 2 + 7;
                case UP -> 1.7 * LETTERING.size();
            };
            if (apart < needed) {
                return false;
            }
        }
        return true;
    }

    private static double width(String label) {
        return RichText.of(label).width(LETTERING);
    }
}
