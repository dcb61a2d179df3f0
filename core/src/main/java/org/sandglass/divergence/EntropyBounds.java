package org.sandglass.divergence;

import org.sandglass.linalg.Loop;
import org.sandglass.mixture.GaussianMixture;

/// Bounds on the differential entropy `h(p) = −∫ p ln p` of a mixture, in nats.
public final class EntropyBounds {
    private EntropyBounds() {}

    /// The bounds of Kolchinsky and Tracey (2017), and others where they are tighter.
    ///
    /// With `h(X|C) = Σ wₐ h(pₐ)`: `h(X|C) − Σ wₐ ln Σ_b w_b e^{−δₐ_b}` is a lower bound with the
    /// Bhattacharyya distance and an upper one with `KL(pₐ‖p_b)`. Beside them stand Jensen's lower bound
    /// (Huber et al. 2008, sharpened) and the upper bound `½ ln det 2πe Cov`. Exact for one component,
    /// and for components far apart.
    ///
    /// @param p a mixture with a density
    /// @param loop runs the loops, on any threads
    /// @return the interval that holds `h(p)`; costs `O(K²)` pairs of components
    /// @throws IllegalArgumentException if a component is an exact point
    public static Interval of(GaussianMixture p, Loop loop) {
        Components.requireDensities(p, p);
        Components parts = Components.of(p);
        return of(parts, parts.table(parts, Gaussians::kl, loop), loop, p);
    }

    static Interval of(Components parts, double[][] kl, Loop loop, GaussianMixture p) {
        double conditional = parts.conditionalEntropy();
        if (parts.k() == 1) {
            return Interval.exactly(conditional);
        }
        double[][] bhattacharyya = parts.table(parts, Gaussians::bhattacharyya, loop);
        double lower = conditional + parts.mixed(bhattacharyya, parts);
        double upper = conditional + parts.mixed(kl, parts);
        return new Interval(
                Math.max(lower, CrossEntropy.lower(parts, parts, loop)), Math.min(upper, Moments.gaussianEntropy(p)));
    }
}
