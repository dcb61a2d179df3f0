package org.sandglass.fit;

import org.sandglass.mixture.GaussianMixture;

/// Where a fit begins.
public sealed interface Start {
    /// Rows far from each other as centres, each drawn with odds proportional to its squared distance from
    /// those before (Arthur and Vassilvitskii 2007), the best of some trials kept (their greedy variant);
    /// then some of Lloyd's iterations, and the Gaussians of the clusters. Distances are Euclidean in the
    /// data's own units.
    ///
    /// @param trials candidates for each centre, `≥ 1`; 1 is the method with the proof
    /// @param lloyd iterations at most, `≥ 0`; fewer if no row changes its cluster
    record KMeansPlusPlus(int trials, int lloyd) implements Start {
        /// Checks the ranges.
        public KMeansPlusPlus {
            if (trials < 1 || lloyd < 0) {
                throw new IllegalArgumentException(
                        "k-means++ needs trials >= 1 and lloyd >= 0, got " + trials + " and " + lloyd);
            }
        }
    }

    /// Distinct rows as means, equal weights, and for every component the covariance of all data.
    record RandomPoints() implements Start {}

    /// A mixture, brought into the structure that is fitted: the diagonal of its covariances, their mean
    /// trace, their mean weighted, or their principal factors.
    ///
    /// @param law the mixture
    record Mixture(GaussianMixture law) implements Start {}

    /// The Gaussians of labelled rows.
    ///
    /// @param labels a label per row
    record Labels(Labelling labels) implements Start {}

    /// Four trials, ten iterations.
    ///
    /// @return the start of fits that name none
    static Start usual() {
        return new KMeansPlusPlus(4, 10);
    }
}
