package org.sandglass.figure;

import java.util.function.BiConsumer;
import org.sandglass.linalg.Points;

/// Which numbers the axes of a chart have to show.
final class ChartExtents {
    private ChartExtents() {}

    static Extent across(Chart chart) {
        Extent extent = new Extent();
        BiConsumer<Points, Integer> take = taker(extent, chart.across());
        for (Mark mark : chart.marks()) {
            switch (mark) {
                case Mark.Curve curve -> take.accept(curve.points(), 0);
                case Mark.Dots dots -> take.accept(dots.points(), 0);
                case Mark.Intervals intervals -> take.accept(intervals.points(), 0);
                case Mark.Band band -> take.accept(band.points(), 0);
                case Mark.Bars bars -> {
                    take.accept(bars.points(), 0);
                    take.accept(bars.points(), 1);
                }
                case Mark.Rug rug -> take.accept(rug.points(), 0);
                case Mark.Events events -> take.accept(events.points(), 0);
                case Mark.Zone _, Mark.Level _ -> {}
            }
        }
        return extent;
    }

    static Extent up(Chart chart) {
        Extent extent = new Extent();
        BiConsumer<Points, Integer> take = taker(extent, chart.up());
        for (Mark mark : chart.marks()) {
            switch (mark) {
                case Mark.Curve curve -> take.accept(curve.points(), 1);
                case Mark.Dots dots -> take.accept(dots.points(), 1);
                case Mark.Intervals intervals -> {
                    take.accept(intervals.points(), 1);
                    take.accept(intervals.points(), 2);
                    take.accept(intervals.points(), 3);
                }
                case Mark.Band band -> {
                    take.accept(band.points(), 1);
                    take.accept(band.points(), 2);
                }
                case Mark.Bars bars -> take.accept(bars.points(), 2);
                case Mark.Level(String _, double value) -> take.accept(Points.of(new double[] {value}), 0);
                case Mark.Rug _, Mark.Events _, Mark.Zone _ -> {}
            }
        }
        return extent;
    }

    /// Adds a column of points, as far as the axis has places for them.
    private static BiConsumer<Points, Integer> taker(Extent extent, Measure measure) {
        return (points, column) -> {
            for (int i = 0; i < points.n(); i++) {
                double value = points.get(i, column);
                if (measure.kind() == Measure.Kind.LOG) {
                    extent.addPositive(value);
                } else {
                    extent.add(value);
                }
            }
        };
    }
}
