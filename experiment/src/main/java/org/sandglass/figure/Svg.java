package org.sandglass.figure;

/// Figures as SVG text.
///
/// The same figure and theme give the same bytes, on any machine, with and without fonts: letters are laid out
/// by a table of widths, numbers are written by one rule, and no identifiers occur.
public final class Svg {
    private static final double EDGE = 10;

    private Svg() {}

    /// Draws a figure.
    ///
    /// @param figure what to show
    /// @param theme its colours
    /// @return the whole file, in characters to be written as UTF-8
    public static String text(Figure figure, Theme theme) {
        return figure instanceof Charted charted ? page(charted.chart(), theme) : page(figure, theme);
    }

    private static String page(Figure figure, Theme theme) {
        Canvas canvas = new Canvas();
        Sheet sheet = figure.sheet();
        Box room = new Box(EDGE, EDGE, sheet.width() - 2 * EDGE, 0);
        double y = Paragraph.draw(canvas, sheet.title(), room, Lettering.bold(theme.ink(), 12.5));
        Box body = new Box(EDGE, sheet.title().isEmpty() ? y : y + 5, room.width(), 0);
        Drawn drawn = draw(figure, canvas, theme, body);
        String caption = (sheet.caption() + " " + drawn.note()).strip();
        Box below = new Box(EDGE, drawn.bottom() + 6, room.width(), 0);
        double bottom = Paragraph.draw(canvas, caption, below, Lettering.small(theme.muted()));
        Box page = new Box(0, 0, sheet.width(), Math.ceil(bottom + EDGE));
        return canvas.document(page, sheet.title(), caption, theme.background());
    }

    /// What a drawing leaves behind.
    ///
    /// @param bottom its lower edge
    /// @param note what the reader of its marks has to know, for the caption
    record Drawn(double bottom, String note) {}

    private static Drawn draw(Figure figure, Canvas canvas, Theme theme, Box room) {
        return switch (figure) {
            case ErrorFigure error -> new ErrorDrawing(error, canvas, theme).draw(room);
            case Charted charted -> new ChartDrawing(charted.chart(), canvas, theme).draw(room);
            case FanFigure fan -> new FanDrawing(fan, canvas, theme).draw(room);
            case PairFigure pair -> new PairDrawing(pair, canvas, theme).draw(room);
            case TileFigure tiles -> new TileDrawing(tiles, canvas, theme).draw(room);
            case ChartFigure chart -> new ChartDrawing(chart, canvas, theme).draw(room);
            case PlaneFigure plane -> new PlaneDrawing(plane, canvas, theme).draw(room);
        };
    }
}
