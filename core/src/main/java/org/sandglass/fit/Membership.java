package org.sandglass.fit;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.NoisyMixture;

/// Which component the rows of data belong to, in parts that sum to 1.
@FunctionalInterface
interface Membership {
    /// Writes the parts of rows `[from, to)`.
    ///
    /// @param r receives `rₖ` of row `from + i` at `[k·(to − from) + i]`
    /// @param logDensity receives `ln p` of row `from + i` at `[i]`; 0 where there is no density
    void write(Points points, int from, int to, double[] r, double[] logDensity);

    /// The E step: responsibilities under a law.
    static Membership under(NoisyMixture law) {
        return law::memberships;
    }

    /// Labels, each wholly.
    static Membership by(Labelling labels) {
        return (_, from, to, r, logDensity) -> {
            labels.memberships(from, to, r);
            java.util.Arrays.fill(logDensity, 0, to - from, 0);
        };
    }
}
