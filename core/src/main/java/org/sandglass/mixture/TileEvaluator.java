package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayMath;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.linalg.Points;

/// One fused pass over tiles of points: log density, score and posterior mean with log-sum-exp on the fly.
///
/// Per point it keeps the largest term `m = maxₖ lₖ` so far, `Σ e^(lₖ−m)` and the weighted sums of
/// `Cₖ⁻¹(x − aμₖ)` and of the component posterior means, and rescales them when a larger term appears (Milakov
/// and Gimelshein 2018). Memory does not grow with `K`. A point so far away that squares overflow, or that
/// rounding hides which component is nearest, is handed to [FarPoint].
final class TileEvaluator {
    private final ArrayOps ops = ArrayOps.forWork();
    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final int d;
    private final int lanes;
    private final Tile tile;
    private final double[] scratch;
    private final double[] term;
    private final double[] max;
    private final double[] factor;
    private final double[] sum;
    private final double[] scoreSum;
    private final double[] meanSum;

    TileEvaluator(NoisyMixture law, int points, boolean score, boolean posteriorMean) {
        this.law = law;
        this.prior = law.prior();
        this.d = prior.d();
        this.lanes = Math.clamp(8192 / d, 8, Math.max(8, Math.min(128, points)));
        this.tile = new Tile(law, lanes);
        scratch = new double[posteriorMean ? tile.w().length : 0];
        term = new double[lanes];
        max = new double[lanes];
        factor = new double[lanes];
        sum = new double[lanes];
        scoreSum = new double[score ? d * lanes : 0];
        meanSum = new double[posteriorMean ? d * lanes : 0];
    }

    /// Evaluates the rows `[from, to)` of the points into the same rows of the outputs.
    void evaluate(Points points, int from, int to, Outputs out) {
        for (int start = from; start < to; start += lanes) {
            int live = Math.min(lanes, to - start);
            tile.load(points, start, live);
            clear();
            addAll();
            store(points, start, live, out);
        }
    }

    private void clear() {
        Arrays.fill(max, -Double.MAX_VALUE);
        Arrays.fill(sum, 0);
        Arrays.fill(scoreSum, 0);
        Arrays.fill(meanSum, 0);
    }

    private void addAll() {
        for (int k = 0; k < prior.k(); k++) {
            if (law.logConstant(k) > Double.NEGATIVE_INFINITY) {
                add(k);
            }
        }
    }

    private void add(int k) {
        tile.terms(k, term, 0);
        if (raiseMaximum()) {
            rescale();
        }
        if (weigh()) {
            addVectors(k, law.covariance(k));
        }
    }

    /// Leaves in `factor` what the sums so far are worth under the new maximum; says whether any changed.
    private boolean raiseMaximum() {
        boolean changed = false;
        for (int i = 0; i < lanes; i++) {
            factor[i] = 1;
            if (term[i] > max[i]) {
                factor[i] = ArrayMath.exp(max[i] - term[i]);
                max[i] = term[i];
                changed = true;
            }
        }
        return changed;
    }

    private void rescale() {
        multiplyLanes(sum);
        multiplyLanes(scoreSum);
        multiplyLanes(meanSum);
    }

    private void multiplyLanes(double[] total) {
        for (int from = 0; from < total.length; from += lanes) {
            for (int i = 0; i < lanes; i++) {
                total[from + i] *= factor[i];
            }
        }
    }

    /// Turns `term` into `e^(l − max)` and adds it to the sums; says whether any is not zero.
    private boolean weigh() {
        subtractMaximum();
        ops.exp(term, 0, term, 0, lanes);
        boolean matters = false;
        for (int i = 0; i < lanes; i++) {
            sum[i] += term[i];
            matters |= term[i] > 0;
        }
        return matters;
    }

    private void subtractMaximum() {
        for (int i = 0; i < lanes; i++) {
            term[i] -= max[i];
        }
    }

    /// Adds the component's posterior mean `μₖ + aΣₖCₖ⁻¹v` and its `Cₖ⁻¹v`, whichever is asked for; the latter
    /// overwrites `w`.
    private void addVectors(int k, Covariance noisy) {
        if (meanSum.length > 0) {
            PosteriorShift.of(prior.covariance(k), noisy, law.a(), tile.w(), tile.v(), scratch, lanes);
            addMean(k);
            addWeighted(tile.v(), meanSum);
        }
        if (scoreSum.length > 0) {
            Whitening.unwhiten(noisy, tile.w(), tile.v(), lanes);
            addWeighted(tile.v(), scoreSum);
        }
    }

    private void addMean(int k) {
        double[] v = tile.v();
        for (int j = 0; j < d; j++) {
            double mu = prior.means().get(k, j);
            for (int at = j * lanes; at < (j + 1) * lanes; at++) {
                v[at] += mu;
            }
        }
    }

    private void addWeighted(double[] part, double[] total) {
        for (int j = 0; j < d; j++) {
            for (int i = 0, at = j * lanes; i < lanes; i++, at++) {
                total[at] = Math.fma(term[i], part[at], total[at]);
            }
        }
    }

    private void store(Points points, int start, int live, Outputs out) {
        for (int i = 0; i < live; i++) {
            storeLane(points, start + i, i, out);
        }
    }

    private void storeLane(Points points, int row, int lane, Outputs out) {
        boolean tiesAreHidden = prior.k() > 1 && max[lane] < -FarTies.FAR;
        if (tiesAreHidden || !(sum[lane] > 0) || !finite(scoreSum, lane) || !finite(meanSum, lane)) {
            new FarPoint(law, points.row(row)).store(row, out);
            return;
        }
        if (out.wantsLogDensity()) {
            out.logDensity()[row] = max[lane] + Math.log(sum[lane]);
        }
        for (int j = 0; j * lanes < scoreSum.length; j++) {
            out.score()[row * d + j] = -scoreSum[j * lanes + lane] / sum[lane];
        }
        for (int j = 0; j * lanes < meanSum.length; j++) {
            out.posteriorMean()[row * d + j] = meanSum[j * lanes + lane] / sum[lane];
        }
    }

    private boolean finite(double[] total, int lane) {
        for (int at = lane; at < total.length; at += lanes) {
            if (!Double.isFinite(total[at])) {
                return false;
            }
        }
        return true;
    }
}
