package org.sandglass.figure;

import java.util.List;

/// What the marks mean, in columns under or over the panels, where they cover no data.
///
/// @param entries in order, down the columns
record Legend(List<Entry> entries) {
    private static final Lettering LETTERING = Lettering.small("#000000");
    private static final double ROW = 15;
    private static final double SWATCH = 30;
    private static final double GAP = 14;

    /// A name and its mark.
    ///
    /// @param label the name
    /// @param swatch draws the mark into a box that is 30 px wide
    record Entry(String label, Swatch swatch) {}

    /// A sample of a mark.
    @FunctionalInterface
    interface Swatch {
        void draw(Canvas canvas, Box box);
    }

    /// Draws the legend.
    ///
    /// @param room where it begins and how wide it may be
    /// @return its lower edge
    double draw(Canvas canvas, Theme theme, Box room) {
        if (entries.isEmpty()) {
            return room.y();
        }
        int columns = columns(room.width());
        int rows = (entries.size() + columns - 1) / columns;
        double width = room.width() / columns;
        double used = Math.min(width, widest() + SWATCH + 6 + GAP);
        canvas.open("legend", "");
        for (int i = 0; i < entries.size(); i++) {
            int column = i / rows;
            Box cell = new Box(room.x() + column * used, room.y() + i % rows * ROW, SWATCH, ROW);
            draw(canvas, entries.get(i), cell, width - SWATCH - 6, theme);
        }
        canvas.close();
        return room.y() + rows * ROW;
    }

    private static void draw(Canvas canvas, Entry entry, Box cell, double width, Theme theme) {
        entry.swatch().draw(canvas, cell);
        Lettering lettering = LETTERING.coloured(theme.ink());
        double baseline = cell.centreY() + lettering.capHeight() / 2;
        canvas.text(Paragraph.shortened(entry.label(), width, lettering), cell.right() + 6, baseline, lettering);
    }

    private int columns(double width) {
        int most = (int) ((width + GAP) / (widest() + SWATCH + 6 + GAP));
        return Math.max(1, Math.min(entries.size(), most));
    }

    private double widest() {
        return entries.stream()
                .mapToDouble(entry -> RichText.of(entry.label()).width(LETTERING))
                .max()
                .orElse(0);
    }

    /// A line across the box.
    static Swatch line(Ink ink) {
        return (canvas, box) -> canvas.line(box.x(), box.centreY(), box.right(), box.centreY(), ink);
    }

    /// Short lines that stand beside each other.
    static Swatch ticks(Ink ink) {
        return (canvas, box) -> {
            for (double share : new double[] {0.3, 0.42, 0.47, 0.6, 0.74}) {
                double x = box.x() + share * box.width();
                canvas.line(x, box.centreY() - 3, x, box.centreY() + 3, ink);
            }
        };
    }

    /// A line with one point.
    static Swatch series(SeriesStyle style) {
        return (canvas, box) -> {
            line(style.line(1.4)).draw(canvas, box);
            Outline point = new Outline();
            style.marker().add(point, box.centreX(), box.centreY(), 3);
            canvas.path(point, Ink.area(style.colour()));
        };
    }

    /// A filled area.
    static Swatch area(Ink ink) {
        return (canvas, box) -> canvas.rectangle(new Box(box.x() + 4, box.centreY() - 4.5, box.width() - 8, 9), ink);
    }

    /// Colours from the first to the last.
    static Swatch colours(ColourMap map) {
        return (canvas, box) -> {
            int pieces = 10;
            for (int i = 0; i < pieces; i++) {
                double width = box.width() / pieces;
                Box piece = new Box(box.x() + i * width, box.centreY() - 4, width + 0.3, 8);
                canvas.rectangle(piece, Ink.area(map.at(i / (pieces - 1.0))));
            }
        };
    }

    /// A single point.
    static Swatch point(Marker marker, Ink ink) {
        return (canvas, box) -> {
            Outline point = new Outline();
            marker.add(point, box.centreX(), box.centreY(), 3);
            canvas.path(point, ink);
        };
    }
}
