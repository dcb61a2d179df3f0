package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text broken into lines, or cut off, to fit a width.
final class Paragraph {
    private Paragraph() {}

    /// Spaces where a line may end: not beside an equals sign, nor before a percent sign.
    private static final Pattern BREAK = Pattern.compile("(?<!=)\\s+(?![=%])");

    /// Lines of whole words; a word that is wider than a line stands alone and is cut off.
    static List<String> lines(String text, double width, Lettering lettering) {
        List<String> lines = new ArrayList<>();
        for (String part : text.strip().split("\n")) {
            String line = "";
            for (String word : BREAK.split(part.strip())) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && RichText.of(longer).width(lettering) > width) {
                    lines.add(shortened(line, width, lettering));
                    longer = word;
                }
                line = longer;
            }
            lines.add(shortened(line, width, lettering));
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }

    /// The text, or its beginning and an ellipsis.
    static String shortened(String text, double width, Lettering lettering) {
        if (RichText.of(text).width(lettering) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && RichText.of(text.substring(0, end) + "…").width(lettering) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /// Draws lines one under the other.
    ///
    /// @param room where the first begins, and how wide lines may be
    /// @return the lower edge of the last
    static double draw(Canvas canvas, String text, Box room, Lettering lettering) {
        double y = room.y();
        for (String line : lines(text, room.width(), lettering)) {
            canvas.text(line, room.x(), y + lettering.size(), lettering);
            y += lettering.lineHeight();
        }
        return y;
    }
}
