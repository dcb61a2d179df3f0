package org.sandglass.metric;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.linalg.Points;

/// The number of components of positive weight that are the best component density of no point.
///
/// Exact draws miss `Σₖ mₖ`, `mₖ = (1 − wₖ)ⁿ`, on average where modes are apart, and more where a component stands in
/// the shadow of others; its floor says how many. The standard error is `√(q₁ (1 − q₁/n) + Σₖ mₖ (1 − mₖ))`: the
/// jackknife's, with the number `q₁` of modes that have one point only, and what exact draws show. It is 0 where no
/// mode is so light. Costs `O(nKd)`.
public record MissedModes() implements Metric {
    @Override
    public String name() {
        return "missed-modes";
    }

    @Override
    public String summary() {
        return "number of components that are the best component density of no point";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.density(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        int[] counts = Assignment.of(x, reference.mixture(), Assignment.Rule.DENSITY, reference.loop())
                .counts();
        double missed = Arrays.stream(counts).filter(c -> c == 0).count();
        double single = Arrays.stream(counts).filter(c -> c == 1).count();
        double variance = single * (1 - single / x.n()) + chance(x.n(), ModeShares.weights(reference));
        return new Estimate(missed, Math.sqrt(variance));
    }

    /// `Σₖ mₖ (1 − mₖ)`.
    private static double chance(int n, double... weights) {
        return Arrays.stream(weights)
                .map(w -> Math.exp(n * Math.log1p(-w)))
                .map(m -> m * (1 - m))
                .sum();
    }
}
