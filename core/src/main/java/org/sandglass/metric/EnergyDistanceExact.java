package org.sandglass.metric;

import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// The energy distance `2E‖X−Y‖ − E‖X−X′‖ − E‖Y−Y′‖` (Székely and Rizzo 2013) to the mixture itself:
/// what concerns `Y` is exact, only the points are a sample.
///
/// With `A(x) = E‖x − Y‖` and `B = E‖Y − Y′‖` ([MixtureDistances]) it is the U-statistic of `h(x, x′) =
/// A(x) + A(x′) − ‖x − x′‖ − B`: unbiased, 0 on average for exact draws, so it may be negative. Its
/// standard error is that of U-statistics. More than 1000 points are cut into blocks of at most as many,
/// whose mean is the answer.
///
/// `B` takes `K(K + 1)/2` pairs of components. Where they would take more than some ten seconds, it is
/// the mean of `A` over the reference's draws instead, with an error of its own that is counted. `A`
/// costs `O(nK(d + 50))` for isotropic components, `O(nK(d² + 150 d))` for others; the rest `O(n min(n,
/// 1000) d)`.
public record EnergyDistanceExact() implements Metric {
    @Override
    public String name() {
        return "energy-distance-exact";
    }

    @Override
    public String summary() {
        return "energy distance to the mixture itself by integrals, without bias";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.mixture(reference).or(() -> Needs.pairs(reference));
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        GaussianMixture mixture = reference.mixture();
        MixtureDistances distances = new MixtureDistances(mixture);
        double[] a = distances.from(x, reference.loop());
        Estimate b = ExactPairs.affordable(mixture)
                ? new Estimate(distances.within(reference.loop()), 0)
                : Estimate.ofMean(distances.from(reference.draws(), reference.loop()));
        return PairBlocks.of(x.n(), reference.loop(), (i, l) -> a[i] + a[l] - Rows.distance(x, i, x, l))
                .minus(b);
    }
}
