package org.sandglass.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sandglass.linalg.Points;

/// The slices of the points that were judged last, since sorting them is what costs; and the slices of the mixture,
/// which serve all points.
final class SliceMemory {
    private Optional<Points> of = Optional.empty();
    private final Map<Integer, Slices> drawn = new HashMap<>();
    private final Map<Integer, ExactSlices> exact = new HashMap<>();
    private final Map<Integer, List<LineCells>> cells = new HashMap<>();

    /// Against draws along so many directions, made if they are not known.
    Slices drawn(Points x, int directions, Supplier<Slices> make) {
        turnTo(x);
        return drawn.computeIfAbsent(directions, _ -> make.get());
    }

    /// Against the law along so many directions, made if they are not known.
    ExactSlices exact(Points x, int directions, Supplier<ExactSlices> make) {
        turnTo(x);
        return exact.computeIfAbsent(directions, _ -> make.get());
    }

    /// The cells of the law along so many directions, made if they are not known.
    List<LineCells> cells(int directions, Supplier<List<LineCells>> make) {
        return cells.computeIfAbsent(directions, _ -> make.get());
    }

    @SuppressWarnings("ReferenceEquality") // these very points, whatever others hold
    private void turnTo(Points x) {
        if (of.filter(points -> points == x).isEmpty()) {
            of = Optional.of(x);
            drawn.clear();
            exact.clear();
        }
    }
}
