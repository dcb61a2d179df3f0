package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;

/// What does not depend on what a sampler is for: finite results, the seed, and rows that do not know of
/// each other.
///
/// @param bench the sampler
record Basics(Bench bench) {
    /// Points of a run that is not for statistics.
    static final int FEW = 64;

    /// Numbers of steps of the form 3n − 1, at which some solvers of order 3 divide by 0, and 2.
    private static final List<Integer> STEPS = List.of(2, 5, 8, 11);

    List<Verdict> verdicts() {
        Verdict finite = finite();
        if (finite.isFailure()) {
            return List.of(finite);
        }
        Points start = bench.start(law(), FEW, "basics");
        // two rows are the same, to see noise where the seed does nothing
        System.arraycopy(start.data(), 0, start.data(), start.d(), start.d());
        Points first = end(start, seed());
        Points again = end(start, seed());
        Points other = end(start, seed() + 1);
        Verdict seed = seed(first, again, other);
        return List.of(finite, seed, rows(seed, start, first, other));
    }

    private Verdict finite() {
        List<Integer> counts = new ArrayList<>(STEPS);
        counts.add(bench.problem().steps());
        Points start = bench.start(law(), FEW, "basics");
        for (int steps : counts) {
            try {
                Points end = bench.run(law(), start, steps, seed()).end();
                if (end.firstNonFiniteRow() >= 0) {
                    return Verdict.fail(
                            "finite",
                            "with " + steps + " steps point " + end.firstNonFiniteRow() + " is "
                                    + Arrays.toString(end.row(end.firstNonFiniteRow())));
                }
            } catch (NumericalException | IllegalArgumentException e) {
                return Verdict.fail("finite", "with " + steps + " steps the sampler stops: " + e.getMessage());
            }
        }
        return Verdict.pass("finite", "with " + Words.list(counts) + " steps");
    }

    private Verdict seed(Points first, Points again, Points other) {
        if (!first.equals(again)) {
            return Verdict.fail("seed", "the same seed gives other points: some random numbers do not come from it");
        }
        if (!first.equals(other)) {
            return Verdict.pass("seed", "the same seed gives the same bytes, another seed others: stochastic");
        }
        if (!Arrays.equals(first.row(0), first.row(1))) {
            return Verdict.fail(
                    "seed", "the seed is ignored: equal points end apart, and another seed gives the same points");
        }
        return Verdict.pass("seed", "the same bytes for every seed: deterministic");
    }

    /// Whether a point's result depends on its neighbours; for stochastic samplers it may, through the
    /// random numbers.
    private Verdict rows(Verdict seed, Points start, Points first, Points other) {
        if (seed.isFailure() || !first.equals(other)) {
            return Verdict.notJudged("rows", "the random numbers of a point may depend on how many points there are");
        }
        int half = FEW / 2;
        Points alone = end(start.slice(half / 2, half / 2 + half), seed());
        double worst = 0;
        double scale = 0;
        for (int i = 0; i < alone.data().length; i++) {
            double together = first.data()[half / 2 * first.d() + i];
            worst = Math.max(worst, Math.abs(alone.data()[i] - together));
            scale = Math.max(scale, Math.abs(together));
        }
        return worst <= 1e-5 * scale
                ? Verdict.pass("rows", "a point's result does not depend on its neighbours")
                : Verdict.fail(
                                "rows",
                                "a point's result depends on the other points: it moves by " + Words.number(worst)
                                        + " when others are left out")
                        .with("difference", worst);
    }

    private DiffusedMixture law() {
        return bench.problem().law();
    }

    private long seed() {
        return bench.problem().seed();
    }

    private Points end(Points start, long seed) {
        return bench.end(law(), start, bench.problem().steps(), seed);
    }
}
