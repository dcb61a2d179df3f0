package org.sandglass.conformance;

import java.util.List;
import java.util.OptionalInt;
import org.sandglass.linalg.Points;

/// What the sampler asks: how often, and where it starts and ends.
///
/// @param bench the sampler
/// @param claims what was promised
record CallsCheck(Bench bench, Claims claims) {
    List<Verdict> verdicts() {
        Problem problem = bench.problem();
        Points start = bench.start(problem.law(), Basics.FEW, "calls");
        Recorder calls =
                bench.run(problem.law(), start, problem.steps(), problem.seed()).calls();
        if (calls.times().isEmpty()) {
            String why = "not counted: the sampler evaluates by itself";
            return List.of(
                    Verdict.notJudged("evaluations", why),
                    Verdict.notJudged("ends", why),
                    Verdict.notJudged("grid", why));
        }
        return List.of(evaluations(calls), ends(start, calls), grid(calls));
    }

    private Verdict evaluations(Recorder calls) {
        double each = calls.evaluations(Basics.FEW);
        int steps = bench.problem().steps();
        String found = Words.number(each) + " evaluations of each point in " + steps + " steps";
        OptionalInt claimed = claims.evaluations();
        boolean fits = claimed.isEmpty()
                || Math.abs(each - (double) claimed.getAsInt() * steps) <= Math.max(1, claimed.getAsInt() - 1);
        Verdict verdict = fits
                ? Verdict.pass("evaluations", found)
                : Verdict.fail("evaluations", found + ", where " + claimed.getAsInt() + " for each step were claimed");
        return verdict.with("evaluations", each).with("steps", steps);
    }

    private Verdict ends(Points start, Recorder calls) {
        Problem problem = bench.problem();
        double near = 1e-6 * problem.schedule().end();
        for (double t : calls.times()) {
            if (t < problem.to() - near || t > problem.from() + near) {
                return Verdict.fail(
                        "ends",
                        "asks at t = " + Words.number(t) + ", outside of " + Words.number(problem.from()) + " to "
                                + Words.number(problem.to()));
            }
        }
        Points asked = calls.first().orElseThrow();
        return asked.n() == start.n()
                ? first(start, asked, calls.times().getFirst())
                : Verdict.notJudged("ends", "the sampler does not ask about all points at once");
    }

    /// The first question: about the points given, at their time, or somewhere in the first step.
    private Verdict first(Points start, Points asked, double t) {
        Problem problem = bench.problem();
        boolean there =
                Math.abs(t - problem.from()) <= 1e-6 * problem.schedule().end();
        double ratio = product(asked, start) / product(start, start);
        String at = "t = " + Words.number(t);
        if (distance(asked, start, 1) <= 1e-5 * Math.sqrt(product(start, start))) {
            return there
                    ? Verdict.pass("ends", "begins with the points given at " + at + ", stays within the process")
                    : Verdict.fail(
                            "ends",
                            "the first question is about " + at + ", where the points are at t = "
                                    + Words.number(problem.from()));
        }
        if (there && distance(asked, start, ratio) <= 1e-5 * Math.sqrt(product(asked, asked))) {
            return Verdict.fail(
                    "ends",
                    "begins with " + Words.number(ratio) + " times the points given: these are at " + at
                            + " as they are, not to be scaled");
        }
        return Verdict.notJudged("ends", "the first question is not about the points given, but about others at " + at);
    }

    private Verdict grid(Recorder calls) {
        boolean whole = calls.evaluations(Basics.FEW) == calls.times().size();
        return whole
                ? new GridCheck(bench.problem(), claims).verdict(calls.times())
                : Verdict.notJudged("grid", "the sampler does not ask about all points at once");
    }

    private static double product(Points x, Points y) {
        double sum = 0;
        for (int i = 0; i < x.data().length; i++) {
            sum += x.data()[i] * y.data()[i];
        }
        return sum;
    }

    private static double distance(Points x, Points y, double ratio) {
        double square = 0;
        for (int i = 0; i < x.data().length; i++) {
            double each = x.data()[i] - ratio * y.data()[i];
            square += each * each;
        }
        return Math.sqrt(square);
    }
}
