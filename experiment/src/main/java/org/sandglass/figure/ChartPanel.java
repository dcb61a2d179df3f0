package org.sandglass.figure;

import java.util.Map;
import java.util.Objects;
import org.sandglass.linalg.Points;

/// Draws one chart.
///
/// @param chart what to draw
/// @param plot where to
/// @param canvas what collects the marks
/// @param theme in which colours
/// @param colours the colour of each name
record ChartPanel(Chart chart, Plot plot, Canvas canvas, Theme theme, Map<String, String> colours) {
    void draw() {
        plot.frame(chart.title());
        plot.open();
        chart.marks().stream().filter(ChartPanel::isArea).forEach(this::group);
        chart.marks().stream().filter(mark -> !isArea(mark)).forEach(this::group);
        if (chart.marks().stream().allMatch(ChartPanel::isEmpty)) {
            plot.message("no data");
        }
        plot.close();
    }

    private void group(Mark mark) {
        canvas.open(ChartInks.word(mark), mark.name());
        draw(mark, Objects.requireNonNull(colours.get(mark.name())));
        canvas.close();
    }

    /// Areas lie under all lines, wherever they stand in the list.
    private static boolean isArea(Mark mark) {
        return mark instanceof Mark.Bars || mark instanceof Mark.Band || mark instanceof Mark.Zone;
    }

    private static boolean isEmpty(Mark mark) {
        return switch (mark) {
            case Mark.Curve curve -> curve.points().n() == 0;
            case Mark.Dots dots -> dots.points().n() == 0;
            case Mark.Intervals intervals -> intervals.points().n() == 0;
            case Mark.Band band -> band.points().n() == 0;
            case Mark.Bars bars -> bars.points().n() == 0;
            case Mark.Rug rug -> rug.points().n() == 0;
            case Mark.Events _, Mark.Level _, Mark.Zone _ -> true;
        };
    }

    private void draw(Mark mark, String colour) {
        switch (mark) {
            case Mark.Curve curve -> canvas.path(line(curve.points()), ChartInks.ink(curve.look(), colour));
            case Mark.Dots dots -> canvas.path(circles(dots.points()), Ink.area(colour));
            case Mark.Intervals intervals -> intervals(intervals.points(), colour);
            case Mark.Band band -> canvas.path(band(band.points()), ChartInks.area(colour));
            case Mark.Bars bars -> canvas.path(bars(bars.points()), ChartInks.area(colour));
            case Mark.Rug rug ->
                canvas.path(upright(rug.points(), 6), Ink.line(colour, 0.6).faint(0.6));
            case Mark.Level(String _, double value) -> level(value, colour);
            case Mark.Zone zone -> zone(zone, colour);
            case Mark.Events events ->
                canvas.path(upright(events.points(), plot.box().height()), ChartInks.event(colour));
        }
    }

    private boolean hasPlace(double x, double y) {
        return Double.isFinite(plot.x(x)) && Double.isFinite(plot.y(y));
    }

    /// A line with gaps.
    private Outline line(Points points) {
        Outline outline = new Outline();
        boolean drawing = false;
        for (int i = 0; i < points.n(); i++) {
            double x = points.get(i, 0);
            double y = points.get(i, 1);
            if (hasPlace(x, y) && drawing) {
                outline.line(plot.px(x), plot.py(y));
            } else if (hasPlace(x, y)) {
                outline.move(plot.px(x), plot.py(y));
            }
            drawing = hasPlace(x, y);
        }
        return outline;
    }

    /// Forth along the upper values and back along the lower ones; rows without a place are left out.
    private Outline band(Points points) {
        Outline outline = new Outline();
        int n = points.n();
        for (int k = 0; k < 2 * n; k++) {
            int i = k < n ? k : 2 * n - 1 - k;
            double x = points.get(i, 0);
            if (hasPlace(x, points.get(i, 1)) && hasPlace(x, points.get(i, 2))) {
                double y = plot.py(points.get(i, k < n ? 2 : 1));
                if (outline.isEmpty()) {
                    outline.move(plot.px(x), y);
                } else {
                    outline.line(plot.px(x), y);
                }
            }
        }
        return outline.isEmpty() ? outline : outline.close();
    }

    private Outline circles(Points points) {
        Outline outline = new Outline();
        for (int i = 0; i < points.n(); i++) {
            if (hasPlace(points.get(i, 0), points.get(i, 1))) {
                outline.circle(plot.px(points.get(i, 0)), plot.py(points.get(i, 1)), 2.4);
            }
        }
        return outline;
    }

    private void intervals(Points points, String colour) {
        Outline lines = new Outline();
        for (int i = 0; i < points.n(); i++) {
            double x = points.get(i, 0);
            if (hasPlace(x, points.get(i, 2)) && hasPlace(x, points.get(i, 3))) {
                lines.move(plot.px(x), plot.py(points.get(i, 2))).line(plot.px(x), plot.py(points.get(i, 3)));
            }
        }
        canvas.path("whiskers", lines, Ink.line(colour, 1.2));
        canvas.path("marks", circles(points), Ink.area(colour));
    }

    private Outline bars(Points points) {
        Outline outline = new Outline();
        double foot = Double.isFinite(plot.y(0)) ? plot.py(0) : plot.box().bottom();
        for (int i = 0; i < points.n(); i++) {
            double left = points.get(i, 0);
            double right = points.get(i, 1);
            double height = points.get(i, 2);
            if (hasPlace(left, height) && hasPlace(right, height)) {
                outline.move(plot.px(left), foot).line(plot.px(left), plot.py(height));
                outline.line(plot.px(right), plot.py(height))
                        .line(plot.px(right), foot)
                        .close();
            }
        }
        return outline;
    }

    private Outline upright(Points points, double length) {
        Outline outline = new Outline();
        double foot = plot.box().bottom();
        for (int i = 0; i < points.n(); i++) {
            if (Double.isFinite(plot.x(points.get(i, 0)))) {
                double x = plot.px(points.get(i, 0));
                outline.move(x, foot).line(x, foot - length);
            }
        }
        return outline;
    }

    private void zone(Mark.Zone zone, String colour) {
        double from = plot.x(zone.middle() - zone.half());
        double to = plot.x(zone.middle() + zone.half());
        if (Double.isFinite(from) && Double.isFinite(to)) {
            Box box = plot.box();
            double left = plot.px(zone.middle() - zone.half());
            double right = plot.px(zone.middle() + zone.half());
            if (right > left) {
                Outline band = new Outline();
                band.rectangle(new Box(left, box.y(), right - left, box.height()));
                canvas.path("band", band, Ink.area(colour).faint(0.18));
            }
            double x = plot.px(zone.middle());
            Outline line = new Outline().move(x, box.bottom()).line(x, box.y());
            canvas.path("line", line, ChartInks.zone(colour));
        }
    }

    private void level(double value, String colour) {
        if (Double.isFinite(plot.y(value))) {
            Box box = plot.box();
            canvas.line(box.x(), plot.py(value), box.right(), plot.py(value), ChartInks.level(colour));
        }
    }
}
