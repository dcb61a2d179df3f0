package org.sandglass.divergence;

import java.util.Arrays;
import org.sandglass.linalg.Loop;
import org.sandglass.mixture.GaussianMixture;

/// Distances between mixtures that have a closed form, since products of Gaussians integrate exactly:
/// `∫ p q = Σₐ_b πₐ ω_b N(μₐ; ν_b, Σₐ + Λ_b)`.
///
/// @param logSelf `ln ∫ p²`
/// @param logOther `ln ∫ q²`
/// @param logMixed `ln ∫ p q`
public record Overlaps(double logSelf, double logOther, double logMixed) {
    /// The three integrals; costs `O((K + K′)²)` pairs of components.
    ///
    /// @param p a mixture with a density
    /// @param q another of the same dimension
    /// @param loop runs the loops, on any threads
    /// @return their logarithms, equal bit for bit where `p` and `q` are the same numbers
    /// @throws IllegalArgumentException if dimensions differ or a component is an exact point
    public static Overlaps of(GaussianMixture p, GaussianMixture q, Loop loop) {
        Components.requireDensities(p, q);
        Components f = Components.of(p);
        Components g = Components.of(q);
        return new Overlaps(log(f, f, loop), log(g, g, loop), log(f, g, loop));
    }

    private static double log(Components f, Components g, Loop loop) {
        double[][] table = f.table(g, Gaussians::logOverlap, loop);
        double[] logs = new double[f.k() * g.k()];
        Arrays.setAll(logs, i -> f.logWeights()[i / g.k()] + g.logWeights()[i % g.k()] + table[i / g.k()][i % g.k()]);
        return Logs.sumExp(logs);
    }

    /// The squared distance `∫ (p − q)² = ∫ p² + ∫ q² − 2 ∫ p q`, to about 1e-16 of `∫ p² + ∫ q²`.
    ///
    /// @return `≥ 0` to that rounding; in units of a density
    public double squaredL2() {
        return Math.exp(logSelf) + Math.exp(logOther) - 2 * Math.exp(logMixed);
    }

    /// The distance `√∫ (p − q)²`; rounding that takes the square below 0 counts as 0.
    ///
    /// @return `≥ 0`, in units of the root of a density
    public double l2() {
        return Math.sqrt(Math.max(0, squaredL2()));
    }

    /// The Cauchy–Schwarz divergence `−ln (∫ p q / √(∫ p² ∫ q²))` (Kampa, Hasanbelliu and Principe 2011).
    ///
    /// @return `≥ 0` to rounding
    public double cauchySchwarz() {
        return (logSelf + logOther) / 2 - logMixed;
    }

    /// The Rényi entropy of order 2 of `p`, `−ln ∫ p²`.
    ///
    /// @return in nats, any sign
    public double renyiEntropy() {
        return -logSelf;
    }
}
