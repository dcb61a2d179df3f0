package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.linalg.Points;

/// Some points side by side, transposed: coordinate `j` of point `i` is entry `j·lanes + i`. Computes their
/// terms `lₖ = ln wₖ + ln N(x; aμₖ, Cₖ)`, a component at a time.
///
/// Every loop is a small method of its own, which the compiler has ready long before it has one large one.
final class Tile {
    private final NoisyMixture law;
    private final Points means;
    private final int d;
    private final int lanes;
    private final double[] x;
    private final double[] v;
    private final double[] w;

    Tile(NoisyMixture law, int lanes) {
        this.law = law;
        this.means = law.prior().means();
        this.d = means.d();
        this.lanes = lanes;
        this.x = new double[d * lanes];
        this.v = new double[d * lanes];
        this.w = new double[law.whitenedLength() * lanes];
    }

    int lanes() {
        return lanes;
    }

    /// Room for `d × lanes` numbers; [#terms] leaves `x − aμₖ` there.
    double[] v() {
        return v;
    }

    /// What [#terms] leaves: `x − aμₖ` whitened by `Cₖ`.
    double[] w() {
        return w;
    }

    /// Takes rows `[start, start + live)`; the lanes that are left repeat the last.
    void load(Points points, int start, int live) {
        double[] data = points.data();
        for (int i = 0; i < lanes; i++) {
            int row = (start + Math.min(i, live - 1)) * d;
            for (int j = 0; j < d; j++) {
                x[j * lanes + i] = data[row + j];
            }
        }
    }

    /// Writes `lₖ` of every lane to `out[from, from + lanes)`; −∞ where squares overflow or the weight is 0.
    void terms(int k, double[] out, int from) {
        if (!(law.logConstant(k) > Double.NEGATIVE_INFINITY)) {
            Arrays.fill(out, from, from + lanes, Double.NEGATIVE_INFINITY);
            return;
        }
        subtractMean(k);
        Covariance noisy = law.covariance(k);
        Whitening.whiten(noisy, v, w, lanes);
        Whitening.squaredNorms(w, Whitening.length(noisy), out, from, lanes);
        addConstant(law.logConstant(k), out, from);
    }

    /// `v = x − aμₖ` with one rounding, so that a point near `aμₖ` keeps its digits.
    private void subtractMean(int k) {
        for (int j = 0; j < d; j++) {
            subtractMean(-law.a(), means.get(k, j), j * lanes, (j + 1) * lanes);
        }
    }

    private void subtractMean(double minusA, double mu, int from, int to) {
        for (int at = from; at < to; at++) {
            v[at] = Math.fma(minusA, mu, x[at]);
        }
    }

    private void addConstant(double constant, double[] out, int from) {
        for (int at = from; at < from + lanes; at++) {
            out[at] = Math.fma(-0.5, out[at], constant);
        }
    }
}
