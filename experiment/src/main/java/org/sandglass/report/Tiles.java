package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Sheet;
import org.sandglass.figure.TileFigure;
import org.sandglass.linalg.Points;
import org.sandglass.specification.ImageSpec;

/// Points that are images, as tiles on the scale of their pixels.
///
/// @param image the shape of an image, and what is page and ink
record Tiles(ImageSpec image) {
    /// The width of a tile that need not be small.
    private static final double TILE = 56;

    private static final double GAP = 4;
    private static final double EDGES = 20;

    /// Images in rows of equal length; the last may be shorter.
    Figure sheet(String title, String caption, Points points, int across) {
        List<TileFigure.Row> rows = new ArrayList<>();
        for (int from = 0; from < points.n(); from += across) {
            rows.add(new TileFigure.Row("", points.slice(from, Math.min(points.n(), from + across))));
        }
        return figure(Sheet.column(title, caption), List.of(), rows);
    }

    /// Any rows.
    TileFigure figure(Sheet sheet, List<String> columns, List<TileFigure.Row> rows) {
        return new TileFigure(sheet, image.width(), image.height(), image.low(), image.high(), columns, rows);
    }

    /// A sheet on which some tiles stand side by side, with room for labels.
    ///
    /// @param words the width of the labels of rows
    static Sheet sheet(String title, String caption, int across, double words) {
        return new Sheet(title, caption, Math.clamp(words + across * (TILE + GAP) - GAP + EDGES, 360, 720));
    }

    /// The scale as a caption says it.
    String scale() {
        return pixels() + ", from " + Words.number(image.low()) + " (page) to " + Words.number(image.high())
                + " (ink).";
    }

    /// The shape as a caption says it, in one piece.
    String pixels() {
        return image.width() + "\u00a0×\u00a0" + image.height() + " pixels";
    }

    /// Images shifted and scaled so that a range becomes that of the pixels.
    Points stretched(Points points, double low, double high) {
        double[][] rows = points.toRows();
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = image.low() + (image.high() - image.low()) * ((row[j] - low) / (high - low));
            }
        }
        return Points.of(rows);
    }
}
