package org.sandglass.mixture;

import org.sandglass.linalg.OneSidedJacobi;

/// Everything about one point, component by component: responsibilities `rₖ` and the vectors `uₖ = Cₖ⁻¹(x −
/// aμₖ)`.
///
/// Safe at any finite distance: where squares overflow it compares lengths under a common power of two
/// instead, and the nearest component takes all, but for those that [FarTies] tells apart.
final class PointTerms {
    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final double[] x;
    private final int d;
    private final double[] w;
    private final double[] v;
    private final double[] responsibilities;
    private final double[] logResponsibilities;
    private final double logDensity;

    PointTerms(NoisyMixture law, double[] x) {
        this.law = law;
        this.prior = law.prior();
        this.x = x;
        this.d = prior.d();
        this.w = new double[law.whitenedLength()];
        this.v = new double[d];
        this.responsibilities = new double[prior.k()];
        double[] norm = {0};
        for (int k = 0; k < prior.k(); k++) {
            responsibilities[k] = law.logConstant(k);
            if (responsibilities[k] > Double.NEGATIVE_INFINITY) {
                whiten(k, 1);
                Whitening.squaredNorms(w, Whitening.length(law.covariance(k)), norm, 0, 1);
                responsibilities[k] = finiteOrMinusInfinity(Math.fma(-0.5, norm[0], responsibilities[k]));
            }
        }
        logDensity = settle();
        logResponsibilities = responsibilities.clone();
        Weights.softmax(responsibilities);
    }

    /// The log density; leaves in the terms what softmax needs.
    private double settle() {
        double largest = Weights.largest(responsibilities);
        if (largest > -FarTies.FAR) {
            return Weights.logSumExp(responsibilities);
        }
        boolean beyondSquares = largest == Double.NEGATIVE_INFINITY;
        if (beyondSquares) {
            compareLengths();
        }
        new FarTies(law).subtractLargest(responsibilities, x, beyondSquares ? commonUnit() : 1);
        return largest + Weights.logSumExp(responsibilities);
    }

    private static double finiteOrMinusInfinity(double term) {
        return Double.isNaN(term) ? Double.NEGATIVE_INFINITY : term;
    }

    double[] responsibilities() {
        return responsibilities;
    }

    /// `ln rₖ` up to a constant: finite also where `rₖ` underflows.
    double[] logResponsibilities() {
        return logResponsibilities;
    }

    double logDensity() {
        return logDensity;
    }

    /// `u = Cₖ⁻¹(x − aμₖ)`, infinite only where it truly exceeds the range of a double.
    void precisionTimes(int k, double[] u) {
        double unit = whitenFinitely(k);
        Whitening.unwhiten(law.covariance(k), w, u);
        if (!allFinite(u)) {
            unit = commonUnit();
            whiten(k, unit);
            Whitening.unwhiten(law.covariance(k), w, u);
        }
        for (int j = 0; j < d; j++) {
            u[j] *= unit;
        }
    }

    /// The mean of component `k` of the posterior of `x₀`: `μₖ + aΣₖCₖ⁻¹(x − aμₖ)`.
    void posteriorMean(int k, double[] out) {
        double unit = whitenFinitely(k);
        PosteriorShift.of(prior.covariance(k), law.covariance(k), law.a(), w, out, new double[w.length]);
        for (int j = 0; j < d; j++) {
            out[j] = out[j] * unit + prior.means().get(k, j);
        }
    }

    /// Whitens `x − aμₖ` in units in which it does not overflow, and says which: 1 if it can be.
    private double whitenFinitely(int k) {
        whiten(k, 1);
        if (allFinite(w)) {
            return 1;
        }
        double unit = commonUnit();
        whiten(k, unit);
        return unit;
    }

    private void whiten(int k, double unit) {
        for (int j = 0; j < d; j++) {
            v[j] = Math.fma(-law.a(), prior.means().get(k, j) / unit, x[j] / unit);
        }
        Whitening.whiten(law.covariance(k), v, w);
    }

    private void compareLengths() {
        double unit = commonUnit();
        double[] lengths = new double[prior.k()];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < prior.k(); k++) {
            lengths[k] = Double.POSITIVE_INFINITY;
            if (law.logConstant(k) > Double.NEGATIVE_INFINITY) {
                whiten(k, unit);
                lengths[k] = OneSidedJacobi.norm(w, 0, Whitening.length(law.covariance(k)));
                least = Math.min(least, lengths[k]);
            }
        }
        for (int k = 0; k < prior.k(); k++) {
            responsibilities[k] = lengths[k] == least ? law.logConstant(k) : Double.NEGATIVE_INFINITY;
        }
    }

    /// A power of two as large as any coordinate of the point or of a mean.
    private double commonUnit() {
        double largest = Double.MIN_NORMAL;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (double value : prior.means().data()) {
            largest = Math.max(largest, Math.abs(law.a() * value));
        }
        return Math.scalb(1.0, Math.getExponent(largest));
    }

    private static boolean allFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
