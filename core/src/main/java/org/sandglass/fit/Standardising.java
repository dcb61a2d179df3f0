package org.sandglass.fit;

import org.sandglass.linalg.Points;

/// Columns of mean 0 and standard deviation 1.
public final class Standardising {
    private Standardising() {}

    /// Shifts and scales each column by its mean and its standard deviation (divided by `n`).
    ///
    /// @param points rows, at least one
    /// @return new rows, each column with mean 0 and standard deviation 1
    /// @throws IllegalArgumentException naming a column that is constant
    public static Points of(Points points) {
        Columns columns = Columns.of(points);
        int d = points.d();
        Points out = points.copy();
        for (int j = 0; j < d; j++) {
            if (!(columns.variance(j) > 0)) {
                throw new IllegalArgumentException("column " + j + " is constant and cannot be standardised");
            }
        }
        for (int at = 0; at < out.data().length; at++) {
            int j = at % d;
            out.data()[at] = (out.data()[at] - columns.mean(j)) / Math.sqrt(columns.variance(j));
        }
        return out;
    }
}
