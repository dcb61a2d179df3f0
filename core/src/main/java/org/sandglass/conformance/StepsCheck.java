package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What a step does with the points and the answers, and the noise it adds.
///
/// @param bench the sampler
/// @param claims what was promised
/// @param seen the responses
record StepsCheck(Bench bench, Claims claims, Seen seen) {
    private static final int MOST_SENTENCES = 3;

    List<Verdict> verdicts() {
        return switch (seen) {
            case Seen.Nothing(String reason) -> unjudged(reason);
            case Seen.Responses(Trace trace) ->
                Walked.of(trace, bench.problem().steps(), bench.problem().to())
                        .map(this::verdicts)
                        .orElseGet(() -> unjudged(trace.calls() + " evaluations are no whole number for each of "
                                + bench.problem().steps() + " steps"));
        };
    }

    private static List<Verdict> unjudged(String reason) {
        return List.of(
                Verdict.notJudged("steps", reason),
                Verdict.notJudged("noise", reason),
                Verdict.notJudged("schedule", reason),
                Verdict.notJudged("last step", reason));
    }

    private List<Verdict> verdicts(Walked walked) {
        if (!walked.goesForward()) {
            return standing(walked);
        }
        Recognition recognition = Recognition.of(walked);
        return List.of(
                steps(walked, recognition),
                new NoiseCheck(recognition).verdict(),
                new ScheduleCheck(recognition).verdict(),
                lastStep(walked));
    }

    /// Where the times do not fall, no rule could have made the steps, but they may be those between other
    /// times.
    private List<Verdict> standing(Walked walked) {
        List<Verdict> verdicts = new ArrayList<>(unjudged("the times do not fall from step to step"));
        new Diagnosis(walked, Recognition.of(walked), bench.problem().from())
                .ofShift()
                .ifPresent(sentence -> verdicts.set(0, Verdict.fail("steps", sentence)));
        return verdicts;
    }

    private Verdict steps(Walked walked, Recognition recognition) {
        List<Integer> strangers = recognition.strangers();
        if (strangers.isEmpty()) {
            return otherEta(walked).orElseGet(() -> Verdict.pass("steps", recognition.summary()));
        }
        Diagnosis diagnosis = new Diagnosis(walked, recognition, bench.problem().from());
        if (2 * recognition.steps(recognition.base()) > walked.steps()) {
            return few(strangers, diagnosis, recognition);
        }
        return diagnosis
                .ofAll()
                .map(sentence -> Verdict.fail("steps", sentence))
                .orElseGet(() -> Verdict.notJudged(
                        "steps", "the rule is none that is known here; the checks of its results decide"));
    }

    /// Some steps that are not like most.
    private static Verdict few(List<Integer> strangers, Diagnosis diagnosis, Recognition recognition) {
        List<String> sentences =
                strangers.stream().flatMap(i -> diagnosis.ofOne(i).stream()).toList();
        if (sentences.isEmpty()) {
            return Verdict.notJudged("steps", recognition.summary() + "; the checks of its results decide");
        }
        int more = sentences.size() - MOST_SENTENCES;
        return Verdict.fail(
                "steps",
                sentences.stream().limit(MOST_SENTENCES).collect(Collectors.joining("; "))
                        + (more > 0 ? "; and " + more + " more" : ""));
    }

    /// Steps that are right for another `η` than was claimed.
    private Optional<Verdict> otherEta(Walked walked) {
        if (claims.eta().isEmpty()) {
            return Optional.empty();
        }
        double claimed = claims.eta().getAsDouble();
        OptionalDouble found = Recognition.eta(walked);
        if (found.isEmpty() || Math.abs(found.getAsDouble() - claimed) <= 1e-3) {
            return Optional.empty();
        }
        double eta = found.getAsDouble();
        boolean squared = Math.abs(eta - claimed * claimed) <= 1e-3;
        String sentence = "η is " + Words.number(eta) + " where " + Words.number(claimed) + " was claimed"
                + (squared ? ": η² in place of η" : "");
        return Optional.of(Verdict.fail("steps", sentence).with("eta", eta));
    }

    private Verdict lastStep(Walked walked) {
        String check = "last step";
        if (claims.lastStep() == Claims.LastStep.ANY) {
            return Verdict.notJudged(check, "nothing was claimed about it");
        }
        if (walked.perStep() != 1) {
            return Verdict.notJudged(check, "steps have " + walked.perStep() + " evaluations");
        }
        double rest = StepMap.seen(walked, walked.steps() - 1).rest();
        return rest <= walked.trace().tolerance()
                ? Verdict.pass(check, "it uses the last prediction alone")
                : Verdict.fail(
                        check,
                        "the last step is made with earlier predictions too, of second order or higher,"
                                + " though a last step of first order was claimed");
    }
}
