package org.sandglass.target;

import org.sandglass.linalg.Points;

/// Mixtures whose means stand where one puts them: given ones, a grid, a ring.
public final class RegularMixtures {
    private RegularMixtures() {}

    /// Given means and one standard deviation.
    ///
    /// @param means `K × D`
    /// @param std the standard deviation
    /// @param weighting of the components
    /// @return the mixture
    public static Target isotropic(Points means, double std, ComponentWeights weighting) {
        return Target.of(
                        Publication.SANDGLASS,
                        "isotropic",
                        "modes of one width at given places",
                        "isotropic: std " + Text.of(std),
                        means,
                        Spread.std(std))
                .weighted(weighting);
    }

    /// A grid around the origin: all tuples of `(i − (n − 1)/2)·h`, the first coordinate outermost.
    ///
    /// @param dimension `D ≥ 1`
    /// @param perAxis `n ≥ 1`, so that `K = n^D`
    /// @param spacing `h`
    /// @param std the standard deviation
    /// @return the mixture
    /// @throws ArithmeticException if `K·D` overflows
    public static Target grid(int dimension, int perAxis, double spacing, double std) {
        double[] places = new double[perAxis];
        for (int i = 0; i < perAxis; i++) {
            places[i] = (i - (perAxis - 1) / 2.0) * spacing;
        }
        return Target.of(
                Publication.SANDGLASS,
                "grid",
                "a grid of " + perAxis + "^" + dimension + " modes",
                "grid: spacing " + Text.of(spacing) + ", std " + Text.of(std),
                Layouts.grid(dimension, places),
                Spread.std(std));
    }

    /// Modes on a circle in the plane, at equal angles.
    ///
    /// @param components `K ≥ 1`
    /// @param radius of the circle
    /// @param std the standard deviation
    /// @param phase the angle of the first mode, in radians
    /// @return the mixture
    public static Target ring(int components, double radius, double std, double phase) {
        return Target.of(
                Publication.SANDGLASS,
                "ring",
                components + " modes on a circle of radius " + Text.of(radius),
                "ring: std " + Text.of(std) + ", first at angle " + Text.of(phase),
                Layouts.circle(components, radius, phase),
                Spread.std(std));
    }
}
