package org.sandglass.figure;

import java.util.List;

/// Draws the images of a [TileFigure] with the labels of rows and columns.
///
/// @param figure what to draw
/// @param canvas where to
/// @param theme in which colours
record TileDrawing(TileFigure figure, Canvas canvas, Theme theme) {
    private static final double GAP = 4;

    /// The widest tile.
    private static final double WIDEST = 96;

    Svg.Drawn draw(Box room) {
        int most = figure.columnsOfTiles();
        if (most == 0) {
            canvas.text("no data", room.x(), room.y() + 12, Lettering.small(theme.muted()));
            return new Svg.Drawn(room.y() + 16, "");
        }
        Lettering small = Lettering.small(theme.ink());
        double labels = labels(small, room.width() / 3);
        double width = Math.min((room.width() - labels + GAP) / most - GAP, WIDEST);
        Box first = new Box(room.x() + labels, room.y(), width, width * figure.height() / figure.width());
        double y = columns(first, small);
        for (TileFigure.Row row : figure.rows()) {
            y = row(row, new Box(first.x(), y, first.width(), first.height()), room, small);
        }
        return new Svg.Drawn(y - GAP, "");
    }

    /// The room for labels of rows, none without any.
    private double labels(Lettering small, double most) {
        List<Double> widths = figure.rows().stream()
                .map(row -> RichText.of(row.label()).width(small))
                .toList();
        double widest = widths.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return widest == 0 ? 0 : Math.min(widest, most) + 8;
    }

    /// Labels over the columns, and where the first row begins.
    private double columns(Box first, Lettering small) {
        if (figure.columns().isEmpty()) {
            return first.y();
        }
        for (int i = 0; i < figure.columns().size(); i++) {
            String label = Paragraph.shortened(figure.columns().get(i), first.width() + GAP - 2, small);
            canvas.text(label, beside(first, i).centreX(), first.y() + small.capHeight(), small.middle());
        }
        return first.y() + small.lineHeight();
    }

    private static Box beside(Box first, int i) {
        return new Box(first.x() + i * (first.width() + GAP), first.y(), first.width(), first.height());
    }

    /// A row, at least as high as its label, and where the next begins.
    private double row(TileFigure.Row row, Box first, Box room, Lettering small) {
        String label = Paragraph.shortened(row.label(), room.width() / 3, small);
        double height = label.isEmpty() ? first.height() : Math.max(first.height(), small.lineHeight());
        canvas.text(label, room.x(), first.y() + (height + small.capHeight()) / 2, small);
        for (int i = 0; i < row.images().n(); i++) {
            new Tile(figure, row.images(), i).draw(canvas, beside(first, i), theme);
        }
        return first.y() + height + GAP;
    }
}
