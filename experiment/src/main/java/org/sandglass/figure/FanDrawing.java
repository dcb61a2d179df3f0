package org.sandglass.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;

/// Lays out a [FanFigure]: a density on its side, the paths in one panel or several, the other density.
///
/// @param figure what to draw
/// @param canvas where to
/// @param theme in which colours
record FanDrawing(FanFigure figure, Canvas canvas, Theme theme) {
    private static final double GAP = 5;

    /// A stretch of time, the places of its paths, and the columns that lie in it, with one more at either side.
    private record Segment(Scale time, Scale value, int first, int last) {}

    Svg.Drawn draw(Box room) {
        List<Integer> chosen = chosen();
        List<Segment> segments = segments(chosen);
        double side = Math.clamp(room.width() / 9, 34, 60);
        double height = room.width() > 500 ? 230 : 190;
        Margins margins = segments.stream()
                .map(segment -> Plot.margins(room.width(), height, "", across(segment), up(segment)))
                .reduce(Margins::max)
                .orElseThrow();
        Box all = new Box(room.x(), room.y(), room.width(), height + margins.top() + margins.bottom()).inside(margins);
        draw(segments, chosen, margins, all, side);
        Box below = new Box(room.x(), all.bottom() + margins.bottom() + 6, room.width(), 0);
        return new Svg.Drawn(new Legend(entries()).draw(canvas, theme, below), note(chosen.size()));
    }

    private void draw(List<Segment> segments, List<Integer> chosen, Margins margins, Box all, double side) {
        double between = margins.left() + 4;
        double first = figure.start().n() == 0 ? 0 : side + GAP;
        double last = figure.end().n() == 0 ? 0 : side + GAP;
        int count = segments.size();
        double width = (all.width() - first - last - between * (count - 1)) / count;
        for (int k = 0; k < count; k++) {
            Segment segment = segments.get(k);
            Box box = new Box(all.x() + first + k * (width + between), all.y(), width, all.height());
            boolean labelled = k > 0 || first == 0;
            Plot plot = new Plot(canvas, theme, box, across(segment), up(segment));
            plot.frame("", new Plot.Sides(true, labelled));
            paths(plot, chosen, segment);
        }
        if (first > 0) {
            side(new Box(all.x(), all.y(), side, all.height()), segments.getFirst(), figure.start(), true);
        }
        if (last > 0) {
            Box box = new Box(all.right() - side, all.y(), side, all.height());
            side(box, segments.getLast(), figure.end(), false);
        }
    }

    private Axis across(Segment segment) {
        return new Axis(figure.time(), segment.time);
    }

    private Axis up(Segment segment) {
        return new Axis(figure.quantity(), segment.value);
    }

    /// The rows of the paths to draw, by rank of their last or first value; paths without one are left out.
    private List<Integer> chosen() {
        Points paths = figure.paths();
        int ranking = figure.by() == FanFigure.By.START ? 0 : paths.d() - 1;
        List<Integer> ranked = IntStream.range(0, paths.n())
                .filter(i -> Double.isFinite(paths.get(i, ranking)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> paths.get(i, ranking)))
                .toList();
        int count = Math.min(figure.count(), ranked.size());
        return IntStream.range(0, count)
                .mapToObj(k -> ranked.get((int) ((k + 0.5) * ranked.size() / count)))
                .toList();
    }

    private List<Segment> segments(List<Integer> chosen) {
        List<Double> ends = new ArrayList<>(figure.cuts());
        ends.addFirst(figure.times().getFirst());
        ends.addLast(figure.times().getLast());
        List<Segment> segments = new ArrayList<>();
        for (int k = 1; k < ends.size(); k++) {
            double from = ends.get(k - 1);
            double to = ends.get(k);
            Extent values = values(chosen, from, to);
            if (ends.size() == 2) {
                addBulk(values, figure.start());
                addBulk(values, figure.end());
            }
            segments.add(
                    new Segment(Scale.between(from, to), values.linear(0.04), columnBefore(from), columnAfter(to)));
        }
        return segments;
    }

