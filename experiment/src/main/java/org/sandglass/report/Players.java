package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.format.XmlText;

/// Motions as elements of a page: the last frame as a figure, the others as what differs from it, for the script.
///
/// Where scripts are off the last frame is seen, and no controls.
final class Players {
    private final Palette palette;
    private int count;

    Players(Palette palette) {
        this.palette = palette;
    }

    boolean isEmpty() {
        return count == 0;
    }

    String element(Block.Moving moving) {
        count++;
        Motion motion = moving.motion();
        List<List<String>> frames = motion.frames().stream()
                .map(frame -> palette.inline(frame.figure()).lines().toList())
                .toList();
        Cut cut = Cut.of(frames);
        List<String> last = frames.getLast();
        return "<figure class=\"motion\">\n" + cut.before(last) + "\n<g class=\"moves\">\n" + cut.moving(last)
                + "\n</g>\n" + cut.after(last) + "\n" + controls(motion, frames.size())
                + "<script type=\"application/json\">" + data(motion, frames, cut) + "</script>\n"
                + PageWriter.fileLink(moving.file()) + "</figure>";
    }

    private static String controls(Motion motion, int size) {
        String label = XmlText.escaped(motion.last().label());
        return "<div class=\"controls\" hidden=\"hidden\"><button type=\"button\">Play</button>"
                + "<input type=\"range\" min=\"0\" max=\"" + (size - 1) + "\" value=\"" + (size - 1)
                + "\" aria-label=\"time\" aria-valuetext=\"" + label + "\" /><output>" + label + "</output></div>\n";
    }

    /// Labels and what moves, as JSON without a character that HTML or XML would take for its own.
    private static String data(Motion motion, List<List<String>> frames, Cut cut) {
        List<String> labels = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            labels.add(quoted(motion.frames().get(i).label()));
            parts.add(quoted(cut.moving(frames.get(i))));
        }
        return "{\"labels\":[" + String.join(",", labels) + "],\"frames\":[" + String.join(",\n", parts) + "]}";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append('\\').append('"');
                case '\\' -> out.append('\\').append('\\');
                case '<', '>', '&' -> out.append(String.format("\\u%04x", c));
                default -> out.append(c < ' ' ? " " : String.valueOf((char) c));
            }
        });
        return out.append('"').toString();
    }
}
