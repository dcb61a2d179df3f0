package org.sandglass.fit;

/// What is believed about variances before the data are seen: the floor under them, stated as a prior.
public sealed interface VariancePrior {
    /// Nothing: maximum likelihood. The likelihood of a mixture is unbounded (a component may shrink onto
    /// one row), so a fit can end in a component that collapsed, which is reported.
    record Off() implements VariancePrior {}

    /// Every component has seen `a` observations before the data, spread about its mean with variances `v₀ⱼ
    /// = (s σⱼ)²`, where `σⱼ` is the standard deviation of column `j` of all data.
    ///
    /// In other words an inverse Wishart prior on each `Σₖ` (an inverse gamma one on each free variance),
    /// of log density `−a KL(N(0, V₀) ‖ N(0, Σₖ))` but for its constant: 0 at its mode `Σₖ = V₀`, and a
    /// distribution if `a > 2d`; for smaller `a` a penalty, under which the objective is bounded all the
    /// same. The variance of a component of `Nₖ` rows becomes `(Nₖ v + a v₀)/(Nₖ + a)`. A low-rank
    /// covariance has the prior on its noise. A constant column takes the mean variance of the columns for
    /// its own. Derivation: `docs/math/fitting.md`, section 2.
    ///
    /// @param strength `a > 0`, in rows
    /// @param scale `s > 0`, in standard deviations of the data
    record PseudoObservations(double strength, double scale) implements VariancePrior {
        /// Checks the ranges.
        public PseudoObservations {
            if (!(strength > 0 && strength < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the prior's strength must be finite and > 0, got " + strength);
            }
            if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the prior's scale must be finite and > 0, got " + scale);
            }
        }
    }

    /// One pseudo-observation per component, a tenth of the data's spread.
    ///
    /// @return the prior of fits that name none
    static VariancePrior usual() {
        return new PseudoObservations(1, 0.1);
    }
}
