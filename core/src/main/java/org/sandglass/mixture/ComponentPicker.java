package org.sandglass.mixture;

import org.sandglass.arrayops.ArrayMath;
import org.sandglass.linalg.Points;

/// Picks a component for each point with the probabilities `rₖ(x)`, given one uniform number per point.
///
/// Works through the points in tiles of all terms `lₖ = ln wₖ + ln N(x; aμₖ, Cₖ)`, `K × lanes`; a point's pick
/// does not depend on its tile. A point so far away that squares overflow or ties are hidden is left to
/// [PointTerms].
final class ComponentPicker {
    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final int d;
    private final int tile;
    private final double[] x;
    private final double[] v;
    private final double[] w;
    private final double[] norm;
    private final double[] terms;

    ComponentPicker(NoisyMixture law) {
        this.law = law;
        this.prior = law.prior();
        this.d = prior.d();
        this.tile = Math.clamp(65_536 / ((long) prior.k() + 4L * d), 8, 128);
        x = new double[d * tile];
        v = new double[d * tile];
        w = new double[law.whitenedLength() * tile];
        norm = new double[tile];
        terms = new double[Math.multiplyExact(prior.k(), tile)];
    }

    /// One component for each point.
    int[] pick(Points points, double[] uniforms) {
        int[] picked = new int[points.n()];
        for (int start = 0; start < picked.length; start += tile) {
            int lanes = Math.min(tile, picked.length - start);
            load(points, start, lanes);
            for (int k = 0; k < prior.k(); k++) {
                evaluate(k, lanes);
            }
            for (int i = 0; i < lanes; i++) {
                picked[start + i] = pick(points, start + i, i, lanes, uniforms[start + i]);
            }
        }
        return picked;
    }

    private void load(Points points, int start, int lanes) {
        for (int i = 0; i < lanes; i++) {
            for (int j = 0; j < d; j++) {
                x[j * lanes + i] = points.get(start + i, j);
            }
        }
    }

    private void evaluate(int k, int lanes) {
        double constant = law.logConstant(k);
        if (constant > Double.NEGATIVE_INFINITY) {
            for (int j = 0; j < d; j++) {
                double mean = prior.means().get(k, j);
                for (int at = j * lanes; at < (j + 1) * lanes; at++) {
                    v[at] = Math.fma(-law.a(), mean, x[at]);
                }
            }
            Whitening.whiten(law.covariance(k), v, w, lanes);
            Whitening.squaredNorms(w, Whitening.length(law.covariance(k)), norm, lanes);
        }
        for (int i = 0; i < lanes; i++) {
            terms[k * lanes + i] = constant > Double.NEGATIVE_INFINITY ? Math.fma(-0.5, norm[i], constant) : constant;
        }
    }

    private int pick(Points points, int row, int lane, int lanes, double uniform) {
        double max = Double.NEGATIVE_INFINITY;
        for (int at = lane; at < prior.k() * lanes; at += lanes) {
            max = Math.max(max, terms[at]);
        }
        double sum = 0;
        for (int at = lane; at < prior.k() * lanes; at += lanes) {
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
        for (int k = 0; k < prior.k(); k++) {
            double weight = weights[offset + k * stride];
            if (weight > 0) {
                sum += weight;
                last = k;
                if (target < sum) {
                    return k;
                }
            }
        }
        return last;
    }
}
