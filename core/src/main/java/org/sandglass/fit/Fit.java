package org.sandglass.fit;

import java.util.List;
import org.sandglass.mixture.GaussianMixture;

/// A fitted mixture, and how it came about. Immutable.
///
/// @param mixture the mixture
/// @param structure of its covariances
/// @param rows how many rows it was fitted to
/// @param steps where the fit stood before the first iteration and after each; at least one
/// @param converged whether it ended because an iteration gained less than the tolerance
/// @param start which of the restarts it was, from 0
/// @param collapsed what the other starts said that ended in a collapse
public record Fit(
        GaussianMixture mixture,
        Structure structure,
        int rows,
        List<FitStep> steps,
        boolean converged,
        int start,
        List<String> collapsed) {
    /// Copies the lists.
    public Fit {
        steps = List.copyOf(steps);
        collapsed = List.copyOf(collapsed);
    }

    /// Where it ended.
    ///
    /// @return log likelihood and log prior of the mixture
    public FitStep end() {
        return steps.getLast();
    }

    /// How many iterations there were.
    ///
    /// @return M steps after the start
    public int iterations() {
        return steps.size() - 1;
    }

    /// The number of free parameters.
    ///
    /// @return as [Structure#freeParameters]
    public long parameters() {
        return structure.freeParameters(mixture.k(), mixture.d());
    }

    /// Schwarz's criterion, `p ln n − 2 ln L`: less is better.
    ///
    /// @return BIC
    public double bic() {
        return parameters() * Math.log(rows) - 2 * end().logLikelihood();
    }

    /// Akaike's criterion, `2p − 2 ln L`: less is better.
    ///
    /// @return AIC
    public double aic() {
        return 2.0 * parameters() - 2 * end().logLikelihood();
    }

    Fit amongst(List<String> lost) {
        return new Fit(mixture, structure, rows, steps, converged, start, lost);
    }
}
