package org.sandglass.figure;

import org.sandglass.figure.Ticks.Direction;
import org.sandglass.figure.Ticks.Tick;

/// One panel: a frame with two axes, and the mapping from numbers to pixels.
///
/// The part that holds data is an inner `svg` element of class `panel`, whose attributes `data-x` and `data-y`
/// state the mapping: the kind of scale and the numbers at its two ends.
final class Plot {
    /// Beyond this many pixels a place is drawn here: off the page it looks the same.
    private static final double FAR = 1e6;

    private final Canvas canvas;
    private final Theme theme;
    private final Box box;
    private final Axis x;
    private final Axis y;

    /// @param box the part for data
    Plot(Canvas canvas, Theme theme, Box box, Axis x, Axis y) {
        this.canvas = canvas;
        this.theme = theme;
        this.box = box;
        this.x = x;
        this.y = y;
    }

    /// The room that title, ticks and labels need.
    ///
    /// @param height of the panel with all these
    static Margins margins(double height, String title, Axis x, Axis y) {
        double top = title.isEmpty() ? 6 : 19;
        double bottom = x.label().isEmpty() ? 18 : 32;
        Ticks ticks = Ticks.of(y.scale(), height - top - bottom, Direction.UP);
        double left = ticks.widest() + 7 + (y.label().isEmpty() ? 0 : 16);
        return new Margins(Math.max(left, 12), top, 12, bottom);
    }

    Box box() {
        return box;
    }

    /// The pixel of a number on the horizontal axis.
    double px(double value) {
        return near(box.x() + box.width() * x.scale().share(value));
    }

    /// The pixel of a number on the vertical axis.
    double py(double value) {
        return near(box.bottom() - box.height() * y.scale().share(value));
    }

    private static double near(double pixel) {
        return Math.clamp(pixel, -FAR, FAR);
    }

    /// Draws title, grid, ticks and labels.
    void frame(String title) {
        Ticks across = Ticks.of(x.scale(), box.width(), Direction.ACROSS);
        Ticks up = Ticks.of(y.scale(), box.height(), Direction.UP);
        if (!title.isEmpty()) {
            Lettering bold = Lettering.bold(theme.ink(), 11);
            canvas.text(Paragraph.shortened(title, box.width(), bold), box.x(), box.y() - 7, bold);
        }
        canvas.open("axes", "");
        grid(across, up);
        ticks(across, up);
        labels(across, up);
        canvas.close();
    }

    private void grid(Ticks across, Ticks up) {
        Outline lines = new Outline();
        across.major().forEach(tick -> lines.move(px(tick.value()), box.y()).line(px(tick.value()), box.bottom()));
        up.major().forEach(tick -> lines.move(box.x(), py(tick.value())).line(box.right(), py(tick.value())));
        canvas.path("grid", lines, Ink.line(theme.grid(), 0.6));
    }

    private void ticks(Ticks across, Ticks up) {
        Outline lines = new Outline();
        across.major().forEach(tick -> under(lines, px(tick.value()), 4));
        across.minor().forEach(value -> under(lines, px(value), 2.2));
        up.major().forEach(tick -> beside(lines, py(tick.value()), 4));
        up.minor().forEach(value -> beside(lines, py(value), 2.2));
        lines.move(box.x(), box.y()).line(box.x(), box.bottom()).line(box.right(), box.bottom());
        canvas.path("ticks", lines, Ink.line(theme.ink(), 0.8));
    }

    private void under(Outline lines, double at, double length) {
        lines.move(at, box.bottom()).line(at, box.bottom() + length);
    }

    private void beside(Outline lines, double at, double length) {
        lines.move(box.x(), at).line(box.x() - length, at);
    }

    private void labels(Ticks across, Ticks up) {
        Lettering small = Lettering.small(theme.ink());
        for (Tick tick : across.major()) {
            canvas.text(tick.label(), px(tick.value()), box.bottom() + 14.5, small.middle());
        }
        for (Tick tick : up.major()) {
            canvas.text(tick.label(), box.x() - 6, py(tick.value()) + small.capHeight() / 2, small.end());
        }
        String below = x.label() + across.factor();
        String beside = y.label() + up.factor();
        if (!below.isEmpty()) {
            canvas.text(below, box.centreX(), box.bottom() + 28, small.middle());
        }
        if (!beside.isEmpty()) {
            canvas.upwards(beside, box.x() - up.widest() - 12, box.centreY(), small.middle());
        }
    }

    /// Begins what is cut off at the frame.
    void open() {
        canvas.openClipped(box, " class=\"panel\"" + x.attribute("x") + y.attribute("y"));
    }

    void close() {
        canvas.closeClipped();
    }

    /// Says in the middle of the panel why there is nothing in it.
    void message(String words) {
        canvas.text(
                words,
                box.centreX(),
                box.centreY(),
                Lettering.small(theme.muted()).middle());
    }
}
