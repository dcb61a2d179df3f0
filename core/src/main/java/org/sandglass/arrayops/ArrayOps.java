package org.sandglass.arrayops;

/// The loops that everything else is built from, over ranges of flat `double[]`.
///
/// A range is an array, its first index and a length `n` shared by all ranges of the call; `x[i]` below is the
/// `i`-th number *of the range*, `0 ≤ i < n`, and `n ≤ 0` is an empty range. A range that is written may be one
/// that is read (the same array and first index); ranges that overlap in any other way give unspecified
/// numbers. A range outside its array ends in an [IndexOutOfBoundsException], possibly after part of the work.
///
/// Each method states its arithmetic to the last rounding: `fma` means one rounding, and a sum of products has
/// a fixed order. An implementation keeps to it, hence all give the same bits. Stateless and safe for any
/// number of threads.
public interface ArrayOps extends DistanceOps {

    /// The implementation of this program run: with vectors where that is possible, unless the system property
    /// `sandglass.arrayops` says `plain` or `vector`.
    ///
    /// @return always the same object
    /// @throws IllegalArgumentException if the property says something else, or `vector` where there are none
    static ArrayOps get() {
        return ArrayOpsChoice.made().ops();
    }

    /// An implementation for one piece of work, such as a chunk of points: plain for the first second or so of
    /// work, then [#get()].
    ///
    /// Vector code is slow until it is compiled, which takes about a second in all. A short program is over
    /// before that has paid; and since all give the same bits, nobody can tell but by the clock. No plain start
    /// where the property asks for one of the two.
    ///
    /// @param numbers about how many numbers this piece computes
    /// @return [#get()], or the plain twin while little has been asked for
    /// @throws IllegalArgumentException as [#get()]
    static ArrayOps forWork(long numbers) {
        return ColdStart.next(numbers);
    }

    /// What [#get()] is and why, in one line, such as `vector, 256-bit lanes` or `plain: module
    /// jdk.incubator.vector is not present`.
    ///
    /// @return a description for people
    /// @throws IllegalArgumentException as [#get()]
    static String choice() {
        return ArrayOpsChoice.made().description();
    }

    /// The loops over tiles that belong to this implementation.
    ///
    /// @return always the same object
    TileOps tiles();

    /// The loops over tiles in single precision that belong to this implementation.
    ///
    /// @return always the same object
    FloatTileOps floatTiles();

    /// `out[i] = exp x[i]`, as [ArrayMath#exp(double)].
    ///
    /// @param x what to exponentiate
    /// @param xFrom its first index
    /// @param out receives the values; may be `x`
    /// @param outFrom its first index
    /// @param n how many
    void exp(double[] x, int xFrom, double[] out, int outFrom, int n);

    /// `out[i] = ln x[i]`, as [ArrayMath#log(double)].
    ///
    /// @param x the arguments
    /// @param xFrom its first index
    /// @param out receives the values; may be `x`
    /// @param outFrom its first index
    /// @param n how many
    void log(double[] x, int xFrom, double[] out, int outFrom, int n);

    /// `out[i] = √x[i]`, correctly rounded.
    ///
    /// @param x the arguments
    /// @param xFrom its first index
    /// @param out receives the roots; may be `x`
    /// @param outFrom its first index
    /// @param n how many
    void sqrt(double[] x, int xFrom, double[] out, int outFrom, int n);

    /// `out[i] = sin 2πu[i]`, as [ArrayMath#sinTurns(double)].
    ///
    /// @param u angles in turns, `|u| ≤ 2⁴⁸`
    /// @param uFrom its first index
    /// @param out receives the values; may be `u`
    /// @param outFrom its first index
    /// @param n how many
    void sinTurns(double[] u, int uFrom, double[] out, int outFrom, int n);

    /// `out[i] = cos 2πu[i]`, as [ArrayMath#cosTurns(double)].
    ///
    /// @param u angles in turns, `|u| ≤ 2⁴⁸`
    /// @param uFrom its first index
    /// @param out receives the values; may be `u`
    /// @param outFrom its first index
    /// @param n how many
    void cosTurns(double[] u, int uFrom, double[] out, int outFrom, int n);

    /// `Σ a[i] b[i]`: eight sums `sⱼ` over the `i ≡ j (mod 8)`, each from 0 upwards by `s = fma(a, b, s)`, then
    /// `((s₀+s₄) + (s₂+s₆)) + ((s₁+s₅) + (s₃+s₇))`.
    ///
    /// @param a one factor
    /// @param aFrom its first index
    /// @param b the other
    /// @param bFrom its first index
    /// @param n how many
    /// @return the sum, 0 for `n = 0`
    double dot(double[] a, int aFrom, double[] b, int bFrom, int n);

    /// `Σ x[i]`: eight sums in the order of [#dot], by additions.
    ///
    /// @param x the summands
    /// @param xFrom its first index
    /// @param n how many
    /// @return the sum, 0 for `n = 0`
    double sum(double[] x, int xFrom, int n);

