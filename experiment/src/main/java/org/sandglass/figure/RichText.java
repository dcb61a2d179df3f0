package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;

/// A line of text with raised and lowered parts: `10^{−3}`, `x_{0}`.
///
/// @param runs its parts in order
record RichText(List<Run> runs) {
    enum Level {
        BASE,
        RAISED,
        LOWERED
    }

    /// A part that is set in one size.
    record Run(String text, Level level) {
        /// Its size beside letters of a given size.
        double size(double base) {
            return level == Level.BASE ? base : 0.78 * base;
        }

        /// How far down it is moved.
        double shift(double base) {
            return switch (level) {
                case BASE -> 0;
                case RAISED -> -0.38 * base;
                case LOWERED -> 0.2 * base;
            };
        }
    }

    /// Reads `^{…}` and `_{…}`; all other characters stand for themselves.
    static RichText of(String text) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = nextMark(text, at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            add(runs, text.substring(at, open), Level.BASE);
            add(runs, text.substring(open + 2, close), text.charAt(open) == '^' ? Level.RAISED : Level.LOWERED);
            at = close + 1;
        }
        add(runs, text.substring(at), Level.BASE);
        return new RichText(runs);
    }

    /// The same without marks, for readers that hear it.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        of(text).runs
                .forEach(run ->
                        plain.append(run.level == Level.RAISED ? "^" : "").append(run.text));
        return plain.toString();
    }

    double width(Lettering lettering) {
        double sum = 0;
        for (Run run : runs) {
            sum += TextWidths.width(run.text, run.size(lettering.size()), lettering.weight());
        }
        return sum;
    }

    private static void add(List<Run> runs, String text, Level level) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, level));
        }
    }

    private static int nextMark(String text, int from) {
        int up = text.indexOf("^{", from);
        int down = text.indexOf("_{", from);
        return up < 0 ? down : down < 0 ? up : Math.min(up, down);
    }
}
