package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sandglass.linalg.NumericalException;

/// Judges samplers.
///
/// A right sampler fails one check or more with odds of at most [#ODDS], whatever its own error at the
/// number of steps asked for: what is held against the exact law is what is left at many steps, and whether
/// it still falls.
public final class SamplerConformance {
    /// The chance that a right sampler fails any check: the sum of what the verdicts state, at most.
    public static final double ODDS = 1e-3;

    private SamplerConformance() {}

    /// Judges a sampler.
    ///
    /// It runs about twenty times, on few points as a rule; with four times the steps three times, and with
    /// sixteen times as many three times.
    ///
    /// @param sampler the black box; what it throws but for `NumericalException` and
    ///     `IllegalArgumentException` is thrown on
    /// @param problem what it is judged on
    /// @param claims what is promised
    /// @return a verdict for each check; only that on finite results if there are others
    public static List<Verdict> judge(BlackBox sampler, Problem problem, Claims claims) {
        Bench bench = new Bench(sampler, problem);
        List<Verdict> verdicts = new ArrayList<>(new Basics(bench).verdicts());
        if (verdicts.getFirst().isFailure()) {
            return List.copyOf(verdicts);
        }
        add(verdicts, "calls", () -> new CallsCheck(bench, claims).verdicts());
        add(verdicts, "steps", () -> new StepsCheck(bench, claims, new Tracer(bench).trace()).verdicts());
        add(verdicts, "gain", () -> List.of(new GainCheck(bench).verdict()));
        add(verdicts, "order", () -> List.of(new OrderCheck(bench, claims).verdict()));
        add(verdicts, "marginals", () -> new MarginalCheck(bench).verdicts());
        return List.copyOf(verdicts);
    }

    /// Whether no check has failed.
    ///
    /// @param verdicts of one sampler
    /// @return true also where some were not judged
    public static boolean passes(List<Verdict> verdicts) {
        return verdicts.stream().noneMatch(Verdict::isFailure);
    }

    /// What a check finds; a sampler that stops in it fails it.
    private static void add(List<Verdict> verdicts, String check, Supplier<List<Verdict>> found) {
        try {
            verdicts.addAll(found.get());
        } catch (NumericalException | IllegalArgumentException e) {
            verdicts.add(Verdict.fail(check, "the sampler stops: " + e.getMessage()));
        }
    }
}
