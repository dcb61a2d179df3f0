package org.sandglass.metric;

import java.util.Optional;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// Distances of the empirical distribution function `Fₙ` of each coordinate from the exact one, `F`, of
/// the marginal of the mixture; the largest over coordinates. No reference draws.
///
/// - `ks`: Kolmogorov and Smirnov's `D = sup |Fₙ − F|`; for one coordinate `√n D` has Kolmogorov's law,
///   mean 0.869
/// - `kuiper`: `sup (Fₙ − F) + sup (F − Fₙ)`
/// - `cramer-von-mises`: `∫ (Fₙ − F)² dF`, which is `W²/n`; exact draws score `1/(6n)` on average
/// - `anderson-darling`: `∫ (Fₙ − F)²/(F(1 − F)) dF`, which is `A²/n`; exact draws score `1/n` on
///   average
///
/// Their usual statistics grow with `n` (`W²`, `A²`); these are divided by it, so that numbers of
/// different `n` compare. The standard error is that of the first-order term; for exact draws it
/// overstates up to twofold. Costs `O(n d (K + ln n))`.
///
/// @param distance which of them
public record EdfMetric(Distance distance) implements Metric {
    /// The distance of two distribution functions.
    public enum Distance {
        /// `ks`.
        KOLMOGOROV_SMIRNOV,
        /// `kuiper`.
        KUIPER,
        /// `cramer-von-mises`.
        CRAMER_VON_MISES,
        /// `anderson-darling`.
        ANDERSON_DARLING
    }

    @Override
    public String name() {
        return switch (distance) {
            case KOLMOGOROV_SMIRNOV -> "ks";
            case KUIPER -> "kuiper";
            case CRAMER_VON_MISES -> "cramer-von-mises";
            case ANDERSON_DARLING -> "anderson-darling";
        };
    }

    @Override
    public String summary() {
        return switch (distance) {
            case KOLMOGOROV_SMIRNOV -> "largest gap to the exact distribution function, worst coordinate";
            case KUIPER -> "largest gaps upwards and downwards together, worst coordinate";
            case CRAMER_VON_MISES -> "mean square gap to the exact distribution function, worst coordinate";
            case ANDERSON_DARLING -> "mean square gap over F(1 - F), which sees the tails, worst coordinate";
        };
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.mixture(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        return worst(marginals(x, reference, distance));
    }

    /// The estimate of every coordinate.
    static Estimate[] marginals(Points x, Reference reference, Distance distance) {
        GaussianMixture mixture = reference.mixture();
        Estimate[] out = new Estimate[x.d()];
        reference.loop().forEach(out.length, j -> {
            double[] sorted = IntStream.range(0, x.n())
                    .mapToDouble(i -> x.get(i, j))
                    .sorted()
                    .toArray();
            out[j] = of(sorted, LineLaw.of(mixture.marginal(j)), distance);
        });
        return out;
    }

    private static Estimate of(double[] sorted, LineLaw law, Distance distance) {
        return switch (distance) {
            case KOLMOGOROV_SMIRNOV -> EdfLine.of(sorted, law).kolmogorov();
            case KUIPER -> EdfLine.of(sorted, law).kuiper();
            case CRAMER_VON_MISES -> EdfLine.of(sorted, law).cramerVonMises();
            case ANDERSON_DARLING -> EdfLine.withTails(sorted, law).andersonDarling();
        };
    }

    /// The largest.
    static Estimate worst(Estimate... estimates) {
        Estimate worst = estimates[0];
        for (Estimate each : estimates) {
            worst = each.value() > worst.value() ? each : worst;
        }
        return worst;
    }
}
