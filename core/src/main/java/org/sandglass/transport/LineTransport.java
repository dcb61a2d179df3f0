package org.sandglass.transport;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Optimal transport on the line, where the order says it all: `Wₚᵖ = ∫₀¹ |F⁻¹(u) − G⁻¹(u)|ᵖ du`.
///
/// Points of equal weight cost a sort, `O(n ln n)`, as do weighted ones.
public final class LineTransport {
    private LineTransport() {}

    /// `Wₚᵖ` between equally weighted numbers that are sorted already.
    ///
    /// With equally many this is the mean of `|a₍ᵢ₎ − b₍ᵢ₎|ᵖ`; otherwise the two step functions are walked
    /// through together, with masses counted in whole parts of `1/(n m)`.
    ///
    /// @param p the power, 1 or 2
    /// @param a ascending numbers
    /// @param aFrom its first index
    /// @param aTo one past its last index
    /// @param b ascending numbers
    /// @param bFrom its first index
    /// @param bTo one past its last index
    /// @return the cost, `≥ 0`
    public static double ofSorted(int p, double[] a, int aFrom, int aTo, double[] b, int bFrom, int bTo) {
        int n = aTo - aFrom;
        int m = bTo - bFrom;
        return n == m ? pairs(p, a, aFrom, b, bFrom, n) : steps(p, a, aFrom, n, b, bFrom, m);
    }

    private static double pairs(int p, double[] a, int aFrom, double[] b, int bFrom, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += power(p, a[aFrom + i] - b[bFrom + i]);
        }
        return sum / n;
    }

    private static double steps(int p, double[] a, int aFrom, int n, double[] b, int bFrom, int m) {
        double sum = 0;
        long done = 0;
        for (int i = 0, j = 0; i < n; ) {
            long next = Math.min((i + 1L) * m, (j + 1L) * n);
            sum += power(p, a[aFrom + i] - b[bFrom + j]) * (next - done);
            i += next == (i + 1L) * m ? 1 : 0;
            j += next == (j + 1L) * n ? 1 : 0;
            done = next;
        }
        return sum / n / m;
    }

    private static double power(int p, double gap) {
        return p == 1 ? Math.abs(gap) : gap * gap;
    }

    /// `Wₚ` between weighted numbers, in any order.
    ///
    /// @param p the power, 1 or 2
    /// @param a numbers, finite
    /// @param aWeights a weight for each, finite, `≥ 0`, some `> 0`; they need not sum to 1
    /// @param b numbers, finite
    /// @param bWeights a weight for each, finite, `≥ 0`, some `> 0`
    /// @return the distance
    /// @throws IllegalArgumentException if weights are not as said, or `p` is another number
    public static double distance(int p, double[] a, double[] aWeights, double[] b, double[] bWeights) {
        if (p != 1 && p != 2) {
            throw new IllegalArgumentException("p must be 1 or 2, got " + p);
        }
        double[][] x = sorted(a, Masses.normalised(aWeights, a.length));
        double[][] y = sorted(b, Masses.normalised(bWeights, b.length));
        double sum = weighted(p, x, y);
        return p == 1 ? sum : Math.sqrt(sum);
    }

    private static double weighted(int p, double[][] x, double[][] y) {
        double sum = 0;
        double leftX = x[1][0];
        double leftY = y[1][0];
        for (int i = 0, j = 0; ; ) {
            double moved = Math.min(leftX, leftY);
            sum += moved * power(p, x[0][i] - y[0][j]);
            leftX -= moved;
            leftY -= moved;
            if (leftX == 0 && ++i < x[0].length) {
                leftX = x[1][i];
            }
            if (leftY == 0 && ++j < y[0].length) {
                leftY = y[1][j];
            }
            if (i == x[0].length || j == y[0].length) {
                return sum;
            }
        }
    }

    /// Numbers in order, and their weights.
    private static double[][] sorted(double[] a, double[] weights) {
        int[] order = IntStream.range(0, a.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> a[i]))
                .mapToInt(i -> i)
                .toArray();
        double[][] out = new double[2][a.length];
        Arrays.setAll(out[0], i -> a[order[i]]);
        Arrays.setAll(out[1], i -> weights[order[i]]);
        return out;
    }
}
