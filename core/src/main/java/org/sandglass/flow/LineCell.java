package org.sandglass.flow;

import java.util.Arrays;

/// A stretch of `z` with five equidistant places: where the solver takes the quantiles of the start there,
/// and where they should go.
///
/// @param from the first place
/// @param to the last place
/// @param mapped `T̂(F_T⁻¹(Φ(z)))` at the five
/// @param exact `F⁻¹(Φ(z))` at the five
@SuppressWarnings("ArrayRecordComponent") // of this package alone, never written to or compared
record LineCell(double from, double to, double[] mapped, double[] exact) {
    /// How many places.
    static final int PLACES = 5;

    private static final double DENSITY_OF_NORMAL_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    /// Place `i` of those from one number to another.
    static double place(double from, double to, int i) {
        return from + i * (to - from) / (PLACES - 1);
    }

    double middle() {
        return place(from, to, 2);
    }

    /// `∫ |mapped − exact|ᵖ φ(z) dz` over the cell for `p = 1, 2`, by Simpson's rule on its halves.
    double integral(int p) {
        return (at(0, p) + 4 * at(1, p) + 2 * at(2, p) + 4 * at(3, p) + at(4, p)) * (to - from) / 12;
    }

    /// How far that is from Simpson's rule on the whole cell: more than its error once the cell is fine
    /// enough.
    double error(int p) {
        return Math.abs(integral(p) - (at(0, p) + 4 * at(2, p) + at(4, p)) * (to - from) / 6);
    }

    private double at(int i, int p) {
        double z = place(from, to, i);
        double gap = Math.abs(mapped[i] - exact[i]);
        return (p == 1 ? gap : gap * gap) * DENSITY_OF_NORMAL_AT_0 * Math.exp(-z * z / 2);
    }

    /// The deepest fall from one place to the next, 0 if the map only rises.
    double fall() {
        double most = 0;
        for (int i = 1; i < PLACES; i++) {
            most = Math.max(most, mapped[i - 1] - mapped[i]);
        }
        return most;
    }

    /// The largest of the numbers that the places go to.
    double size() {
        return Arrays.stream(mapped).map(Math::abs).max().orElseThrow();
    }
}
