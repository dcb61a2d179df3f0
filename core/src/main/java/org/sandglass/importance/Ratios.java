package org.sandglass.importance;

import java.util.Arrays;
import org.sandglass.linalg.NumericalException;
import org.sandglass.metric.Estimate;

/// What draws of a law `a` say about another law `b` through `lᵢ = ln b̃(xᵢ) − ln a(xᵢ)`, whatever the
/// constant of `b̃`: the mathematics that both directions share.
///
/// With `tᵢ = lᵢ − ln (1/n Σ e^l)`, the ratios `uᵢ = e^{tᵢ}` have mean 1. They come from the differences
/// to the largest `l`, so a constant that is added to all without rounding changes no bit of what does
/// not depend on it. Standard errors by the delta method, from the influence `ψᵢ` of each draw
/// (`docs/math/weights.md`).
final class Ratios {
    private final double[] logs;
    private final double largest;
    private final double logMeanBelow;

    /// @param logs `n ≥ 1` numbers, not NaN; shared, read only
    Ratios(double[] logs) {
        this.logs = logs;
        this.largest = Arrays.stream(logs).max().orElseThrow();
        this.logMeanBelow = Double.isInfinite(largest) ? 0 : Math.log(Sums.mean(belowLargest()));
    }

    int n() {
        return logs.length;
    }

    /// The largest `l`.
    double largest() {
        return largest;
    }

    /// `ln (1/n Σ e^{l − max l})`; 0 where that is undefined.
    double logMeanBelow() {
        return logMeanBelow;
    }

    boolean isNormalisable() {
        return !Double.isInfinite(largest);
    }

    /// `t`.
    double[] normalised() {
        if (!isNormalisable()) {
            throw new NumericalException(
                    largest < 0
                            ? "all importance weights are zero: the draws miss the other law altogether"
                            : "an importance weight is infinite: a law has density 0 where it was drawn");
        }
        double[] t = logs.clone();
        for (int i = 0; i < t.length; i++) {
            t[i] = (t[i] - largest) - logMeanBelow;
        }
        return t;
    }

    /// `u`.
    double[] ratios() {
        double[] t = normalised();
        Arrays.setAll(t, i -> Math.exp(t[i]));
        return t;
    }

    /// `ln (1/n Σ e^l)`: `ψᵢ = uᵢ − 1`.
    Estimate logMean() {
        return isNormalisable() ? Sums.estimate(largest + logMeanBelow, ratios()) : new Estimate(largest, Double.NaN);
    }

    /// `(Σ e^l)² / (n Σ e^{2l})`: `ψᵢ = f (2 uᵢ − uᵢ²/m − 1)` with `m` the mean of `u²`.
    Estimate effectiveFraction() {
        if (!isNormalisable()) {
            return new Estimate(0, Double.NaN);
        }
        double[] v = belowLargest();
        double[] squares = v.clone();
        Arrays.setAll(squares, i -> v[i] * v[i]);
        double sum = Sums.sum(v);
        double sumOfSquares = Sums.sum(squares);
        double fraction = sum * sum / (v.length * sumOfSquares);
        double mean = sum / v.length;
        double[] influences = new double[v.length];
        Arrays.setAll(influences, i -> fraction * (2 * v[i] / mean - squares[i] / (sumOfSquares / v.length) - 1));
        return Sums.estimate(fraction, influences);
    }

    /// `KL(b‖a) = 1/n Σ uᵢ tᵢ`: `ψᵢ = uᵢ (tᵢ − KL) − (uᵢ − 1)`.
    Estimate divergenceOfOther() {
        return alpha(1);
    }

    /// `KL(a‖b) = −1/n Σ tᵢ`: `ψᵢ = uᵢ − tᵢ`.
    Estimate divergenceOfBase() {
        return alpha(0);
    }

    /// `D_α(b‖a) = (1/n Σ uᵢ^α − 1) / (α (α − 1))`, with the limits `KL(b‖a)` at 1 and `KL(a‖b)` at 0.
    ///
    /// Since `u` has mean 1, `1/n Σ (u^α − u)` is the same numerator, and near `α = 1` the one without
    /// cancellation.
    Estimate alpha(double alpha) {
        double[] t = normalised();
        double[] terms = new double[t.length];
        return alpha < 0.5 ? alphaNearZero(alpha, t, terms) : alphaNearOne(alpha, t, terms);
    }

    private static Estimate alphaNearZero(double alpha, double[] t, double[] terms) {
        Arrays.setAll(terms, i -> Powers.slope(alpha, t[i]) / (alpha - 1));
        double value = Sums.mean(terms);
        double power = 1 + alpha * (alpha - 1) * value;
        Arrays.setAll(terms, i -> terms[i] - power * Math.expm1(t[i]) / (alpha - 1));
        return Sums.estimate(value, terms);
    }

    private static Estimate alphaNearOne(double alpha, double[] t, double[] terms) {
        Arrays.setAll(terms, i -> Powers.tiltedSlope(alpha - 1, t[i]) / alpha);
        double value = Sums.mean(terms);
        double factor = (1 + alpha * alpha * value) / alpha;
        Arrays.setAll(terms, i -> terms[i] - factor * Math.expm1(t[i]));
        return Sums.estimate(value, terms);
    }

    /// `ln (1/n Σ uᵢ^α) / (α − 1)`, the limit `KL(b‖a)` at 1: `ψ` is `α/A` times that of `D_α`, `A` the
    /// mean of `u^α`.
    Estimate renyi(double alpha) {
        Estimate divergence = alpha(alpha);
        double excess = alpha * (alpha - 1) * divergence.value();
        double logPower = Double.isFinite(excess) && excess > -0.5 ? Math.log1p(excess) : logMeanOfPower(alpha);
        double value = alpha == 1 ? divergence.value() : logPower / (alpha - 1);
        return new Estimate(value, alpha * Math.exp(-logPower) * divergence.standardError());
    }

    private double logMeanOfPower(double alpha) {
        double[] t = normalised();
        Arrays.setAll(t, i -> alpha * t[i]);
        Ratios powers = new Ratios(t);
        return powers.largest + powers.logMeanBelow;
    }

    /// `Σ uᵢ fᵢ / n`: `ψᵢ = uᵢ (fᵢ − value)`.
    Estimate expectation(double[] f) {
        double[] u = ratios();
        double[] terms = new double[u.length];
        Arrays.setAll(terms, i -> u[i] == 0 ? 0 : u[i] * f[i]);
        double value = Sums.mean(terms);
        Arrays.setAll(terms, i -> u[i] == 0 ? 0 : u[i] * (f[i] - value));
        return Sums.estimate(value, terms);
    }

    private double[] belowLargest() {
        double[] v = logs.clone();
        Arrays.setAll(v, i -> Math.exp(v[i] - largest));
        return v;
    }
}
