package org.sandglass.fit;

/// Where a fit stood after some iterations.
///
/// @param logLikelihood `Σᵢ ln p(xᵢ)` over the rows that are fitted
/// @param logPrior the log density of the prior relative to its mode, `≤ 0`; 0 without one
public record FitStep(double logLikelihood, double logPrior) {
    /// What never decreases.
    ///
    /// @return log likelihood + log prior
    public double objective() {
        return logLikelihood + logPrior;
    }
}
