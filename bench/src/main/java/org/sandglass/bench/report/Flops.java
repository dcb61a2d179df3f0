package org.sandglass.bench.report;

/// How many floating-point operations density and score need for a point and a component: `+`, `−` and `×`
/// count one, a fused multiply-add two. Counted is what the formula needs, not what a program does, so that a
/// program that does more gains nothing by it.
final class Flops {
    /// As many as our `exp` is made of.
    static final int EXP = 35;

    /// Subtracting the largest term, and adding to the sum of weights.
    private static final int LOG_SUM_EXP = EXP + 2;

    private Flops() {}

    /// For each coordinate: centre (1), times the precision (1), add the square (2), add to the score (2).
    static double diagonal(int d) {
        return 6.0 * d + LOG_SUM_EXP;
    }

    /// The same in the eigenbasis, and a turn into it and back (`2d²` each).
    static double full(int d) {
        return 4.0 * d * d + diagonal(d);
    }
}
