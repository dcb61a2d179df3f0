package org.sandglass.specification;

import java.util.List;
import org.sandglass.fit.Fit;

/// What came of a fit: one for each number of components, and the one that is chosen.
///
/// @param rows how many rows the file has
/// @param columns the names of the columns that were fitted
/// @param constant the names of those that do not vary
/// @param fits one for each number of components, rising
/// @param heldOut the mean log density of the rows that were held out, for each fit; empty if none were
/// @param chosen which of the fits: that with the greatest held-out mean, or else the least BIC
/// @param labels the labels of the components, in a fit by labels; else empty
public record FitOutcome(
        int rows,
        List<String> columns,
        List<String> constant,
        List<Fit> fits,
        List<Double> heldOut,
        int chosen,
        List<String> labels) {
    /// Copies the lists.
    public FitOutcome {
        columns = List.copyOf(columns);
        constant = List.copyOf(constant);
        fits = List.copyOf(fits);
        heldOut = List.copyOf(heldOut);
        labels = List.copyOf(labels);
    }

    /// The fit that is chosen.
    ///
    /// @return one of [#fits()]
    public Fit best() {
        return fits.get(chosen);
    }
}
