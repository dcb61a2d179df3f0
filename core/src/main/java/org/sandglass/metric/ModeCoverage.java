package org.sandglass.metric;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.linalg.Points;

/// Entropic mode coverage: how evenly the points cover the modes, by the shares `fₖ` of points whose
/// best component density is `k`, among the `K` components of positive weight.
///
/// - `emc` is `−Σ fₖ ln fₖ / ln K` (Blessing and others 2024). It is 1 where all modes have as many
///   points: the best only for **equal weights**; for others the exact law scores its entropy over `ln
///   K`.
/// - `emc-weighted` is `1 − Σ fₖ ln(fₖ/wₖ) / −ln minₖ wₖ`: 1 exactly where `f = w`, 0 where all points
///   are in the lightest mode. It is `emc` for equal weights. The divisor is the greatest value of the
///   sum.
///
/// "1 is best" also needs modes that hardly overlap, so that `fₖ` of the exact law is `wₖ`; the floor
/// tells. Both are 1 for `K = 1`. With `n` points exact draws score about `(K − 1)/2n` over the divisor
/// less. The standard error is that of the first-order term; for exact draws it overstates by about √2.
/// Costs `O(nKd)`.
///
/// @param law against which weights
public record ModeCoverage(Against law) implements Metric {
    /// What full coverage is.
    public enum Against {
        /// All modes alike (`emc`).
        EQUAL_WEIGHTS,
        /// The mixture's weights (`emc-weighted`).
        OWN_WEIGHTS
    }

    @Override
    public String name() {
        return law == Against.EQUAL_WEIGHTS ? "emc" : "emc-weighted";
    }

    @Override
    public String summary() {
        return law == Against.EQUAL_WEIGHTS
                ? "entropic mode coverage, 1 for equally many points in all modes"
                : "entropic mode coverage for any weights, 1 for shares equal to the weights";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.density(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        double[] w = ModeShares.weights(reference);
        if (law == Against.EQUAL_WEIGHTS) {
            Arrays.fill(w, 1.0 / w.length);
        }
        Assignment modes = Assignment.of(x, reference.mixture(), Assignment.Rule.DENSITY, reference.loop());
        double[] logW = Arrays.stream(w).map(Math::log).toArray();
        double most = -Arrays.stream(logW).min().orElseThrow();
        return w.length == 1 ? new Estimate(1, 0) : coverage(modes, logW, most);
    }

    private static Estimate coverage(Assignment modes, double[] logW, double most) {
        double[] f = modes.shares();
        double[] slopes = BinShares.slopes(HistogramMetric.Divergence.KULLBACK_LEIBLER, f, logW);
        double divergence = BinShares.value(HistogramMetric.Divergence.KULLBACK_LEIBLER, f, logW);
        return new Estimate(1 - divergence / most, modes.error(slopes) / most);
    }
}