    /// The last column at or before a time, in the direction of the paths.
    private int columnBefore(double time) {
        List<Double> times = figure.times();
        double direction = Math.signum(times.getLast() - times.getFirst());
        int column = 0;
        while (column + 1 < times.size() && direction * (times.get(column + 1) - time) <= 0) {
            column++;
        }
        return column;
    }

    private int columnAfter(double time) {
        int before = columnBefore(time);
        boolean there = figure.times().get(before) == time
                || before + 1 == figure.times().size();
        return there ? before : before + 1;
    }

    /// The range of the chosen paths within a stretch of time.
    private Extent values(List<Integer> chosen, double from, double to) {
        Extent extent = new Extent();
        for (int j = 0; j < figure.times().size(); j++) {
            double t = figure.times().get(j);
            if (t >= Math.min(from, to) && t <= Math.max(from, to)) {
                for (int i : chosen) {
                    extent.add(figure.paths().get(i, j));
                }
            }
        }
        return extent;
    }

    /// Adds the values where a density is above a hundredth of its greatest.
    private static void addBulk(Extent extent, Points law) {
        double greatest = greatest(law);
        for (int i = 0; i < law.n(); i++) {
            if (law.get(i, 1) > greatest / 100) {
                extent.add(law.get(i, 0));
            }
        }
    }

    private static double greatest(Points law) {
        return IntStream.range(0, law.n()).mapToDouble(i -> law.get(i, 1)).max().orElse(0);
    }

    private void paths(Plot plot, List<Integer> chosen, Segment segment) {
        plot.open();
        if (chosen.isEmpty()) {
            plot.message("no data");
        }
        for (int k = 0; k < chosen.size(); k++) {
            double rank = chosen.size() == 1 ? 0.5 : k / (chosen.size() - 1.0);
            Ink ink = Ink.line(theme.rank().at(rank), 0.8).faint(0.8);
            canvas.path("path", path(plot, chosen.get(k), segment), ink);
        }
        plot.close();
    }

    private Outline path(Plot plot, int i, Segment segment) {
        Outline outline = new Outline();
        boolean drawing = false;
        for (int j = segment.first; j <= segment.last; j++) {
            double value = figure.paths().get(i, j);
            if (Double.isFinite(value) && drawing) {
                outline.line(plot.px(figure.times().get(j)), plot.py(value));
            } else if (Double.isFinite(value)) {
                outline.move(plot.px(figure.times().get(j)), plot.py(value));
            }
            drawing = Double.isFinite(value);
        }
        return outline;
    }

    /// A density on its side, which grows away from the paths.
    private void side(Box box, Segment segment, Points law, boolean leftwards) {
        double greatest = greatest(law);
        Scale density = greatest > 0
                ? Scale.between(leftwards ? greatest * 1.1 : 0, leftwards ? 0 : greatest * 1.1)
                : new Scale.Linear(0, 1);
        Plot plot = new Plot(canvas, theme, box, new Axis("", density), up(segment));
        if (leftwards) {
            plot.frameAtSide();
        }
        plot.open();
        Outline outline = new Outline();
        for (int i = 0; i < law.n(); i++) {
            if (Double.isFinite(law.get(i, 0)) && Double.isFinite(law.get(i, 1))) {
                double x = plot.px(law.get(i, 1));
                double y = plot.py(law.get(i, 0));
                if (outline.isEmpty()) {
                    outline.move(plot.px(0), y);
                }
                outline.line(x, y);
            }
        }
        canvas.path(
                "law",
                outline,
                Ink.line(theme.series(0), 1.2).filled(theme.heat().at(0.2)));
        plot.close();
    }

    private List<Legend.Entry> entries() {
        List<Legend.Entry> entries = new ArrayList<>();
        entries.add(new Legend.Entry(
                "paths, by rank of their " + (figure.by() == FanFigure.By.START ? "start" : "end"),
                Legend.colours(theme.rank())));
        if (figure.start().n() + figure.end().n() > 0) {
            Ink ink = Ink.line(theme.series(0), 1.2).filled(theme.heat().at(0.2));
            entries.add(new Legend.Entry("densities at the ends", Legend.area(ink)));
        }
        return entries;
    }

    private String note(int drawn) {
        return drawn + " of " + figure.paths().n() + " paths are drawn.";
    }
}
