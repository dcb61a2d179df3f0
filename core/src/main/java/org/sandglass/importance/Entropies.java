package org.sandglass.importance;

import java.util.Arrays;
import org.sandglass.metric.Estimate;

/// Entropies from log densities at draws: differential entropies in nats, with standard errors.
///
/// Log densities must not be NaN or +∞; one of −∞ (a draw where the density is 0) makes the Shannon
/// entropy infinite.
public final class Entropies {
    private Entropies() {}

    /// The Shannon entropy `−E_p[ln p] ≈ −1/n Σ lᵢ`, unbiased.
    ///
    /// @param logDensity `ln p(xᵢ)` at draws of `p` itself
    /// @return the entropy, any sign
    /// @throws IllegalArgumentException naming the entry that is NaN or +∞
    public static Estimate shannon(double... logDensity) {
        return Sums.mean(-1, checked(logDensity));
    }

    /// The negative log likelihood or cross entropy `−E_p[ln q] ≈ −1/n Σ ln q(xᵢ)`, unbiased.
    ///
    /// @param logModel `ln q(xᵢ)` at draws of `p`
    /// @return the mean, any sign; infinite where the model excludes a draw
    /// @throws IllegalArgumentException naming the entry that is NaN or +∞
    public static Estimate negativeLogLikelihood(double... logModel) {
        return Sums.mean(-1, checked(logModel));
    }

    /// The Tsallis entropy `(1 − ∫ p^q) / (q − 1) ≈ (1 − 1/n Σ e^{(q−1) lᵢ}) / (q − 1)`, unbiased; at `q = 1`
    /// Shannon's,
    /// and accurate beside it.
    ///
    /// @param q the order, finite
    /// @param logDensity `ln p(xᵢ)` at draws of `p` itself
    /// @return the entropy
    /// @throws IllegalArgumentException if the order is not finite, or naming the entry that is NaN or +∞
    public static Estimate tsallis(double q, double... logDensity) {
        Checks.finite(q, "q");
        double[] terms = checked(logDensity).clone();
        Arrays.setAll(terms, i -> Powers.slope(q - 1, terms[i]));
        return Sums.mean(-1, terms);
    }

    /// The Rényi entropy `ln ∫ p^q / (1 − q) ≈ −ln (1/n Σ e^{(q−1) lᵢ}) / (q − 1)`; at `q = 1` Shannon's.
    ///
    /// @param q the order, finite
    /// @param logDensity `ln p(xᵢ)` at draws of `p` itself
    /// @return the entropy, biased by order `1/n`; standard error by the delta method
    /// @throws IllegalArgumentException if the order is not finite, or naming the entry that is NaN or +∞
    public static Estimate renyi(double q, double... logDensity) {
        Checks.finite(q, "q");
        double z = q - 1;
        Estimate shannon = shannon(logDensity);
        if (z == 0) {
            return shannon;
        }
        if (Double.isInfinite(shannon.value())) {
            return withZeros(z, logDensity);
        }
        return around(-shannon.value(), z, logDensity);
    }

    /// With the mean `m` of `l`: `−m − ln (1/n Σ e^{z (l − m)}) / z`, by `log1p` where the exponents are
    /// small.
    private static Estimate around(double m, double z, double[] logDensity) {
        double[] exponents = logDensity.clone();
        Arrays.setAll(exponents, i -> z * (exponents[i] - m));
        Ratios powers = new Ratios(exponents);
        double logMean = powers.largest() + powers.logMeanBelow();
        if (powers.largest() < 1) {
            double[] excess = exponents.clone();
            Arrays.setAll(excess, i -> Math.expm1(exponents[i]));
            logMean = Math.log1p(Sums.mean(excess));
        }
        return new Estimate(-m - logMean / z, powers.logMean().standardError() / Math.abs(z));
    }

    /// Draws of density 0 have `e^{z l} = 0` for `z > 0`, and make the mean infinite for `z < 0`.
    private static Estimate withZeros(double z, double[] logDensity) {
        double[] exponents = logDensity.clone();
        Arrays.setAll(exponents, i -> z * exponents[i]);
        Estimate logMean = new Ratios(exponents).logMean();
        return new Estimate(-logMean.value() / z, logMean.standardError() / Math.abs(z));
    }

    private static double[] checked(double[] logDensity) {
        Checks.noNaN(logDensity, "log density");
        for (int i = 0; i < logDensity.length; i++) {
            if (logDensity[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("log density " + i + " is Infinity: an exact point has no entropy");
            }
        }
        return logDensity;
    }
}
