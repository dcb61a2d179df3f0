package org.sandglass.metric;

import java.util.Optional;
import org.sandglass.linalg.Points;

/// The Wasserstein distance on the line between the energies `u = −ln p(x)` of the points and those of as
/// many exact draws: `W₁`, or `W₂ = (1/n Σ (u₍ᵢ₎ − v₍ᵢ₎)²)^(1/2)`.
///
/// The benchmark of Feynman–Kac correctors reports the square of this `W₂`. Standard errors as in
/// [SlicedWasserstein]. Infinite where a point has density 0. Costs two evaluations of the density and
/// two sorts.
///
/// @param p the power, 1 or 2
public record EnergyLine(int p) implements Metric {
    /// Checks the power.
    public EnergyLine {
        if (p != 1 && p != 2) {
            throw new IllegalArgumentException("p must be 1 or 2, got " + p);
        }
    }

    @Override
    public String name() {
        return "energy-w" + p;
    }

    @Override
    public String summary() {
        return "W" + p + " between the energies -ln p of points and draws";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.density(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        Points u = energies(x, reference);
        if (u.firstNonFiniteRow() >= 0) {
            return new Estimate(Double.POSITIVE_INFINITY, Double.NaN);
        }
        Slices slices = Slices.of(u, energies(reference.draws(), reference), new double[][] {{1}}, reference.loop());
        return SlicedWasserstein.estimate(p, slices.mean(p));
    }

    private static Points energies(Points x, Reference reference) {
        return Points.wrap(reference.mixture().energy(x), x.n(), 1);
    }
}
