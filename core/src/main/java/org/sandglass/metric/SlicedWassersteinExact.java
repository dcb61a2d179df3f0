package org.sandglass.metric;

import java.util.List;
import java.util.Optional;
import org.sandglass.linalg.Points;

/// The sliced Wasserstein distance to the mixture itself: `(mean of Wₚᵖ(⟨θₗ, x⟩, ⟨θₗ, Y⟩))^(1/p)` over `L = 64`
/// fixed random directions, without draws.
///
/// A mixture seen along a direction is a mixture on the line, with a distribution function and partial moments in
/// closed form ([LineCells]); so only the points are a sample, and exact draws score about `1/√2` of what they do
/// against other draws. In one dimension, where one direction is all, it is [LineWassersteinExact].
///
/// The standard error is that of [CloudWasserstein], from potentials averaged over directions.
///
/// /// `O(L n (d + ln n))` for each set of points.
///
/// @param p the power, 1 or 2
/// @param directions how many, `≥ 1`
public record SlicedWassersteinExact(int p, int directions) implements Metric {
    /// The most points times directions: their cells are kept.
    private static final int MOST_CELLS = 6_400_000;

    private static final int USUAL_DIRECTIONS = 64;

    /// Checks the numbers.
    public SlicedWassersteinExact {
        if ((p != 1 && p != 2) || directions < 1 || directions > MOST_CELLS) {
            throw new IllegalArgumentException("p must be 1 or 2 and directions >= 1, got " + p + " and " + directions);
        }
    }

    /// Along 64 directions.
    ///
    /// @param p the power, 1 or 2
    public SlicedWassersteinExact(int p) {
        this(p, USUAL_DIRECTIONS);
    }

    @Override
    public String name() {
        return "sliced-w" + p + "-exact" + (directions == USUAL_DIRECTIONS ? "" : ":" + directions);
    }

    @Override
    public String summary() {
        return "sliced W" + p + " to the mixture itself along " + directions + " directions, without draws";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        int along = reference.d() == 1 ? 1 : directions;
        return Needs.mixture(reference).or(() -> Needs.atMost(MOST_CELLS / along, reference));
    }

    @Override
    public Optional<Metric> with(int number) {
        return number < 1 || number > MOST_CELLS
                ? Optional.empty()
                : Optional.of(new SlicedWassersteinExact(p, number));
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        return reference
                .slices()
                .exact(x, directions, () -> slices(x, reference))
                .distance(p);
    }

    private ExactSlices slices(Points x, Reference reference) {
        double[][] all = Slices.directions(x.d(), directions, reference.streams());
        List<LineCells> cells = reference
                .slices()
                .cells(directions, () -> ExactSlices.cells(reference.mixture(), all, x.n(), reference.loop()));
        return ExactSlices.of(x, all, cells, reference.loop());
    }
}
