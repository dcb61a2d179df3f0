package org.sandglass.metric;

import java.util.Optional;
import org.sandglass.linalg.Points;

/// The p-value of Kolmogorov and Smirnov's test that the points are independent draws of the mixture:
/// `min(1, d P(D ≥ maxⱼ Dⱼ))` over the `d` coordinates (Bonferroni), with `P` exact for `n` draws
/// ([KolmogorovLaw]).
///
/// For exact draws it is uniform on `[0, 1]` in one dimension, so the error beside it is `√(1/12)`,
/// whatever the points are. Points of a Markov chain are not independent and score lower. Costs as `ks`.
public record KsPValue() implements Metric {
    @Override
    public String name() {
        return "ks-p";
    }

    @Override
    public String summary() {
        return "p-value of the Kolmogorov-Smirnov test of all coordinates: uniform for exact draws";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.mixture(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        Estimate[] marginals = EdfMetric.marginals(x, reference, EdfMetric.Distance.KOLMOGOROV_SMIRNOV);
        double p = KolmogorovLaw.upper(x.n(), EdfMetric.worst(marginals).value());
        return new Estimate(Math.min(1, x.d() * p), Math.sqrt(1.0 / 12));
    }
}
