package org.sandglass.histogram;

import java.util.function.DoubleBinaryOperator;

/// Sums over the bins of two histograms, with the errors that multinomial counts give them.
///
/// @param p masses of the first
/// @param n how many numbers made them
/// @param q masses of the second
/// @param m how many numbers made them
@SuppressWarnings("ArrayRecordComponent") // never compared
record HistogramPair(double[] p, long n, double[] q, long m) {
    /// `Σⱼ f(pⱼ, qⱼ)` with the error `√(Var_p[∂f/∂p]/n + Var_q[∂f/∂q]/m)` of the delta method.
    BinnedDistance of(DoubleBinaryOperator f, DoubleBinaryOperator byP, DoubleBinaryOperator byQ) {
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            sum += f.applyAsDouble(p[j], q[j]);
        }
        double error = Math.sqrt(variance(p, byP) / n + variance(q, byQ) / m);
        return new BinnedDistance(sum, Double.isInfinite(sum) ? Double.NaN : error);
    }

    /// The variance of an influence under masses.
    private double variance(double[] masses, DoubleBinaryOperator influence) {
        double mean = 0;
        for (int j = 0; j < masses.length; j++) {
            mean += masses[j] == 0 ? 0 : masses[j] * influence.applyAsDouble(p[j], q[j]);
        }
        double sum = 0;
        for (int j = 0; j < masses.length; j++) {
            double away = masses[j] == 0 ? 0 : influence.applyAsDouble(p[j], q[j]) - mean;
            sum += masses[j] * away * away;
        }
        return sum;
    }
}
