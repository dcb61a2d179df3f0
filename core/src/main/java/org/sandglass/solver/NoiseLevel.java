package org.sandglass.solver;

import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Noise;

/// What the stochastic rules share: checking how much noise they add, and adding it.
final class NoiseLevel {
    private NoiseLevel() {}

    /// Refuses a noise level that is negative, infinite or NaN.
    static void check(String name, double level) {
        if (!(level >= 0 && level < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and >= 0, got " + level);
        }
    }

    /// Refuses a number that is not positive and finite.
    static void checkPositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and > 0, got " + value);
        }
    }

    /// Refuses a count below 1.
    static void checkCount(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, got " + count);
        }
    }

    /// `x ← a x + b y + c z` with the next normal numbers `z`.
    static void combine(double a, Points x, double b, Points y, double c, Noise noise) {
        Points z = noise.normals(x);
        Room.combine(a, x, b, y, c, z);
        Room.give(z);
    }

    /// `x ← a x + c z` with the next normal numbers `z`.
    static void combine(double a, Points x, double c, Noise noise) {
        Points z = noise.normals(x);
        Room.combine(a, x, c, z);
        Room.give(z);
    }
}
