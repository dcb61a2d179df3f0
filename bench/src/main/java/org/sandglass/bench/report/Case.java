package org.sandglass.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row of the tables: what Sandglass and others were timed at.
///
/// @param kind what is done
/// @param size `NxKxD`
/// @param atLeast how many times faster than compiled JAX it is meant to be
/// @param torchGmm what torchGMM's `score` alone takes for a point and a component, as measured once
///     elsewhere; NaN if not known
record Case(Kind kind, String size, double atLeast, double torchGmm) {
    /// What is done.
    enum Kind {
        /// Log density and score.
        EVALUATION,
        /// The reverse SDE.
        REVERSE
    }

    private static final int STEPS = 100;

    static final List<Case> ALL = List.of(
            new Case(Kind.EVALUATION, "100000x40x2", 10, 450),
            new Case(Kind.EVALUATION, "20000x50x16", 5, 9500),
            new Case(Kind.EVALUATION, "5000x100x64", 6, Double.NaN),
            new Case(Kind.EVALUATION, "2000x1000x784", 4, Double.NaN),
            new Case(Kind.REVERSE, "10000x40x2", 6, Double.NaN),
            new Case(Kind.REVERSE, "2000x50x16", 4, Double.NaN));

    String title() {
        return switch (kind) {
            case EVALUATION -> "N %,d, K %,d, D %d".formatted(n(), k(), d());
            case REVERSE -> "reverse, N %,d, K %,d, D %d, %d steps".formatted(n(), k(), d(), STEPS);
        };
    }

    /// As `bench/peers.py` names it.
    String task() {
        return switch (kind) {
            case EVALUATION -> "eval N=%d K=%d D=%d".formatted(n(), k(), d());
            case REVERSE -> "reverse N=%d K=%d D=%d STEPS=%d".formatted(n(), k(), d(), STEPS);
        };
    }

    Optional<Measurement> measured(Results results) {
        return switch (kind) {
            case EVALUATION -> results.only("DensityAndScore.densityAndScore", Map.of("size", size));
            case REVERSE -> results.only("ReverseSimulation.reverse", Map.of("size", size, "threads", "1"));
        };
    }

    /// Nanoseconds for a point, a component and a step.
    double nanos(Measurement measured) {
        double steps = kind == Kind.REVERSE ? STEPS : 1;
        return measured.nanos() / ((double) n() * k() * steps);
    }

    /// Noise and the step itself are not counted.
    double gigaflops(Measurement measured) {
        return Flops.diagonal(d()) / nanos(measured);
    }

    private int n() {
        return part(0);
    }

    private int k() {
        return part(1);
    }

    private int d() {
        return part(2);
    }

    private int part(int i) {
        return Arrays.stream(size.split("x", 3)).mapToInt(Integer::parseInt).toArray()[i];
    }
}
