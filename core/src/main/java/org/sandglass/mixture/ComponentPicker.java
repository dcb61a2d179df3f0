package org.sandglass.mixture;

import org.sandglass.arrayops.ArrayMath;
import org.sandglass.linalg.Points;

/// Picks a component for each point with the probabilities `rₖ(x)`, given one uniform number per point.
///
/// Components stand in their own order, so that the same number picks the same component however the terms were
/// found: by a [PrunedPicker], or in tiles of all terms `lₖ = ln wₖ + ln N(x; aμₖ, Cₖ)`, `K × lanes`. A point's
/// pick does not depend on its tile. A point so far away that squares overflow or ties are hidden is left to
/// [PointTerms].
final class ComponentPicker {
    private final NoisyMixture law;
    private final int k;
    private final int lanes;
    private final Tile tile;
    private final double[] terms;

    ComponentPicker(NoisyMixture law) {
        this.law = law;
        this.k = law.prior().k();
        this.lanes = Math.clamp(65_536 / (k + 4L * law.prior().d()), 8, 128);
        this.tile = new Tile(law, lanes);
        this.terms = new double[Math.multiplyExact(k, lanes)];
    }

    /// One component for each point.
    int[] pick(Points points, double[] uniforms) {
        return law.tree()
                .map(tree -> new PrunedPicker(law, tree, this::pickDensely).pick(points, uniforms))
                .orElseGet(() -> pickDensely(points, uniforms));
    }

    private int[] pickDensely(Points points, double[] uniforms) {
        int[] picked = new int[points.n()];
        for (int start = 0; start < picked.length; start += lanes) {
            int live = Math.min(lanes, picked.length - start);
            tile.load(points, start, live);
            for (int l = 0; l < k; l++) {
                tile.terms(l, terms, l * lanes);
            }
            for (int i = 0; i < live; i++) {
                picked[start + i] = pick(points, start + i, i, uniforms[start + i]);
            }
        }
        return picked;
    }

    private int pick(Points points, int row, int lane, double uniform) {
        double max = Double.NEGATIVE_INFINITY;
        for (int at = lane; at < k * lanes; at += lanes) {
            max = Math.max(max, terms[at]);
        }
        double sum = 0;
        for (int at = lane; at < k * lanes; at += lanes) {
            terms[at] = ArrayMath.exp(terms[at] - max);
            sum += terms[at];
        }
        return sum > 0 && max > -FarTies.FAR
                ? first(terms, lane, lanes, uniform * sum)
                : first(law.terms(points.row(row)).responsibilities(), 0, 1, uniform);
    }

    /// The first component at which the running sum exceeds the target; never one of weight 0. The target is
    /// below the whole sum, since `uniform ≤ 1 − 2⁻⁵³`; where responsibilities sum to a little less than 1, the
    /// last of positive weight is taken.
    private int first(double[] weights, int offset, int stride, double target) {
        double sum = 0;
        int last = 0;
        for (int l = 0; l < k; l++) {
            double weight = weights[offset + l * stride];
            if (weight > 0) {
                sum += weight;
                last = l;
                if (target < sum) {
                    return l;
                }
            }
        }
        return last;
    }
}
