package org.sandglass.metric;

import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;

/// Whether a sum over all pairs of components is worth its cost: at most `10¹⁰` operations, some ten
/// seconds.
///
/// A pair counts `100 + 200 d` for components along the coordinates or of one covariance, else `100 +
/// 200 d + 50 d³` for its factorisation.
final class ExactPairs {
    private static final double MOST = 1e10;

    private ExactPairs() {}

    static boolean affordable(GaussianMixture mixture) {
        double d = mixture.d();
        double pairs = 0.5 * mixture.k() * (mixture.k() + 1.0);
        return pairs * (100 + 200 * d + (axesAgree(mixture) ? 0 : 50 * d * d * d)) <= MOST;
    }

    private static boolean axesAgree(GaussianMixture mixture) {
        Covariance first = mixture.covariance(0);
        return mixture.covariances().stream().allMatch(c -> c instanceof Isotropic || c instanceof Diagonal)
                || mixture.covariances().stream().allMatch(first::equals);
    }
}
