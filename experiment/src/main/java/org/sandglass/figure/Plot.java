package org.sandglass.figure;

import java.util.List;
import org.sandglass.figure.Ticks.Direction;
import org.sandglass.figure.Ticks.Tick;

/// One panel: a frame with two axes, and the mapping from numbers to pixels.
///
/// The part that holds data is an inner `svg` element of class `panel`, whose attributes `data-x` and `data-y`
/// state the mapping: the kind of scale and the numbers at its two ends.
final class Plot {
    /// Beyond this many pixels a place is drawn here: off the page it looks the same.
    private static final double FAR = 1e6;

    private static final Lettering TITLE = Lettering.bold("#000000", 11);

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
    /// @param width of the part for data, or a little less
    /// @param height of the part for data, nearly
    static Margins margins(double width, double height, String title, Axis x, Axis y) {
        double top = 6 + TITLE.lineHeight() * titleLines(title, width).size();
        double bottom = x.label().isEmpty() ? 18 : 32;
        Ticks ticks = Ticks.of(y.scale(), height, Direction.UP);
        double left =
                ticks.widest() + 7 + (y.label().isEmpty() && ticks.factor().isEmpty() ? 0 : 16);
        return new Margins(Math.max(left, 12), top, 12, bottom);
    }

    /// One line or two, of which the second is cut off where it must be.
    private static List<String> titleLines(String title, double width) {
        List<String> lines = Paragraph.lines(title, width, TITLE);
        if (lines.size() <= 2) {
            return lines;
        }
        String rest = String.join(" ", lines.subList(1, lines.size()));
        return List.of(lines.getFirst(), Paragraph.shortened(rest, width, TITLE));
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

    /// Where a number stands on the horizontal axis, not finite if it has no place there.
    double x(double value) {
        return x.scale().share(value);
    }

    /// Where a number stands on the vertical axis.
    double y(double value) {
        return y.scale().share(value);
    }

    private static double near(double pixel) {
        return Math.clamp(pixel, -FAR, FAR);
    }

    /// Which sides of a panel have labels: in a strip, panels share those of the first and the lowest.
    record Sides(boolean below, boolean beside) {
        static final Sides BOTH = new Sides(true, true);
    }

    /// Draws title, grid, ticks and labels.
    void frame(String title) {
        frame(title, Sides.BOTH);
    }

    /// Draws title, grid and ticks, and labels at some sides.
    void frame(String title, Sides sides) {
        Ticks across = Ticks.of(x.scale(), box.width(), Direction.ACROSS);
        Ticks up = Ticks.of(y.scale(), box.height(), Direction.UP);
        List<String> lines = titleLines(title, box.width());
        for (int i = 0; i < lines.size(); i++) {
            double y = box.y() - 7 - TITLE.lineHeight() * (lines.size() - 1 - i);
            canvas.text(lines.get(i), box.x(), y, TITLE.coloured(theme.ink()));
        }
        canvas.open("axes", "");
        grid(across, up);
        ticks(across, up);
        if (sides.below) {
            labelsBelow(across);
        }
        if (sides.beside) {
            labelsBeside(up);
        }
        canvas.close();
    }

    /// Draws the vertical axis alone, for a panel that stands at the side of others.
    void frameAtSide() {
        Ticks none = new Ticks(List.of(), List.of(), "");
        Ticks up = Ticks.of(y.scale(), box.height(), Direction.UP);
        canvas.open("axes", "");
        ticks(none, up);
        labelsBeside(up);
        canvas.close();
    }

    /// Draws the horizontal axis alone, for a panel whose heights do not matter.
    void frameBelow(boolean labelled) {
        Ticks across = Ticks.of(x.scale(), box.width(), Direction.ACROSS);
        canvas.open("axes", "");
        ticks(across, new Ticks(List.of(), List.of(), ""));
        if (labelled) {
            labelsBelow(across);
        }
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

    private void labelsBelow(Ticks across) {
        Lettering small = Lettering.small(theme.ink()).middle();
        for (Tick tick : across.major()) {
            canvas.text(tick.label(), px(tick.value()), box.bottom() + 14.5, small);
        }
        canvas.text(label(x, across, box.width()), box.centreX(), box.bottom() + 28, small);
    }

    private void labelsBeside(Ticks up) {
        Lettering small = Lettering.small(theme.ink());
        for (Tick tick : up.major()) {
            canvas.text(tick.label(), box.x() - 6, py(tick.value()) + small.capHeight() / 2, small.end());
        }
        canvas.upwards(label(y, up, box.height()), box.x() - up.widest() - 12, box.centreY(), small.middle());
    }

    /// The label of an axis, no longer than the axis and a little.
    private static String label(Axis axis, Ticks ticks, double length) {
        double factor = RichText.of(ticks.factor()).width(Lettering.small("#000000"));
        return Paragraph.shortened(axis.label(), length + 4 - factor, Lettering.small("#000000")) + ticks.factor();
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