    /// The largest `x[i]`, in the order of [Math#max(double, double)].
    ///
    /// @param x the numbers
    /// @param xFrom its first index
    /// @param n how many
    /// @return the largest, −∞ for `n = 0`, NaN if one is NaN
    double max(double[] x, int xFrom, int n);

    /// `out[i] = max(a[i], b[i])`, in the order of [Math#max(double, double)].
    ///
    /// @param a one range
    /// @param aFrom its first index
    /// @param b the other
    /// @param bFrom its first index
    /// @param out receives the larger numbers; may be `a` or `b`
    /// @param outFrom its first index
    /// @param n how many
    void max(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n);

    /// `out[i] = s · x[i]`.
    ///
    /// @param s the factor
    /// @param x the numbers
    /// @param xFrom its first index
    /// @param out receives the products; may be `x`
    /// @param outFrom its first index
    /// @param n how many
    void scale(double s, double[] x, int xFrom, double[] out, int outFrom, int n);

    /// `y[i] = fma(s, x[i], y[i])`.
    ///
    /// @param s the factor
    /// @param x what is added, `s` times
    /// @param xFrom its first index
    /// @param y the sums
    /// @param yFrom its first index
    /// @param n how many
    void axpy(double s, double[] x, int xFrom, double[] y, int yFrom, int n);

    /// `out[i] = a[i] b[i]`.
    ///
    /// @param a one factor
    /// @param aFrom its first index
    /// @param b the other
    /// @param bFrom its first index
    /// @param out receives the products; may be `a` or `b`
    /// @param outFrom its first index
    /// @param n how many
    void multiply(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n);

    /// `acc[i] = fma(a[i], b[i], acc[i])`.
    ///
    /// @param a one factor
    /// @param aFrom its first index
    /// @param b the other
    /// @param bFrom its first index
    /// @param acc the sums
    /// @param accFrom its first index
    /// @param n how many
    void multiplyAdd(double[] a, int aFrom, double[] b, int bFrom, double[] acc, int accFrom, int n);

    /// `out[i] = fma(−s, m, x[i])`: the distance of each `x[i]` from the one number `s·m`, such as a scaled
    /// mean.
    ///
    /// @param x the numbers
    /// @param xFrom its first index
    /// @param s one factor of what is subtracted
    /// @param m the other
    /// @param out receives the differences; may be `x`
    /// @param outFrom its first index
    /// @param n how many
    void subtractScaled(double[] x, int xFrom, double s, double m, double[] out, int outFrom, int n);

    /// `acc[i] = fma(w[i], w[i], acc[i])`.
    ///
    /// @param w what is squared
    /// @param wFrom its first index
    /// @param acc the sums of squares
    /// @param accFrom its first index
    /// @param n how many
    void addSquares(double[] w, int wFrom, double[] acc, int accFrom, int n);

    /// `w = (x[i] − mean) · precision; acc[i] = fma(w, w, acc[i])`: one coordinate's share of a squared
    /// Mahalanobis distance.
    ///
    /// @param x the numbers
    /// @param xFrom its first index
    /// @param mean their mean
    /// @param precision the inverse of their standard deviation
    /// @param acc the sums of squares
    /// @param accFrom its first index
    /// @param n how many
    void addStandardisedSquares(double[] x, int xFrom, double mean, double precision, double[] acc, int accFrom, int n);

    /// The words of blocks of Philox4x64-10, planes of one word each: word `w` of block `b` goes to
    /// `words[w·blocks + b]`.
    ///
    /// @param start the key's two words, then the four of block 0's counter, whose first grows by 1 with each
    ///     block
    /// @param words receives `4·blocks` words
    /// @param blocks how many blocks
    void philox(long[] start, long[] words, int blocks);

    /// `out[i] = ⌊words[i]/2¹¹⌋ 2⁻⁵³`, the word taken as unsigned: in `[0, 1)`, exact.
    ///
    /// @param words random words
    /// @param wordsFrom its first index
    /// @param out receives the numbers
    /// @param outFrom its first index
    /// @param n how many
    void uniforms(long[] words, int wordsFrom, double[] out, int outFrom, int n);

    /// Pairs of uniform numbers to pairs of normal ones by Box and Muller's formula: `r = √(−2 ln(v[i] + 2⁻⁵³));
    /// (v[i], u[i]) = (r cos 2πu[i], r sin 2πu[i])`, the functions as [ArrayMath]'s, each of the other operations
    /// rounded once.
    ///
    /// @param v multiples of `2⁻⁵³` in `[0, 1)`; receives the first normal of each pair
    /// @param vFrom its first index
    /// @param u angles in turns, `|u| ≤ 2⁴⁸`; receives the second
    /// @param uFrom its first index
    /// @param room for intermediate numbers, whatever they are; not a part of the other ranges
    /// @param roomFrom its first index
    /// @param n how many pairs
    void boxMuller(double[] v, int vFrom, double[] u, int uFrom, double[] room, int roomFrom, int n);
}
