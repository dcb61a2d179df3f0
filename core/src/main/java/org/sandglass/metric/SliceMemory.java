package org.sandglass.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sandglass.linalg.Points;

/// The slices of the points that were judged last, since sorting them is what costs.
final class SliceMemory {
    private Optional<Points> of = Optional.empty();
    private final List<Slices> known = new ArrayList<>();

    /// The slices of points along so many directions, made if they are not known.
    @SuppressWarnings("ReferenceEquality") // these very points, whatever others hold
    Slices get(Points x, int directions, Supplier<Slices> make) {
        if (of.filter(points -> points == x).isEmpty()) {
            of = Optional.of(x);
            known.clear();
        }
        return known.stream()
                .filter(slices -> slices.directions() == directions)
                .findFirst()
                .orElseGet(() -> added(make.get()));
    }

    private Slices added(Slices slices) {
        known.add(slices);
        return slices;
    }
}
