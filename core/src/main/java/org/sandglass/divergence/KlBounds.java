package org.sandglass.divergence;

import org.sandglass.linalg.Loop;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.transport.Costs;
import org.sandglass.transport.Transport;

/// Bounds on `KL(p‖q)` between two mixtures, and two well-known approximations, in nats.
public final class KlBounds {
    private KlBounds() {}

    /// An interval that holds `KL(p‖q)`.
    ///
    /// Below: cross entropy less entropy, each bounded component by component (Durrieu, Thiran and Kelly
    /// 2012, with the sharper parts of [EntropyBounds]), and 0. Above: the same the other way round, the
    /// matched bound (the best coupling of components by `KL(pₐ‖q_b)`, which covers every matching of
    /// Hershey and Olsen 2007), and their variational bound, minimised. Exactly 0 for a mixture and
    /// itself, exact for two Gaussians.
    ///
    /// @param p a mixture with a density
    /// @param q another of the same dimension
    /// @param loop runs the loops, on any threads
    /// @return the interval; costs `O((K + K′)²)` pairs of components
    /// @throws IllegalArgumentException if dimensions differ or a component is an exact point
    public static Interval of(GaussianMixture p, GaussianMixture q, Loop loop) {
        Components.requireDensities(p, q);
        Components f = Components.of(p);
        Components g = Components.of(q);
        if (f.isSameAs(g)) {
            return Interval.exactly(0);
        }
        double[][] kl = f.table(g, Gaussians::kl, loop);
        if (f.k() == 1 && g.k() == 1) {
            return Interval.exactly(kl[0][0]);
        }
        Interval entropy = EntropyBounds.of(f, f.table(f, Gaussians::kl, loop), loop, p);
        double lower = CrossEntropy.lower(f, g, loop) - entropy.upper();
        double upper = CrossEntropy.upper(f, g, kl) - entropy.lower();
        double matched = Transport.solve(Costs.of(kl), f.weights(), g.weights()).cost();
        double variational = VariationalBound.minimise(f, g, kl);
        return new Interval(Math.max(0, lower), Math.min(upper, Math.min(matched, variational)));
    }

    /// The variational approximation `Σ πₐ ln (Σₐ′ πₐ′ e^{−KL(fₐ‖fₐ′)} / Σ_b ω_b e^{−KL(fₐ‖g_b)})` of
    /// Hershey and Olsen (2007, eq. 20): no bound, but 0 for a mixture and itself.
    ///
    /// @param p a mixture with a density
    /// @param q another of the same dimension
    /// @param loop runs the loops, on any threads
    /// @return the approximation, which may be negative
    /// @throws IllegalArgumentException if dimensions differ or a component is an exact point
    public static double variationalApproximation(GaussianMixture p, GaussianMixture q, Loop loop) {
        Components.requireDensities(p, q);
        Components f = Components.of(p);
        Components g = Components.of(q);
        return f.mixed(f.table(g, Gaussians::kl, loop), g) - f.mixed(f.table(f, Gaussians::kl, loop), f);
    }

    /// The product approximation `Σ πₐ ln (Σₐ′ πₐ′ ∫ fₐ fₐ′ / Σ_b ω_b ∫ fₐ g_b)` of Hershey and Olsen
    /// (2007, eq. 8): no bound, but 0 for a mixture and itself.
    ///
    /// @param p a mixture with a density
    /// @param q another of the same dimension
    /// @param loop runs the loops, on any threads
    /// @return the approximation, which may be negative
    /// @throws IllegalArgumentException if dimensions differ or a component is an exact point
    public static double productApproximation(GaussianMixture p, GaussianMixture q, Loop loop) {
        Components.requireDensities(p, q);
        Components f = Components.of(p);
        Components g = Components.of(q);
        Components.PairFunction minusLogOverlap = (m, s, n, l) -> -Gaussians.logOverlap(m, s, n, l);
        return f.mixed(f.table(g, minusLogOverlap, loop), g) - f.mixed(f.table(f, minusLogOverlap, loop), f);
    }
}
