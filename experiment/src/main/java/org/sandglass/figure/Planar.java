package org.sandglass.figure;

import org.sandglass.linalg.Points;

/// Checks of dimensions.
final class Planar {
    private Planar() {}

    static void check(String what, Points points) {
        columns(what, points, 2);
    }

    static void columns(String what, Points points, int d) {
        if (points.d() != d) {
            throw new IllegalArgumentException(
                    what + " needs points n x " + d + ", got " + points.n() + " x " + points.d());
        }
    }
}
