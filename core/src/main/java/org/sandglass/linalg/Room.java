package org.sandglass.linalg;

import java.util.Arrays;
import java.util.List;
import org.sandglass.arrayops.Scratch;

/// What rules that move points share: points for intermediate numbers, which a thread keeps and uses again so that a
/// long run allocates nothing, and sums of multiples of points.
///
/// What is taken is given back by the same thread when it is no longer needed; what is not, after an exception for
/// instance, is collected like any other object. The sums are loops of their own, with a rounding for each operation as
/// they are written. As one call of `arrayops` for each summand they took twice as long.
public final class Room {
    private Room() {}

    /// Points of the shape of `x`, with anything in them.
    ///
    /// @param x n × d points
    /// @return n × d numbers, to be given back
    public static Points like(Points x) {
        return Points.wrap(Scratch.takeExactly(x.data().length), x.n(), x.d());
    }

    /// Points of the shape of `x`, with its numbers.
    ///
    /// @param x n × d points
    /// @return a copy, to be given back
    public static Points copy(Points x) {
        Points copy = like(x);
        System.arraycopy(x.data(), 0, copy.data(), 0, x.data().length);
        return copy;
    }

    /// Points of the shape of `x`, all 0.
    ///
    /// @param x n × d points
    /// @return n × d zeros, to be given back
    public static Points zeros(Points x) {
        Points zeros = like(x);
        Arrays.fill(zeros.data(), 0);
        return zeros;
    }

    /// Gives points back, which the caller must not use any more.
    ///
    /// @param room what one of the methods above returned
    public static void give(Points room) {
        Scratch.give(room.data());
    }

    /// `x ← a x + b y`.
    ///
    /// @param a the factor of `x`
    /// @param x n × d points; receives the sum
    /// @param b the factor of `y`
    /// @param y as many points
    public static void combine(double a, Points x, double b, Points y) {
        combine(a, x.data(), b, y.data());
    }

    /// `x ← (a x + b y) + c z`.
    ///
    /// @param a the factor of `x`
    /// @param x n × d points; receives the sum
    /// @param b the factor of `y`
    /// @param y as many points
    /// @param c the factor of `z`
    /// @param z as many points
    public static void combine(double a, Points x, double b, Points y, double c, Points z) {
        combine(a, x.data(), b, y.data(), c, z.data());
    }

    /// `x ← ((a x + b₀ y₀) + b₁ y₁) + …`.
    ///
    /// @param a the factor of `x`
    /// @param x n × d points; receives the sum
    /// @param b the factors of the others
    /// @param y as many points each
    public static void combine(double a, Points x, double[] b, List<Points> y) {
        double[] sum = x.data();
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= a;
        }
        for (int j = 0; j < b.length; j++) {
            combine(1, sum, b[j], y.get(j).data());
        }
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
