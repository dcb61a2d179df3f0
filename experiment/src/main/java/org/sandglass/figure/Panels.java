package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;

/// Boxes of equal size in rows, for the panels of a figure.
final class Panels {
    private static final double GAP = 10;

    /// A page shows a panel of this height and what stands around it.
    private static final double TALLEST = 420;

    private Panels() {}

    /// Boxes for panels, filled row by row.
    ///
    /// @param count how many
    /// @param room where they begin and how wide they may be together
    /// @param least the least width of one
    /// @param shape the height of a box divided by its width
    static List<Box> of(int count, Box room, double least, double shape) {
        int most = (int) Math.max(1, (room.width() + GAP) / (least + GAP));
        int rows = (count + most - 1) / most;
        return rows(count, rows == 0 ? 1 : (count + rows - 1) / rows, room, shape);
    }

    /// Boxes in a given number of columns.
    static List<Box> rows(int count, int columns, Box room, double shape) {
        double width = (room.width() - GAP * (columns - 1)) / columns;
        double height = Math.min(shape * width, TALLEST);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int column = i % columns;
            double x = room.x() + column * (width + GAP);
            boxes.add(new Box(x, room.y() + row * (height + GAP), width, height));
        }
        return boxes;
    }

    /// The lower edge of the last row, or of the room if there is none.
    static double bottom(List<Box> boxes, Box room) {
        return boxes.isEmpty() ? room.y() : boxes.getLast().bottom();
    }
}
