package org.sandglass.importance;

import java.util.Arrays;

/// Log importance weights `wᵢ = ln p̃(xᵢ) − ln q(xᵢ)` of `n ≥ 1` points.
///
/// `p̃ = Z p` is a target with any constant, `q` a normalised proposal. −∞ is a weight of zero: the
/// target has no mass at that point. +∞ says that the proposal has density zero there: it cannot happen
/// at a draw of the proposal, and at a draw of the target it makes `KL(p‖q)` infinite. NaN is refused.
/// Equal weights need no special care. Immutable.
public final class LogWeights {
    private final double[] w;

    private LogWeights(double[] w) {
        this.w = w;
    }

    /// Weights as they are.
    ///
    /// @param w at least one number, not NaN; copied
    /// @return the weights
    /// @throws IllegalArgumentException naming the first NaN, or if there is no number
    public static LogWeights of(double... w) {
        Checks.noNaN(w, "log weight");
        return new LogWeights(w.clone());
    }

    /// The weights of two log densities at the same points, `ln p̃(xᵢ) − ln q(xᵢ)`.
    ///
    /// @param logTarget `ln p̃`, `[n]`, not NaN
    /// @param logProposal `ln q`, `[n]`, not NaN
    /// @return their differences
    /// @throws IllegalArgumentException if the lengths differ, or naming the first difference that is
    ///     undefined (both −∞)
    public static LogWeights between(double[] logTarget, double[] logProposal) {
        if (logTarget.length != logProposal.length) {
            throw new IllegalArgumentException("weights need as many target as proposal log densities, got "
                    + logTarget.length + " and " + logProposal.length);
        }
        Checks.noNaN(logTarget, "target log density");
        Checks.noNaN(logProposal, "proposal log density");
        double[] w = new double[logTarget.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = logTarget[i] - logProposal[i];
            if (Double.isNaN(w[i])) {
                throw new IllegalArgumentException("log weight " + i
                        + " is undefined: target and proposal both have log" + " density " + logTarget[i]);
            }
        }
        return new LogWeights(w);
    }

    /// How many.
    ///
    /// @return `n ≥ 1`
    public int n() {
        return w.length;
    }

    /// The weights.
    ///
    /// @return a copy, `[n]`
    public double[] values() {
        return w.clone();
    }

    /// The normalised weights `e^{wᵢ} / Σ e^w`, divided by their own sum.
    ///
    /// @return `n` numbers in `[0, 1]` that sum to 1
    /// @throws org.sandglass.linalg.NumericalException if all weights are zero, or one is infinite
    public double[] normalised() {
        double[] shares = new Ratios(w).ratios();
        double sum = Sums.sum(shares);
        Arrays.setAll(shares, i -> shares[i] / sum);
        return shares;
    }

    /// What the weights say if the points are draws of the proposal `q`.
    ///
    /// @return the estimates that are called reverse
    /// @throws IllegalArgumentException naming the first weight that is +∞
    public FromProposal fromProposal() {
        for (int i = 0; i < w.length; i++) {
            if (w[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "log weight " + i
                                + " is Infinity: the proposal has density 0 where it was drawn; are these draws of the target?");
            }
        }
        return new FromProposal(w);
    }

    /// What the weights say if the points are draws of the target `p`.
    ///
    /// @return the estimates that are called forward
    /// @throws IllegalArgumentException if one weight is +∞ and another −∞
    public FromTarget fromTarget() {
        if (has(Double.POSITIVE_INFINITY) && has(Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "log weights at draws of the target hold both Infinity and -Infinity: nothing can be said");
        }
        return new FromTarget(w);
    }

    private boolean has(double value) {
        return Arrays.stream(w).anyMatch(each -> each == value);
    }

    @Override
    public String toString() {
        return "LogWeights[n=" + w.length + "]";
    }
}
