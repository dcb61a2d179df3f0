package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sandglass.linalg.Points;

/// One image, in rectangles of 32 shades whose coordinates count pixels of the image: `0 0` is its upper left
/// corner.
///
/// @param figure whose image it is
/// @param images the images of a row
/// @param i which of them
record Tile(TileFigure figure, Points images, int i) {
    private static final int SHADES = 32;
    private static final int UNKNOWN = -1;

    /// Lines of a hatched pixel.
    private static final int LINES = 3;

    /// Draws it into a box of the page.
    void draw(Canvas canvas, Box box, Theme theme) {
        ColourMap map = new ColourMap(List.of(theme.background(), theme.ink()));
        canvas.openScaled(box, figure.width(), figure.height(), " class=\"tile\" shape-rendering=\"crispEdges\"");
        canvas.rectangle(new Box(0, 0, figure.width(), figure.height()), Ink.area(theme.background()));
        List<Box> unknown = new ArrayList<>();
        runs().forEach((shade, boxes) -> {
            if (shade == UNKNOWN) {
                unknown.addAll(boxes);
            } else if (shade > 0) {
                Outline outline = new Outline();
                boxes.forEach(outline::rectangle);
                canvas.path(outline, Ink.area(map.at(shade / (SHADES - 1.0))));
            }
        });
        canvas.closeClipped();
        hatch(canvas, unknown, box, theme);
        canvas.rectangle(box, Ink.line(theme.grid(), 0.5));
    }

    /// Neighbours of one shade in a row are one rectangle.
    private Map<Integer, List<Box>> runs() {
        Map<Integer, List<Box>> runs = new TreeMap<>();
        int width = figure.width();
        for (int row = 0; row < figure.height(); row++) {
            int from = 0;
            for (int column = 1; column <= width; column++) {
                int shade = shade(row * width + from);
                if (column == width || shade(row * width + column) != shade) {
                    List<Box> boxes = runs.computeIfAbsent(shade, _ -> new ArrayList<>());
                    boxes.add(new Box(from, row, column - from, 1));
                    from = column;
                }
            }
        }
        return runs;
    }

    private int shade(int pixel) {
        double share = (images.get(i, pixel) - figure.low()) / (figure.high() - figure.low());
        return Double.isNaN(share) ? UNKNOWN : (int) Math.round(Math.clamp(share, 0, 1) * (SHADES - 1));
    }

    /// Rising lines through pixels, which meet those of the neighbours.
    private void hatch(Canvas canvas, List<Box> pixels, Box box, Theme theme) {
        double side = box.width() / figure.width();
        double high = box.height() / figure.height();
        Outline lines = new Outline();
        for (Box run : pixels) {
            Box seen = new Box(box.x() + run.x() * side, box.y() + run.y() * high, run.width() * side, high);
            lines.hatched(seen, side / LINES);
        }
        canvas.path("unknown", lines, Ink.line(theme.muted(), 0.5));
    }
}
