package org.sandglass.mixture;

import org.sandglass.arrayops.ArrayOps;

/// One point under single components: their terms, and what they add to score and posterior mean. Terms of
/// isotropic and diagonal components have the bits of the dense evaluation. Reused from point to point, by one
/// thread.
final class PointComponents {
    private final ArrayOps ops = ArrayOps.get();
    private final NoisyMixture law;
    private final double[] means;
    private final int d;
    private final boolean shared;
    private final double[] v;
    private final double[] w;
    private final double[] scratch;
    private double[] x = {};
    private int from;

    PointComponents(NoisyMixture law) {
        this.law = law;
        this.means = law.prior().means().data();
        this.d = law.prior().d();
        this.shared = law.prior().sharesCovariance();
        this.v = new double[d];
        this.w = new double[law.whitenedLength()];
        this.scratch = new double[w.length];
    }

    /// Turns to the point at `x[from, from + d)`.
    void at(double[] x, int from) {
        this.x = x;
        this.from = from;
    }

    /// `log₂ wₖ + log₂ N(x; aμₖ, Cₖ)`, −∞ or NaN where squares overflow.
    double term(int k) {
        double constant = law.logConstant(k) * BlockKernel.LOG2_E;
        return switch (law.covariance(k)) {
            case Isotropic(double std, int _) -> roundTerm(k, -0.5 * BlockKernel.LOG2_E / std / std, constant);
            case Diagonal diagonal -> axisAlignedTerm(k, diagonal.live(), constant);
            case Covariance other -> whitenedTerm(k, other, constant);
        };
    }

    /// Adds up the coordinates one after the other, as [SharedIsotropic] does, or [AxisAligned] where components
    /// differ, so that a term has the same bits whichever way it was asked for.
    private double roundTerm(int k, double gain, double constant) {
        double a = law.a();
        double sum = shared ? 0 : constant;
        double factor = shared ? 1 : gain;
        for (int j = 0, at = k * d; j < d; j++, at++) {
            double v = Math.fma(-a, means[at], x[from + j]);
            sum = Math.fma(v * factor, v, sum);
        }
        return shared ? Math.fma(gain, sum, constant) : sum;
    }

    /// As [AxisAligned] adds up.
    private double axisAlignedTerm(int k, double[] stds, double constant) {
        double a = law.a();
        double sum = constant;
        for (int j = 0, at = k * d; j < d; j++, at++) {
            double v = Math.fma(-a, means[at], x[from + j]);
            sum = Math.fma(v * (-0.5 * BlockKernel.LOG2_E / stds[j] / stds[j]), v, sum);
        }
        return sum;
    }

    private double whitenedTerm(int k, Covariance noisy, double constant) {
        ops.difference(x, from, law.a(), means, k * d, v, 0, d);
        Whitening.whiten(noisy, v, w);
        double square = ops.dot(w, 0, w, 0, Whitening.length(noisy));
        return Math.fma(-0.5 * BlockKernel.LOG2_E, square, constant);
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
