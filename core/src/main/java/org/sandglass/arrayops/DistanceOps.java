package org.sandglass.arrayops;

/// Differences and distances from scaled points and boxes: the part of [ArrayOps] that a search among many
/// components is made of.
///
/// Ranges are as in [ArrayOps]. A difference `x − s·m` takes one rounding, so that a point near `s·m` keeps its
/// digits.
public interface DistanceOps {

    /// `out[i] = fma(−s, m[i], x[i])`: the difference of one point from the scaled copy of another.
    ///
    /// @param x one point
    /// @param xFrom its first index
    /// @param s the scale of the other
    /// @param m the other
    /// @param mFrom its first index
    /// @param out receives the differences; may be `x` or `m`
    /// @param outFrom its first index
    /// @param n how many coordinates
    void difference(double[] x, int xFrom, double s, double[] m, int mFrom, double[] out, int outFrom, int n);

    /// `acc[j·stride + i] = fma(w[i], fma(−s, m[j·stride + i], x[j]), acc[j·stride + i])`: adds the weighted
    /// differences of one point from `n` others that lie side by side, apart for each of these.
    ///
    /// @param w the weights of the others
    /// @param wFrom its first index
    /// @param x one point
    /// @param xFrom its first index
    /// @param coordinates how many it has
    /// @param s the scale of the others
    /// @param m the others, transposed: coordinate `j` of the `i`-th is `m[mFrom + j·stride + i]`
    /// @param mFrom their first index
    /// @param stride the length of a row
    /// @param acc the sums, in rows as the others are; an array of its own
    /// @param n how many others, `≤ stride`
    void addDifferences(
            double[] w,
            int wFrom,
            double[] x,
            int xFrom,
            int coordinates,
            double s,
            double[] m,
            int mFrom,
            int stride,
            double[] acc,
            int n);

    /// `out[i] = a[i] / b[i]`.
    ///
    /// @param a the numerators
    /// @param aFrom its first index
    /// @param b the denominators
    /// @param bFrom its first index
    /// @param out receives the quotients; may be `a` or `b`
    /// @param outFrom its first index
    /// @param n how many
    void divide(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n);

    /// `out[i] = max(max(fma(s, low[i], −x[i]), fma(−s, high[i], x[i])), 0)`: how far a point is outside the box
    /// `s·[low, high]` along each coordinate.
    ///
    /// @param x one point
    /// @param xFrom its first index
    /// @param s the scale of the box, `≥ 0`
    /// @param low the lower corner
    /// @param lowFrom its first index
    /// @param high the upper corner
    /// @param highFrom its first index
    /// @param out receives the distances, 0 inside; may be any of the others
    /// @param outFrom its first index
    /// @param n how many coordinates
    void gap(
            double[] x,
            int xFrom,
            double s,
            double[] low,
            int lowFrom,
            double[] high,
            int highFrom,
            double[] out,
            int outFrom,
            int n);

    /// `acc[i] = acc[i] + Σⱼ v²` with `v = fma(−s, m[j·stride + i], x[j])`, upwards over `j` by
    /// `t = fma(v, v, t)`: adds coordinates to the squared distances of one point from `n` others that lie side by
    /// side.
    ///
    /// @param x one point
    /// @param xFrom its first index
    /// @param coordinates how many are added
    /// @param s the scale of the others
    /// @param m the others, transposed: coordinate `j` of the `i`-th is `m[mFrom + j·stride + i]`
    /// @param mFrom their first index
    /// @param stride the length of a row
    /// @param acc the squared distances; an array of its own
    /// @param accFrom its first index
    /// @param n how many others, `≤ stride`
    void addSquaredDistances(
            double[] x,
            int xFrom,
            int coordinates,
            double s,
            double[] m,
            int mFrom,
            int stride,
            double[] acc,
            int accFrom,
            int n);
}
