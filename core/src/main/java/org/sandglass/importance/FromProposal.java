package org.sandglass.importance;

import java.util.OptionalDouble;
import org.sandglass.metric.Estimate;

/// What log weights say at draws of the proposal `q`, often called *reverse*.
///
/// Blind to regions that `q` never visits: read it beside [FromTarget] where draws of `p` exist. If all
/// weights are zero, the effective sample is 0 and the evidence −∞, and nothing else has an estimate. A
/// draw of weight zero makes `ELBO` −∞ and `KL(q‖p)` infinite, and counts as `0 · ln 0 = 0` in `KL(p‖q)`
/// (where boltzkit gives NaN). Standard errors by the delta method; NaN for a single draw and beside
/// infinite values. Every answer costs `O(n)`.
public final class FromProposal {
    private final double[] w;
    private final Ratios ratios;

    FromProposal(double[] w) {
        this.w = w;
        this.ratios = new Ratios(w);
    }

    /// The effective sample size as a fraction, `(Σ e^w)² / (n Σ e^{2w})` (Kong 1992).
    ///
    /// @return in `[1/n, 1]`, or 0 if all weights are zero; times `n` it is a count of draws
    public Estimate essFraction() {
        return ratios.effectiveFraction();
    }

    /// The evidence lower bound `1/n Σ wᵢ ≤ ln Z` on average.
    ///
    /// @return an unbiased estimate of `E_q[w] = ln Z − KL(q‖p)`
    public Estimate elbo() {
        return Sums.mean(1, w);
    }

    /// The log evidence `ln (1/n Σ e^{wᵢ})`.
    ///
    /// @return an estimate of `ln Z`, biased downwards by about half its squared standard error
    public Estimate logZ() {
        return ratios.logMean();
    }

    /// `KL(p‖q)`, self-normalised: `Σ Wᵢ wᵢ − ln Z` with `Wᵢ = e^{wᵢ} / Σ e^w` and [#logZ].
    ///
    /// @return an estimate in `[0, ln n]`; divergences near `ln n` cannot be seen with `n` draws
    /// @throws org.sandglass.linalg.NumericalException if all weights are zero
    public Estimate klOfTarget() {
        return ratios.divergenceOfOther();
    }

    /// `KL(p‖q) = 1/n Σ e^{tᵢ} tᵢ` with `t = w − ln Z` and the true constant.
    ///
    /// @param logZ `ln Z`, finite; 0 for a normalised target
    /// @return an unbiased estimate, which may be negative
    public Estimate klOfTarget(double logZ) {
        return new KnownConstant(w, logZ).alpha(1);
    }

    /// `KL(q‖p) = ln Z − ELBO`, self-normalised.
    ///
    /// @return an estimate `≥ 0`, infinite if a weight is zero
    /// @throws org.sandglass.linalg.NumericalException if all weights are zero
    public Estimate klOfProposal() {
        return ratios.divergenceOfBase();
    }

    /// `KL(q‖p) = ln Z − 1/n Σ wᵢ` with the true constant.
    ///
    /// @param logZ `ln Z`, finite; 0 for a normalised target
    /// @return an unbiased estimate, which may be negative; infinite if a weight is zero
    public Estimate klOfProposal(double logZ) {
        return new KnownConstant(w, logZ).alpha(0);
    }

    /// The alpha divergence `D_α(p‖q) = (∫ p^α q^{1−α} − 1) / (α (α − 1))`, self-normalised.
    ///
    /// Continuous in `α`, with the limits `KL(p‖q)` at 1 and `KL(q‖p)` at 0, and accurate beside them.
    /// `D₂` is half of `χ²(p‖q)`, `D_{1/2}` four times the squared Hellinger distance `1 − ∫ √(pq)`.
    ///
    /// @param alpha finite
    /// @return an estimate `≥ 0`; infinite if `α ≤ 0` and a weight is zero
    /// @throws org.sandglass.linalg.NumericalException if all weights are zero
    public Estimate alphaDivergence(double alpha) {
        Checks.finite(alpha, "alpha");
        return ratios.alpha(alpha);
    }

    /// `D_α(p‖q) = (1/n Σ e^{α tᵢ} − 1) / (α (α − 1))` with `t = w − ln Z` and the true constant.
    ///
    /// Unbiased, but near `α = 1` its error grows as `1/|α − 1|`, since `1/n Σ e^t` is not 1; at 1 and 0
    /// exactly it is the divergence of [#klOfTarget(double)] and [#klOfProposal(double)]. Prefer
    /// [#alphaDivergence(double)].
    ///
    /// @param alpha finite
    /// @param logZ `ln Z`, finite; 0 for a normalised target
    /// @return an estimate, which may be negative
    public Estimate alphaDivergence(double alpha, double logZ) {
        Checks.finite(alpha, "alpha");
        return new KnownConstant(w, logZ).alpha(alpha);
    }

    /// The Rényi divergence `ln ∫ p^α q^{1−α} / (α − 1)`, self-normalised; at 1 `KL(p‖q)`.
    ///
    /// @param alpha finite, `> 0`
    /// @return an estimate `≥ 0`
    /// @throws org.sandglass.linalg.NumericalException if all weights are zero
    public Estimate renyiDivergence(double alpha) {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha must be finite and > 0, got " + alpha);
        }
        return ratios.renyi(alpha);
    }

    /// The self-normalised expectation `E_p[f] ≈ Σ Wᵢ fᵢ`.
    ///
    /// Biased by about `−Σ Wᵢ² (fᵢ − E)`, of order `1/n`: far below its standard error unless the
    /// effective sample is small. Values of draws of weight zero do not count, even infinite ones.
    ///
    /// @param f the function at the draws, `[n]`, not NaN
    /// @return the estimate, with the error `√(Σ Wᵢ² (fᵢ − E)² n/(n − 1))`
    /// @throws IllegalArgumentException if there is another number of values, or one is NaN
    /// @throws org.sandglass.linalg.NumericalException if all weights are zero
    public Estimate expectation(double... f) {
        if (f.length != w.length) {
            throw new IllegalArgumentException(
                    "an expectation needs one value per weight, " + w.length + ", got " + f.length);
        }
        Checks.noNaN(f, "value");
        return ratios.expectation(f);
    }

    /// The shape `k̂` of the upper tail of the weights, by a generalised Pareto fit; see [ParetoTail].
    ///
    /// @return `k̂`, or nothing if fewer than five weights lie above the threshold
    public OptionalDouble paretoK() {
        return ParetoTail.shape(w);
    }
}
