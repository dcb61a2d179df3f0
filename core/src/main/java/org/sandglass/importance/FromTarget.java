package org.sandglass.importance;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.sandglass.metric.Estimate;

/// What log weights say at draws of the target `p`, often called *forward*.
///
/// Sees the modes that `q` misses. `p` is the base here and `q` the other law, so this is [FromProposal]
/// with `−w` in place of `w` and `1 − α` in place of `α`. A weight +∞ (a draw that `q` cannot make) gives
/// `EUBO = KL(p‖q) = ∞`. A weight of zero contradicts itself, the target being 0 where it was drawn: then
/// `ln Z = EUBO = −∞`, the effective sample is 0, and nothing else has an estimate. Standard errors by
/// the delta method. Every answer costs `O(n)`.
public final class FromTarget {
    private final double[] w;
    private final double[] inverse;
    private final Ratios ratios;

    FromTarget(double[] w) {
        this.w = w;
        this.inverse = w.clone();
        Arrays.setAll(inverse, i -> -w[i]);
        this.ratios = new Ratios(inverse);
    }

    /// The forward effective sample size as a fraction, `1 / ((1/n Σ e^w) (1/n Σ e^{−w}))`.
    ///
    /// @return in `[0, 1]`, 0 if a weight is infinite or zero; it drops where `q` misses mass of `p`. Its
    ///     standard error is that of the delta method: `ψᵢ = f (2 − e^{wᵢ}/ē − e^{−wᵢ}/ē′)`, the bars
    ///     being means
    public Estimate essFraction() {
        Ratios direct = new Ratios(w);
        double range = direct.largest() + ratios.largest();
        if (Double.isInfinite(range) || Double.isNaN(range)) {
            return new Estimate(0, Double.NaN);
        }
        double fraction = Math.exp(-(direct.logMeanBelow() + ratios.logMeanBelow() + range));
        double[] u = direct.ratios();
        double[] v = ratios.ratios();
        Arrays.setAll(u, i -> fraction * (2 - u[i] - v[i]));
        return Sums.estimate(fraction, u);
    }

    /// The evidence upper bound `1/n Σ wᵢ ≥ ln Z` on average.
    ///
    /// @return an unbiased estimate of `E_p[w] = ln Z + KL(p‖q)`
    public Estimate eubo() {
        return Sums.mean(1, w);
    }

    /// The log evidence `−ln (1/n Σ e^{−wᵢ})`.
    ///
    /// @return an estimate of `ln Z`, biased upwards by about half its squared standard error
    public Estimate logZ() {
        Estimate inverseMean = ratios.logMean();
        return new Estimate(-inverseMean.value(), inverseMean.standardError());
    }

    /// `KL(p‖q) = EUBO − ln Z`, self-normalised with [#logZ].
    ///
    /// @return an estimate `≥ 0`, infinite if a weight is
    /// @throws org.sandglass.linalg.NumericalException if a weight is zero, or all are infinite
    public Estimate klOfTarget() {
        return ratios.divergenceOfBase();
    }

    /// `KL(p‖q) = 1/n Σ wᵢ − ln Z` with the true constant.
    ///
    /// @param logZ `ln Z`, finite; 0 for a normalised target
    /// @return an unbiased estimate, which may be negative
    public Estimate klOfTarget(double logZ) {
        return new KnownConstant(inverse, -logZ).alpha(0);
    }

    /// `KL(q‖p)`, self-normalised: `−Σ Vᵢ wᵢ + ln Z` with `Vᵢ = e^{−wᵢ} / Σ e^{−w}`.
    ///
    /// @return an estimate in `[0, ln n]`
    /// @throws org.sandglass.linalg.NumericalException if a weight is zero, or all are infinite
    public Estimate klOfProposal() {
        return ratios.divergenceOfOther();
    }

    /// `KL(q‖p) = −1/n Σ e^{−tᵢ} tᵢ` with `t = w − ln Z` and the true constant.
    ///
    /// @param logZ `ln Z`, finite; 0 for a normalised target
    /// @return an unbiased estimate, which may be negative
    public Estimate klOfProposal(double logZ) {
        return new KnownConstant(inverse, -logZ).alpha(1);
    }

    /// The alpha divergence `D_α(p‖q) = (∫ p^α q^{1−α} − 1) / (α (α − 1))`, self-normalised.
    ///
    /// Continuous in `α`, with the limits `KL(p‖q)` at 1 and `KL(q‖p)` at 0, and accurate beside them.
    ///
    /// @param alpha finite
    /// @return an estimate `≥ 0`; infinite if `α ≥ 1` and a weight is
    /// @throws org.sandglass.linalg.NumericalException if a weight is zero, or all are infinite
    public Estimate alphaDivergence(double alpha) {
        Checks.finite(alpha, "alpha");
        return ratios.alpha(1 - alpha);
    }

    /// `D_α(p‖q) = (1/n Σ e^{(α−1) tᵢ} − 1) / (α (α − 1))` with `t = w − ln Z` and the true constant.
    ///
    /// Unbiased, but near `α = 0` its error grows as `1/|α|`, since `1/n Σ e^{−t}` is not 1. Prefer
    /// [#alphaDivergence(double)].
    ///
    /// @param alpha finite
    /// @param logZ `ln Z`, finite; 0 for a normalised target
    /// @return an estimate, which may be negative
    public Estimate alphaDivergence(double alpha, double logZ) {
        Checks.finite(alpha, "alpha");
        return new KnownConstant(inverse, -logZ).alpha(1 - alpha);
    }

    /// The shape `k̂` of the upper tail of `e^{−w} = q/p̃`, by a generalised Pareto fit; see [ParetoTail].
    ///
    /// @return `k̂`, or nothing if fewer than five ratios lie above the threshold
    public OptionalDouble paretoK() {
        return ParetoTail.shape(inverse);
    }
}
