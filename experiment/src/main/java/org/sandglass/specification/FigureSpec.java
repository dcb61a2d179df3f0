package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.sandglass.schedule.NoiseSchedule;

/// A figure that an experiment asks for, with how much it shows. Immutable.
///
/// @param kind what it shows
/// @param count how many points, or paths, at most; empty for what suits the dimension
/// @param times the times of its panels
/// @param arrows whether panels of the plane show the score
/// @param segments times at which paths on the line are cut into panels of their own, strictly rising; empty for
///     one panel
public record FigureSpec(FigureKind kind, OptionalInt count, PanelSpec times, boolean arrows, List<Double> segments) {
    /// Copies the list.
    public FigureSpec {
        segments = List.copyOf(segments);
    }

    /// A figure as it is by default.
    ///
    /// @param kind what it shows
    /// @return with six panels where it has panels
    public static FigureSpec of(FigureKind kind) {
        return new FigureSpec(kind, OptionalInt.empty(), PanelSpec.usual(), false, List.of());
    }

    /// Reads a word, or a mapping with `type` and the keys of that kind.
    static FigureSpec read(Node node, NoiseSchedule schedule) {
        if (!node.isMapping()) {
            return of(FigureKind.of(node.word(FigureKind.words())));
        }
        FigureKind kind = FigureKind.of(node.get("type").word(FigureKind.words()));
        List<String> keys = new ArrayList<>(List.of("type"));
        keys.addAll(kind.keys());
        node.known(keys);
        return new FigureSpec(
                kind,
                count(node),
                node.find("times").map(times -> PanelSpec.read(times, schedule)).orElseGet(PanelSpec::usual),
                node.find("arrows").map(Node::truth).orElse(false),
                node.find("segments")
                        .map(segments -> segments(segments, schedule))
                        .orElse(List.of()));
    }

    /// The same with the usual count where it has none of its own.
    FigureSpec in(Space space) {
        OptionalInt filled = count.isPresent() ? count : FigureCounts.usual(kind, space);
        return new FigureSpec(kind, filled, times, arrows, segments);
    }

    /// How many points or paths it shows.
    ///
    /// @return the count
    /// @throws java.util.NoSuchElementException if its kind has none, or it was not filled in
    public int most() {
        return count.orElseThrow();
    }

    private static OptionalInt count(Node node) {
        return node.find("points")
                .or(() -> node.find("paths"))
                .map(count -> OptionalInt.of(count.count(1)))
                .orElseGet(OptionalInt::empty);
    }

    private static List<Double> segments(Node node, NoiseSchedule schedule) {
        List<Double> times = PanelSpec.rising(node, schedule);
        if (times.isEmpty()) {
            throw node.error("must not be empty");
        }
        return times;
    }

    /// The word, or a mapping where more is asked for.
    Object toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", kind.word());
        count.ifPresent(n -> document.put(kind.keys().getFirst(), n));
        if (kind.keys().contains("times")) {
            document.put("times", times.toDocument());
            document.put("arrows", arrows);
        }
        if (!segments.isEmpty()) {
            document.put("segments", segments);
        }
        return document.size() == 1 ? kind.word() : document;
    }
}
