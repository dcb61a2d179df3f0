package org.sandglass.fit;

import java.util.Locale;
import org.sandglass.linalg.NumericalException;

/// A component that has shrunk until its covariance cannot be told from a flat one: without a prior the
/// likelihood grows without bound there.
final class Collapse {
    private Collapse() {}

    /// @param k the component
    /// @param rows `Nₖ`
    /// @param when as in `in iteration 12`
    /// @param why what is flat
    static NumericalException of(int k, double rows, String when, String why) {
        return new NumericalException("component " + k + " collapsed " + when + " (" + rowsText(rows) + "): " + why
                + "; use a prior, fewer components or a simpler covariance");
    }

    private static String rowsText(double rows) {
        return "it holds "
                + (rows == Math.rint(rows) ? Long.toString((long) rows) : String.format(Locale.ROOT, "%.3g", rows))
                + " rows";
    }
}
