package org.sandglass.langevin;

import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;

/// Where a chunk of chains stands in the whole, for messages.
///
/// @param firstRow the number of its first chain
/// @param stepSize of the scheme
record Place(long firstRow, double stepSize) {
    /// Refuses states that are not finite.
    ///
    /// @param x the states
    /// @param step the step that led there, from 0
    void requireFinite(Points x, long step) {
        int bad = x.firstNonFiniteRow();
        if (bad >= 0) {
            throw new NumericalException("row " + (firstRow + bad) + " is no longer finite in step " + (step + 1)
                    + " with step size " + stepSize + "; take steps shorter than the least variance of a component");
        }
    }

    /// Refuses a start that no step can be weighed against.
    ///
    /// @param logDensity of each start
    void requireDensity(double[] logDensity) {
        for (int i = 0; i < logDensity.length; i++) {
            if (logDensity[i] == Double.NEGATIVE_INFINITY) {
                throw new NumericalException("row " + (firstRow + i) + " starts where the log density is -Infinity,"
                        + " against which no step can be accepted or rejected; start nearer to the mixture");
            }
        }
    }
}
