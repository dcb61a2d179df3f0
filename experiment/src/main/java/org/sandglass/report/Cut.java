package org.sandglass.report;

import java.util.List;

/// Where the part of a drawing begins and ends that frames do not share, counted in lines of one element each.
///
/// @param head how many first lines are the same in all frames
/// @param tail how many last ones
record Cut(int head, int tail) {
    /// The smallest part that holds all differences, and every element whole.
    static Cut of(List<List<String>> frames) {
        int least = frames.stream().mapToInt(List::size).min().orElse(0);
        int head = common(frames, least, false);
        int tail = Math.min(common(frames, least, true), least - head);
        List<String> last = frames.getLast();
        for (Cut cut = new Cut(head, tail); ; cut = cut.wider(last)) {
            if (cut.lowest(last) == 0 && cut.depth(last) == 0) {
                return cut;
            }
        }
    }

    String before(List<String> frame) {
        return String.join("\n", frame.subList(0, head));
    }

    String moving(List<String> frame) {
        return String.join("\n", frame.subList(head, frame.size() - tail));
    }

    String after(List<String> frame) {
        return String.join("\n", frame.subList(frame.size() - tail, frame.size()));
    }

    /// Takes in the beginning of an element that ends within, or else the end of one that begins within.
    private Cut wider(List<String> frame) {
        return lowest(frame) < 0 ? new Cut(head - 1, tail) : new Cut(head, tail - 1);
    }

    /// Elements that begin within and do not end there, less those that only end there.
    private int depth(List<String> frame) {
        return frame.subList(head, frame.size() - tail).stream()
                .mapToInt(Cut::opens)
                .sum();
    }

    private int lowest(List<String> frame) {
        int depth = 0;
        int lowest = 0;
        for (String line : frame.subList(head, frame.size() - tail)) {
            depth += opens(line);
            lowest = Math.min(lowest, depth);
        }
        return lowest;
    }

    private static int opens(String line) {
        return line.startsWith("</") ? -1 : line.endsWith("/>") || line.contains("</") ? 0 : 1;
    }

    private static int common(List<List<String>> frames, int most, boolean fromEnd) {
        for (int i = 0; i < most; i++) {
            String wanted = line(frames.getLast(), i, fromEnd);
            for (List<String> frame : frames) {
                if (!line(frame, i, fromEnd).equals(wanted)) {
                    return i;
                }
            }
        }
        return most;
    }

    private static String line(List<String> lines, int i, boolean fromEnd) {
        return lines.get(fromEnd ? lines.size() - 1 - i : i);
    }
}
