package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;

/// The parts for data of panels of equal size, in rows.
///
/// @param boxes one for each panel, row by row
/// @param columns how many stand beside each other
/// @param bottom the lower edge of the last row, with its ticks and labels
record Panels(List<Box> boxes, int columns, double bottom) {
    /// A page shows a panel of this height and what stands around it.
    private static final double TALLEST = 420;

    /// How many panels stand beside each other, the rows being as full as each other.
    ///
    /// @param least the least width of one with all around it
    static int columns(int count, double width, double least) {
        int most = (int) Math.max(1, width / least);
        int rows = (count + most - 1) / most;
        return rows == 0 ? 1 : (count + rows - 1) / rows;
    }

    /// Panels that each have ticks and labels of their own.
    ///
    /// @param shape the height of a panel divided by its width
    static Panels apart(int count, int columns, Box room, Margins margins, double shape) {
        double gap = margins.left() + margins.right();
        return of(count, columns, room, margins, gap, margins.top() + margins.bottom() + 6, shape);
    }

    /// Panels of which only the first of a row and the last of a column have ticks with labels.
    ///
    /// @param gap between those that stand beside each other
    static Panels together(int count, int columns, Box room, Margins margins, double gap, double shape) {
        return of(count, columns, room, margins, gap, margins.top() + 5, shape);
    }

    private static Panels of(
            int count, int columns, Box room, Margins margins, double across, double down, double shape) {
        double free = room.width() - margins.left() - margins.right() - across * (columns - 1);
        double width = Math.min(free / columns, TALLEST / shape);
        double height = shape * width;
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int column = i % columns;
            double x = room.x() + margins.left() + column * (width + across);
            boxes.add(new Box(x, room.y() + margins.top() + row * (height + down), width, height));
        }
        double bottom = boxes.isEmpty() ? room.y() : boxes.getLast().bottom() + margins.bottom();
        return new Panels(boxes, columns, bottom);
    }

    /// Whether a panel is the first of its row.
    boolean isFirst(int i) {
        return i % columns == 0;
    }

    /// Whether no panel stands under it.
    boolean isLowest(int i) {
        return i + columns >= boxes.size();
    }
}
