package org.sandglass.mixture;

import org.sandglass.arrayops.ArrayOps;

/// One point under single components: their terms, and what they add to score and posterior mean. Lanes run
/// along the coordinates. Reused from point to point, by one thread.
final class PointComponents {
    private final ArrayOps ops = ArrayOps.get();
    private final NoisyMixture law;
    private final double[] means;
    private final int d;
    private final double[] v;
    private final double[] w;
    private final double[] scratch;
    private double[] x = {};
    private int from;

    PointComponents(NoisyMixture law) {
        this.law = law;
        this.means = law.prior().means().data();
        this.d = law.prior().d();
        this.v = new double[d];
        this.w = new double[law.whitenedLength()];
        this.scratch = new double[w.length];
    }

    /// Turns to the point at `x[from, from + d)`.
    void at(double[] x, int from) {
        this.x = x;
        this.from = from;
    }

    /// `lₖ = ln wₖ + ln N(x; aμₖ, Cₖ)`, −∞ or NaN where squares overflow.
    double term(int k) {
        ops.difference(x, from, law.a(), means, k * d, v, 0, d);
        return Math.fma(-0.5, squaredLength(law.covariance(k)), law.logConstant(k));
    }

    private double squaredLength(Covariance noisy) {
        return switch (noisy) {
            case Isotropic(double std, int _) -> ops.dot(v, 0, v, 0, d) / std / std;
            case Diagonal diagonal -> {
                ops.divide(v, 0, diagonal.live(), 0, w, 0, d);
                yield ops.dot(w, 0, w, 0, d);
            }
            case Spectral _, LowRank _ -> {
                Whitening.whiten(noisy, v, w);
                int length = Whitening.length(noisy);
                yield ops.dot(w, 0, w, 0, length);
            }
        };
    }

    /// Adds `weight · Cₖ⁻¹(x − aμₖ)`.
    void addScore(int k, double weight, double[] sum) {
        ops.difference(x, from, law.a(), means, k * d, v, 0, d);
        Covariance noisy = law.covariance(k);
        switch (noisy) {
            case Isotropic(double std, int _) -> ops.axpy(weight / std / std, v, 0, sum, 0, d);
            case Diagonal diagonal -> {
                ops.divide(v, 0, diagonal.live(), 0, v, 0, d);
                ops.divide(v, 0, diagonal.live(), 0, v, 0, d);
                ops.axpy(weight, v, 0, sum, 0, d);
            }
            case Spectral _, LowRank _ -> {
                Whitening.whiten(noisy, v, w);
                Whitening.unwhiten(noisy, w, v);
                ops.axpy(weight, v, 0, sum, 0, d);
            }
        }
    }

    /// Adds `weight · (μₖ + aΣₖCₖ⁻¹(x − aμₖ))`.
    void addMean(int k, double weight, double[] sum) {
        Covariance prior = law.prior().covariance(k);
        ops.axpy(weight, means, k * d, sum, 0, d);
        if (!(prior instanceof Isotropic(double std, int _) && std == 0)) {
            ops.difference(x, from, law.a(), means, k * d, v, 0, d);
            Whitening.whiten(law.covariance(k), v, w);
            PosteriorShift.of(prior, law.covariance(k), law.a(), w, v, scratch);
            ops.axpy(weight, v, 0, sum, 0, d);
        }
    }
}
