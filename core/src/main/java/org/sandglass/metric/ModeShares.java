package org.sandglass.metric;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.linalg.Points;

/// The mode-mass error by counting: `½ Σₖ |fₖ − wₖ|` with the share `fₖ` of points that belong to mode
/// `k`.
///
/// - `mode-weights-density`: a point belongs to the component of the largest density
/// - `mode-weights-nearest`: to that of the nearest mean
///
/// Where modes overlap, exact draws do not give the cells of a mode its weight `wₖ`: read it beside its
/// floor, or take `mode-weights`, which has no such bias. The standard error is that of the first-order
/// term, `½ Σₖ ±fₖ`. Costs `O(nKd)`.
///
/// @param by which of the two
public record ModeShares(By by) implements Metric {
    /// How a point is assigned.
    public enum By {
        /// The largest component density.
        DENSITY,
        /// The nearest mean.
        NEAREST
    }

    @Override
    public String name() {
        return by == By.DENSITY ? "mode-weights-density" : "mode-weights-nearest";
    }

    @Override
    public String summary() {
        return "total variation between the exact weights and the shares of points by "
                + (by == By.DENSITY ? "best component density" : "nearest mean");
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return by == By.DENSITY ? Needs.density(reference) : Needs.mixture(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        Assignment.Rule rule = by == By.DENSITY ? Assignment.Rule.DENSITY : Assignment.Rule.NEAREST;
        Assignment modes = Assignment.of(x, reference.mixture(), rule, reference.loop());
        double[] f = modes.shares();
        double[] w = weights(reference);
        double[] logW = Arrays.stream(w).map(Math::log).toArray();
        double[] slopes = BinShares.slopes(HistogramMetric.Divergence.TOTAL_VARIATION, f, logW);
        return new Estimate(BinShares.value(HistogramMetric.Divergence.TOTAL_VARIATION, f, logW), modes.error(slopes));
    }

    /// The positive weights, in order.
    static double[] weights(Reference reference) {
        return Arrays.stream(reference.mixture().weights()).filter(w -> w > 0).toArray();
    }
}
