package org.sandglass.mixture;

/// The arrays that one pass over the points fills; an empty array asks for nothing.
///
/// @param logDensity `[n]` log densities, or empty
/// @param score `[n·d]` scores, row-major, or empty
/// @param posteriorMean `[n·d]` posterior means `E[x₀|x]`, row-major, or empty
@SuppressWarnings("ArrayRecordComponent") // room that the caller owns; never compared
public record Outputs(double[] logDensity, double[] score, double[] posteriorMean) {
    private static final double[] NONE = {};

    /// Room for log densities only.
    ///
    /// @param n how many points
    /// @return new arrays
    public static Outputs logDensity(int n) {
        return new Outputs(new double[n], NONE, NONE);
    }

    /// Room for scores only.
    ///
    /// @param n how many points
    /// @param d their dimension
    /// @return new arrays
    public static Outputs score(int n, int d) {
        return new Outputs(NONE, new double[Math.multiplyExact(n, d)], NONE);
    }

    /// Room for posterior means only.
    ///
    /// @param n how many points
    /// @param d their dimension
    /// @return new arrays
    public static Outputs posteriorMean(int n, int d) {
        return new Outputs(NONE, NONE, new double[Math.multiplyExact(n, d)]);
    }

    /// Room for all three.
    ///
    /// @param n how many points
    /// @param d their dimension
    /// @return new arrays
    public static Outputs all(int n, int d) {
        return new Outputs(new double[n], new double[Math.multiplyExact(n, d)], new double[n * d]);
    }

    /// Refuses arrays that do not belong to `n` points of dimension `d`.
    void requireShape(int n, int d) {
        requireLength("logDensity", logDensity.length, n);
        requireLength("score", score.length, Math.multiplyExact(n, d));
        requireLength("posteriorMean", posteriorMean.length, n * d);
    }

    private static void requireLength(String name, int length, int wanted) {
        if (length != 0 && length != wanted) {
            throw new IllegalArgumentException(name + " needs " + wanted + " numbers, or none, got " + length);
        }
    }

    boolean wantsLogDensity() {
        return logDensity.length > 0;
    }

    boolean wantsScore() {
        return score.length > 0;
    }

    boolean wantsPosteriorMean() {
        return posteriorMean.length > 0;
    }
}
