package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds places for labels beside lines, where they cover neither each other nor data.
final class Labels {
    private final Box room;
    private final List<Box> taken = new ArrayList<>();
    private final List<Box> written = new ArrayList<>();

    Labels(Box room) {
        this.room = room;
    }

    void avoid(Box box) {
        taken.add(box);
    }

    /// Whether a line crosses no label that stands already.
    boolean isClear(double x1, double y1, double x2, double y2) {
        for (int i = 0; i <= 100; i++) {
            double x = x1 + i / 100.0 * (x2 - x1);
            double y = y1 + i / 100.0 * (y2 - y1);
            if (written.stream().anyMatch(box -> box.contains(x, y))) {
                return false;
            }
        }
        return true;
    }

    /// Keeps labels off a line.
    void avoidLine(double x1, double y1, double x2, double y2) {
        int pieces = 1 + (int) (Math.min(Math.hypot(x2 - x1, y2 - y1), 1e4) / 5);
        for (int i = 0; i <= pieces; i++) {
            double share = i / (double) pieces;
            taken.add(new Box(x1 + share * (x2 - x1) - 1, y1 + share * (y2 - y1) - 1, 2, 2));
        }
    }

    /// A place beside a line that goes from left to right, as far below it as the letters are high.
    ///
    /// @return the label, or empty where there is no room
    Optional<Label> beside(String words, Lettering lettering, double x1, double y1, double x2, double y2) {
        for (double share : new double[] {0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1, 1, 0}) {
            double x = x1 + share * (x2 - x1);
            double y = y1 + share * (y2 - y1);
            Label under = new Label(words, x - 3, y + lettering.capHeight() + 4, lettering.end());
            Label over = new Label(words, x + 5, y - 3, lettering);
            if (isFree(under)) {
                return Optional.of(under);
            }
            if (isFree(over)) {
                return Optional.of(over);
            }
            Label above = new Label(words, x + 8, y - 15, lettering);
            if (isFree(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Label label) {
        Box box = label.extent();
        return room.contains(box) && taken.stream().noneMatch(box::overlaps);
    }

    /// Writes a label, whose place is then taken.
    void write(Canvas canvas, Label label) {
        taken.add(label.extent());
        written.add(label.extent());
        canvas.text(label.words, label.x, label.y, label.lettering);
    }

    /// Words and their place.
    record Label(String words, double x, double y, Lettering lettering) {
        Box extent() {
            return Canvas.extent(words, x, y, lettering).grown(1.5);
        }
    }
}
