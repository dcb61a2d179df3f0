package org.sandglass.metric;

import java.util.Optional;
import org.sandglass.linalg.Points;

/// The Wasserstein distance on the line between points and the mixture itself: `W₁ = ∫ |Fₙ − F| dx`,
/// `W₂² = ∫ (Fₙ⁻¹(u) − F⁻¹(u))² du`, without draws or a grid.
///
/// In closed form between the mixture's own quantiles ([LineCells]), to 13 digits or so. The standard error
/// is that of [CloudWasserstein]. Costs `O(nK)` normal integrals and a sort.
///
/// @param p the power, 1 or 2
public record LineWassersteinExact(int p) implements Metric {
    /// Checks the power.
    public LineWassersteinExact {
        if (p != 1 && p != 2) {
            throw new IllegalArgumentException("p must be 1 or 2, got " + p);
        }
    }

    @Override
    public String name() {
        return "w" + p + "-exact-1d";
    }

    @Override
    public String summary() {
        return "W" + p + " to the mixture itself on the line, by its quantile function, without draws";
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.oneDimension(reference).or(() -> new SlicedWassersteinExact(p).objection(reference));
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        return new SlicedWassersteinExact(p).of(x, reference);
    }
}
