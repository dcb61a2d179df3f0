package org.sandglass.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;

/// Lays out a [PairFigure]: row `j` and column `i ≤ j` show coordinates `j` and `i`.
///
/// @param figure what to draw
/// @param canvas where to
/// @param theme in which colours
record PairDrawing(PairFigure figure, Canvas canvas, Theme theme) {
    private static final double GAP = 6;
    private static final int BINS = 24;

    Svg.Drawn draw(Box room) {
        int d = figure.names().size();
        double left = left(room.width() / d);
        double side = (room.width() - left - 6 - GAP * (d - 1)) / d;
        for (int j = 0; j < d; j++) {
            for (int i = 0; i <= j; i++) {
                Box box = new Box(room.x() + left + i * (side + GAP), room.y() + 4 + j * (side + GAP), side, side);
                if (i == j) {
                    diagonal(i, box, j == d - 1);
                } else {
                    pair(i, j, box, j == d - 1);
                }
            }
        }
        double bottom = room.y() + 4 + d * (side + GAP) - GAP + 32;
        return new Svg.Drawn(
                new Legend(entries()).draw(canvas, theme, new Box(room.x(), bottom + 6, room.width(), 0)), "");
    }

    /// The room for the ticks and labels of the first column.
    private double left(double side) {
        return IntStream.range(1, figure.names().size())
                .mapToObj(j -> new Axis(figure.names().get(j), scale(j)))
                .mapToDouble(up -> Plot.margins(side, 0.8 * side, "", up, up).left())
                .max()
                .orElseThrow();
    }

    private Scale scale(int i) {
        Extent extent = new Extent();
        for (PairFigure.Cloud cloud : figure.clouds()) {
            for (int k = 0; k < cloud.points().n(); k++) {
                extent.add(cloud.points().get(k, i));
            }
        }
        if (!figure.curves().isEmpty()) {
            addBulk(extent, figure.curves().get(i));
        }
        return extent.linear(0.05);
    }

    /// Adds the values where a density is above a hundredth of its greatest.
    private static void addBulk(Extent extent, Points curve) {
        double greatest = IntStream.range(0, curve.n())
                .mapToDouble(k -> curve.get(k, 1))
                .max()
                .orElse(0);
        IntStream.range(0, curve.n())
                .filter(k -> curve.get(k, 1) > greatest / 100)
                .forEach(k -> extent.add(curve.get(k, 0)));
    }

    private void pair(int i, int j, Box box, boolean lowest) {
        Plot plot = plot(box, scale(i), scale(j), i, j);
        plot.frame("", new Plot.Sides(lowest, i == 0));
        plot.open();
        for (Grid plane : figure.plane(i, j)) {
            for (double level : plane.levelsOfMass(0.5, 0.9, 0.99)) {
                Outline outline = new Outline();
                Contours.lines(plane, level).forEach(line -> line.addTo(outline, plot));
                canvas.path("contour", outline, Ink.line(theme.ink(), 0.7));
            }
        }
        for (int c = 0; c < figure.clouds().size(); c++) {
            Points points = figure.clouds().get(c).points();
            Outline dots = new Outline();
            for (int k = 0; k < points.n(); k++) {
                if (Double.isFinite(points.get(k, i)) && Double.isFinite(points.get(k, j))) {
                    dots.dot(plot.px(points.get(k, i)), plot.py(points.get(k, j)));
                }
            }
            canvas.dots(dots, points.n() > 400 ? 1.4 : 2, theme.series(c), 0.6);
        }
        plot.close();
    }

    private Plot plot(Box box, Scale across, Scale up, int i, int j) {
        return new Plot(
                canvas,
                theme,
                box,
                new Axis(figure.names().get(i), across),
                new Axis(figure.names().get(j), up));
    }

    private void diagonal(int i, Box box, boolean lowest) {
        Scale across = scale(i);
        List<Points> bars = figure.clouds().stream()
                .map(cloud -> Histogram.of(column(cloud.points(), i), across, BINS, all()))
                .toList();
        Extent heights = new Extent();
        bars.forEach(each -> IntStream.range(0, each.n()).forEach(k -> heights.add(each.get(k, 2))));
        List<Points> curve =
                figure.curves().isEmpty() ? List.of() : List.of(figure.curves().get(i));
        curve.forEach(each -> IntStream.range(0, each.n()).forEach(k -> heights.add(each.get(k, 1))));
        Plot plot = new Plot(
                canvas, theme, box, new Axis(figure.names().get(i), across), new Axis("", heights.fromZero(0.08)));
        plot.frameBelow(lowest);
        plot.open();
        for (int c = 0; c < bars.size(); c++) {
            canvas.path(
                    "bars",
                    outline(bars.get(c), plot),
                    Ink.area(theme.series(c)).faint(0.45));
        }
        curve.forEach(each -> canvas.path("curve", line(each, plot), Ink.line(theme.ink(), 1)));
        plot.close();
    }

    /// How many points there are together: the bars of all clouds over each other have an area of 1.
    private int all() {
        return figure.clouds().stream().mapToInt(cloud -> cloud.points().n()).sum();
    }

    private static Points column(Points points, int i) {
        double[] values = IntStream.range(0, points.n())
                .mapToDouble(k -> points.get(k, i))
                .toArray();
        return Points.wrap(values, values.length, 1);
    }

    private static Outline outline(Points bars, Plot plot) {
        Outline outline = new Outline();
        for (int k = 0; k < bars.n(); k++) {
            double left = plot.px(bars.get(k, 0));
            double top = plot.py(bars.get(k, 2));
            outline.rectangle(new Box(left, top, plot.px(bars.get(k, 1)) - left, plot.py(0) - top));
        }
        return outline;
    }

    private static Outline line(Points curve, Plot plot) {
        Outline outline = new Outline();
        for (int k = 0; k < curve.n(); k++) {
            if (Double.isFinite(curve.get(k, 0)) && Double.isFinite(curve.get(k, 1))) {
                if (outline.isEmpty()) {
                    outline.move(plot.px(curve.get(k, 0)), plot.py(curve.get(k, 1)));
                } else {
                    outline.line(plot.px(curve.get(k, 0)), plot.py(curve.get(k, 1)));
                }
            }
        }
        return outline;
    }

    private List<Legend.Entry> entries() {
        return IntStream.range(0, figure.clouds().size())
                .mapToObj(c -> new Legend.Entry(
                        figure.clouds().get(c).name(), Legend.point(Marker.CIRCLE, Ink.area(theme.series(c)))))
                .toList();
    }
}
