package org.sandglass.transport;

import java.util.Arrays;
import org.sandglass.linalg.Points;

/// Wasserstein distances between point clouds, exactly: `Wₚ = (min Σᵢⱼ ‖xᵢ − yⱼ‖ᵖ πᵢⱼ)^(1/p)` over plans `π`.
///
/// The points of `y` have equal weights, as have those of `x` where none are given. POT's `emd2` with the same
/// costs gives the same numbers. Costs: see [Transport].
public final class Wasserstein {
    private Wasserstein() {}

    /// `W₁`, the mean distance that mass is carried.
    ///
    /// @param x n × d points, finite
    /// @param y m × d points, finite
    /// @return the distance
    /// @throws IllegalArgumentException if the clouds do not fit together
    public static double w1(Points x, Points y) {
        return Transport.solve(Costs.distances(x, y)).cost();
    }

    /// `W₁` from a weighted cloud.
    ///
    /// @param x n × d points, finite
    /// @param weights of `x`, finite, `≥ 0`, some `> 0`; they need not sum to 1
    /// @param y m × d points, finite
    /// @return the distance
    /// @throws IllegalArgumentException if clouds and weights do not fit together
    public static double w1(Points x, double[] weights, Points y) {
        return Transport.solve(Costs.distances(x, y), weights, equal(y.n())).cost();
    }

    /// `W₂`, the root of the mean squared distance that mass is carried.
    ///
    /// @param x n × d points, finite
    /// @param y m × d points, finite
    /// @return the distance
    /// @throws IllegalArgumentException if the clouds do not fit together
    public static double w2(Points x, Points y) {
        return Math.sqrt(Transport.solve(Costs.squaredDistances(x, y)).cost());
    }

    /// `W₂` from a weighted cloud.
    ///
    /// @param x n × d points, finite
    /// @param weights of `x`, finite, `≥ 0`, some `> 0`; they need not sum to 1
    /// @param y m × d points, finite
    /// @return the distance
    /// @throws IllegalArgumentException if clouds and weights do not fit together
    public static double w2(Points x, double[] weights, Points y) {
        return Math.sqrt(Transport.solve(Costs.squaredDistances(x, y), weights, equal(y.n()))
                .cost());
    }

    /// `W₂` between points whose coordinates are angles, around the circle the shorter way.
    ///
    /// @param x n × d angles in radians, finite
    /// @param y m × d angles in radians, finite
    /// @return the distance
    /// @throws IllegalArgumentException if the clouds do not fit together
    public static double torusW2(Points x, Points y) {
        return Math.sqrt(Transport.solve(Costs.squaredTorusDistances(x, y)).cost());
    }

    /// `W₂` on the torus from a weighted cloud.
    ///
    /// @param x n × d angles in radians, finite
    /// @param weights of `x`, finite, `≥ 0`, some `> 0`; they need not sum to 1
    /// @param y m × d angles in radians, finite
    /// @return the distance
    /// @throws IllegalArgumentException if clouds and weights do not fit together
    public static double torusW2(Points x, double[] weights, Points y) {
        return Math.sqrt(Transport.solve(Costs.squaredTorusDistances(x, y), weights, equal(y.n()))
                .cost());
    }

    private static double[] equal(int m) {
        double[] weights = new double[m];
        Arrays.fill(weights, 1);
        return weights;
    }
}
