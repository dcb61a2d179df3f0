package org.sandglass.sampler;

import java.util.Arrays;
import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;

/// What moves share: points for intermediate numbers, which a thread uses again, and sums of multiples of points.
///
/// The sums are loops of their own, with a rounding for each operation as they are written. As one call of
/// `arrayops` for each summand they took twice as long.
final class Room {
    private Room() {}

    /// Points of the shape of `x`, with anything in them; to be given back.
    static Points like(Points x) {
        return Points.wrap(Scratch.takeExactly(x.data().length), x.n(), x.d());
    }

    /// As [#like], with the next standard normal numbers.
    static Points normals(Points x, RandomStream noise) {
        Points z = like(x);
        noise.fillNormals(z.data(), 0, z.data().length);
        return z;
    }

    /// As [#like], with the numbers of `x`.
    static Points copy(Points x) {
        Points copy = like(x);
        System.arraycopy(x.data(), 0, copy.data(), 0, x.data().length);
        return copy;
    }

    /// As [#like], all 0.
    static Points zeros(Points x) {
        Points zeros = like(x);
        Arrays.fill(zeros.data(), 0);
        return zeros;
    }

    static void give(Points room) {
        Scratch.give(room.data());
    }

    /// `x ← a x + b y`.
    static void combine(double a, Points x, double b, Points y) {
        combine(a, x.data(), b, y.data());
    }

    /// `x ← (a x + b y) + c z`.
    static void combine(double a, Points x, double b, Points y, double c, Points z) {
        combine(a, x.data(), b, y.data(), c, z.data());
    }

    private static void combine(double a, double[] x, double b, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a * x[i] + b * y[i];
        }
    }

    private static void combine(double a, double[] x, double b, double[] y, double c, double[] z) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a * x[i] + b * y[i] + c * z[i];
        }
    }
}
