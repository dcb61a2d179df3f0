package org.sandglass.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sandglass.linalg.Points;

/// Draws the images of a [TileFigure], as rectangles in 32 colours.
///
/// @param figure what to draw
/// @param canvas where to
/// @param theme in which colours
record TileDrawing(TileFigure figure, Canvas canvas, Theme theme) {
    private static final int SHADES = 32;
    private static final double GAP = 4;

    Svg.Drawn draw(Box room) {
        int most =
                figure.rows().stream().mapToInt(row -> row.images().n()).max().orElse(0);
        if (most == 0) {
            canvas.text("no data", room.x(), room.y() + 12, Lettering.small(theme.muted()));
            return new Svg.Drawn(room.y() + 16, "");
        }
        Lettering small = Lettering.small(theme.ink());
        double labels = labels(small, room.width() / 3);
        double tile = Math.min((room.width() - labels + GAP) / most - GAP, 96);
        double height = Math.max(tile * figure.height() / figure.width(), 12);
        double y = room.y();
        for (TileFigure.Row row : figure.rows()) {
            String label = Paragraph.shortened(row.label(), room.width() / 3, small);
            canvas.text(label, room.x(), y + height / 2 + small.capHeight() / 2, small);
            for (int i = 0; i < row.images().n(); i++) {
                image(row.images(), i, new Box(room.x() + labels + i * (tile + GAP), y, tile, height));
            }
            y += height + GAP;
        }
        return new Svg.Drawn(y - GAP, "");
    }

    /// The room for labels, none without any.
    private double labels(Lettering small, double most) {
        List<Double> widths = figure.rows().stream()
                .map(row -> RichText.of(row.label()).width(small))
                .toList();
        double widest = widths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return widest == 0 ? 0 : Math.min(widest, most) + 8;
    }

    private void image(Points images, int i, Box box) {
        canvas.openClipped(box, " class=\"tile\" shape-rendering=\"crispEdges\"");
        canvas.rectangle(box, Ink.area(theme.background()));
        ColourMap map = new ColourMap(List.of(theme.background(), theme.ink()));
        shades(images, i, box).forEach((shade, outline) -> {
            String colour = shade < 0 ? theme.series(1) : map.at(shade / (SHADES - 1.0));
            canvas.path(outline, Ink.area(colour));
        });
        canvas.closeClipped();
        canvas.rectangle(box, Ink.line(theme.grid(), 0.5));
    }

    /// The rectangles of each shade; shade 0 is the page itself, −1 is NaN.
    private Map<Integer, Outline> shades(Points images, int i, Box box) {
        Map<Integer, Outline> shades = new TreeMap<>();
        double width = box.width() / figure.width();
        double height = box.height() / figure.height();
        for (int row = 0; row < figure.height(); row++) {
            int from = 0;
            for (int column = 1; column <= figure.width(); column++) {
                int shade = shade(images.get(i, row * figure.width() + from));
                boolean ends = column == figure.width() || shade(images.get(i, row * figure.width() + column)) != shade;
                if (ends && shade != 0) {
                    Box run = new Box(box.x() + from * width, box.y() + row * height, (column - from) * width, height);
                    shades.computeIfAbsent(shade, _ -> new Outline()).rectangle(run);
                }
                from = ends ? column : from;
            }
        }
        return shades;
    }

    private int shade(double value) {
        double share = (value - figure.low()) / (figure.high() - figure.low());
        return Double.isNaN(share) ? -1 : (int) Math.round(Math.clamp(share, 0, 1) * (SHADES - 1));
    }
}
