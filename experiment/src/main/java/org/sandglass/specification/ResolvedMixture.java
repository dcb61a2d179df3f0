package org.sandglass.specification;

import java.util.List;
import org.sandglass.format.InputException;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Pruning;

/// A mixture to compute with, or a batch of mixtures of the same `K` and `D`.
///
/// @param batched whether it was given as a batch, also of one
/// @param mixtures the mixtures, one unless batched
public record ResolvedMixture(boolean batched, List<GaussianMixture> mixtures) {
    /// Copies the list.
    public ResolvedMixture {
        mixtures = List.copyOf(mixtures);
    }

    static ResolvedMixture single(GaussianMixture mixture) {
        return new ResolvedMixture(false, List.of(mixture));
    }

    /// The same mixtures with another way of evaluation.
    ///
    /// @param pruning whether components that cannot matter at a point may be left out
    /// @return mixtures of the same laws
    public ResolvedMixture withPruning(Pruning pruning) {
        return new ResolvedMixture(
                batched, mixtures.stream().map(one -> one.withPruning(pruning)).toList());
    }

    /// The dimension `D`.
    ///
    /// @return of every mixture
    public int d() {
        return mixtures.getFirst().d();
    }

    /// The number of components `K`.
    ///
    /// @return of every mixture
    public int k() {
        return mixtures.getFirst().k();
    }

    /// The one mixture, where a batch makes no sense.
    ///
    /// @param purpose what wants one, for the message
    /// @return the mixture
    /// @throws InputException if this is a batch
    public GaussianMixture only(String purpose) {
        if (batched) {
            throw new InputException(purpose + " takes one mixture, got a batch of " + mixtures.size());
        }
        return mixtures.getFirst();
    }

    /// Whether some component is an exact point, or flat in some direction, so that there is no density.
    ///
    /// @return true if a density needs added noise
    public boolean hasPoints() {
        return mixtures.stream().anyMatch(mixture -> {
            for (int k = 0; k < mixture.k(); k++) {
                if (!mixture.covariance(k).positiveDefinite()) {
                    return true;
                }
            }
            return false;
        });
    }
}
