package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.sandglass.solver.Ddim;

/// Whether steps add the noise that their rule is made for, and each its own.
///
/// A standard deviation of `m` normal numbers is right within `1/√(2m)`, a correlation within `1/√m`; what
/// is beyond 6.5 of these errors fails, with odds of 1e−10 for each step.
///
/// @param recognition which rule each step is
record NoiseCheck(Recognition recognition) {
    static final double ERRORS = 6.5;
    private static final double ODDS = 1e-10;

    Verdict verdict() {
        Walked walked = recognition.walked();
        SequencedMap<String, List<Integer>> faults = new LinkedHashMap<>();
        int judged = 0;
        int noisy = 0;
        for (int i = 0; i < walked.steps(); i++) {
            if (recognition.rule(i).isEmpty()) {
                continue;
            }
            int step = i;
            Fit fit = recognition.fit(recognition.rule(i).getAsInt(), i);
            judged++;
            noisy += size(fit.noise()) > quiet(i) ? 1 : 0;
            fault(i, fit)
                    .ifPresent(sentence -> faults.computeIfAbsent(sentence, _ -> new ArrayList<>())
                            .add(step));
        }
        if (judged == 0) {
            return Verdict.notJudged("noise", "which noise is right depends on the rule, which is not known");
        }
        double odds = 2 * judged * ODDS;
        if (!faults.isEmpty()) {
            return Verdict.fail("noise", sentences(faults, walked.steps())).at(odds);
        }
        return repeated()
                .map(sentence -> Verdict.fail("noise", sentence))
                .orElse(Verdict.pass(
                        "noise", noisy == 0 ? "none is added" : "as large as the rule needs, fresh in every step"))
                .at(odds);
    }

    private static String sentences(SequencedMap<String, List<Integer>> faults, int steps) {
        return faults.entrySet().stream()
                .limit(3)
                .map(each -> String.format(each.getKey(), Words.steps(each.getValue(), steps)))
                .collect(Collectors.joining("; "));
    }

    /// What is wrong with the noise of a step.
    private Optional<String> fault(int step, Fit fit) {
        double found = size(fit.noise());
        boolean still = found <= quiet(step);
        boolean stillWanted = fit.spread() <= quiet(step);
        if (still || stillWanted) {
            if (still == stillWanted) {
                return Optional.empty();
            }
            return Optional.of(still ? "no noise is added in %s, though the rule is made for it" : tooMuch(step));
        }
        double error = ERRORS / Math.sqrt(2.0 * fit.noise().length);
        double ratio = found / fit.spread();
        return Math.abs(ratio - 1) <= error ? Optional.empty() : Optional.of(words(ratio, error, step));
    }

    private String tooMuch(int step) {
        boolean last = step == recognition.walked().steps() - 1;
        return last
                ? "noise is added in the last step, which has none by its rule"
                : "noise is added in %s, which has none by its rule";
    }

    private String words(double ratio, double error, int step) {
        double h = recognition.walked().times().get(step)
                - recognition.walked().times().get(step + 1);
        Optional<Double> eta = eta();
        if (near(ratio, Math.sqrt(2), error)) {
            return "the noise added in %s is √2 too large";
        }
        if (near(ratio, Math.sqrt(0.5), error)) {
            return "the noise added in %s is √2 too small";
        }
        if (eta.isPresent() && near(ratio, eta.get(), error)) {
            return "the noise added in %s is made with η² in place of η";
        }
        if (near(ratio, 2, error) || near(ratio, 0.5, error)) {
            return ratio > 1
                    ? "the noise added in %s is twice as large as it should be"
                    : "the noise added in %s is half as large as it should be";
        }
        if (near(ratio, Math.sqrt(h), error) || near(ratio, 1 / Math.sqrt(h), error)) {
            return ratio < 1
                    ? "the noise added in %s is made with h in place of √h"
                    : "the noise added in %s misses √h";
        }
        return "the noise added in %s is " + Words.number(ratio) + " times as large as it should be";
    }

    private Optional<Double> eta() {
        return recognition.rules().get(recognition.base()).rule() instanceof Ddim(double eta) && eta < 1
                ? Optional.of(eta)
                : Optional.empty();
    }

    private static boolean near(double ratio, double value, double error) {
        return Math.abs(ratio / value - 1) <= error;
    }

    /// Whether a step takes the numbers of the step before once more.
    private Optional<String> repeated() {
        for (int i = 1; i < recognition.walked().steps(); i++) {
            if (recognition.rule(i).isPresent() && recognition.rule(i - 1).isPresent()) {
                double[] here =
                        recognition.fit(recognition.rule(i).getAsInt(), i).noise();
                double[] before = recognition
                        .fit(recognition.rule(i - 1).getAsInt(), i - 1)
                        .noise();
                boolean noisy = size(here) > quiet(i) && size(before) > quiet(i - 1);
                if (noisy && Math.abs(correlation(here, before)) > ERRORS / Math.sqrt(here.length)) {
                    return Optional.of(
                            "step " + (i + 1) + " takes its noise from the same random numbers as step " + i);
                }
            }
        }
        return Optional.empty();
    }

    private static double correlation(double[] x, double[] y) {
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += x[i] * y[i];
        }
        return product / x.length / size(x) / size(y);
    }

    /// What counts as no noise: rounding.
    private double quiet(int step) {
        return recognition.walked().trace().tolerance()
                * (1e-3 + size(recognition.walked().noiseAfter(step)));
    }

    /// The root of the mean square.
    static double size(double[] noise) {
        double square = 0;
        for (double each : noise) {
            square += each * each;
        }
        return Math.sqrt(square / noise.length);
    }
}
