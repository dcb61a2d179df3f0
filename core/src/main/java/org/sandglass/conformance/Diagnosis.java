package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;

/// What is wrong with steps that are none of the rules: they are compared with known faults.
///
/// @param walked the steps
/// @param recognition which rule each is
/// @param from the first time of the process to be sampled
record Diagnosis(Walked walked, Recognition recognition, double from) {
    /// What is wrong with all steps, or with all but one.
    Optional<String> ofAll() {
        return switch (walked.perStep()) {
            case 1 -> ofShift().or(this::faulty).or(this::opposite);
            case 2 -> HeunFault.of(walked);
            default -> Optional.empty();
        };
    }

    /// What is wrong with one step, where most others are a rule, if it is something known.
    Optional<String> ofOne(int step) {
        if (walked.perStep() != 1) {
            return Optional.empty();
        }
        StepMap seen = StepMap.seen(walked, step);
        if (seen.rest() > tolerance()) {
            return Optional.empty();
        }
        return otherLevel(step, seen)
                .or(() -> faultOf(step, seen))
                .or(() -> ownLevel(step, seen))
                .map(why -> "step " + (step + 1) + " (t = " + Words.number(time(step)) + ") " + why);
    }

    /// Every step made between the times of another one: the grid of the levels is shifted against that of
    /// the calls.
    Optional<String> ofShift() {
        if (walked.perStep() != 1) {
            return Optional.empty();
        }
        for (Rules.Named each : Rules.simple()) {
            OneStep rule = (OneStep) each.rule();
            if (nearlyAll(i -> fits(rule, i, i - 1, i))) {
                return Optional.of(
                        "the grid is shifted by one: the model is asked with the time at the end of each step"
                                + " about points at its beginning (" + each.name() + " otherwise)");
            }
            if (nearlyAll(i -> fits(rule, i, i + 1, i + 2))) {
                return Optional.of("the grid is shifted by one: each step is made with the levels of the next one ("
                        + each.name() + " otherwise)");
            }
        }
        return Optional.empty();
    }

    private Optional<String> faulty() {
        for (StepFault fault : StepFault.values()) {
            for (double kappa : fault.isOfEuler() ? new double[] {1, 0.5} : new double[] {1}) {
                if (nearlyAll(i -> fits(fault, kappa, i, StepMap.seen(walked, i)))) {
                    return Optional.of("in every step " + fault.sentence());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> opposite() {
        for (Rules.Named each : Rules.simple()) {
            OneStep rule = (OneStep) each.rule();
            if (nearlyAll(i -> StepMap.of(rule, schedule(), time(i), time(i + 1))
                    .withOppositeNoise(schedule().alpha(time(i)))
                    .near(StepMap.seen(walked, i), tolerance()))) {
                return Optional.of("the noise prediction has the wrong sign: every step is " + each.name()
                        + " for a model that predicts −ε");
            }
        }
        return Optional.empty();
    }

    /// A step made between other times of the grid.
    private Optional<String> otherLevel(int step, StepMap seen) {
        for (Rules.Named each : bases()) {
            OneStep rule = (OneStep) each.rule();
            for (int begin = Math.max(-1, step - 2); begin <= Math.min(walked.steps() - 1, step + 2); begin++) {
                for (int end = begin + 1; end <= Math.min(walked.steps(), step + 3); end++) {
                    if (map(rule, begin, end).near(seen, tolerance())) {
                        return Optional.of(levelWords(step, begin, end));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String levelWords(int step, int begin, int end) {
        List<String> words = new ArrayList<>();
        if (begin != step) {
            words.add("uses the noise level of " + (begin < 0 ? "the start" : "step " + (begin + 1)) + " (t = "
                    + Words.number(time(begin)) + ")");
        }
        if (end != step + 1) {
            words.add("goes to the level of t = " + Words.number(time(end)) + " in place of "
                    + Words.number(time(step + 1)));
        }
        return String.join(" and ", words);
    }

    private Optional<String> faultOf(int step, StepMap seen) {
        for (StepFault fault : StepFault.values()) {
            if (fits(fault, 1, step, seen) || fits(fault, 0.5, step, seen)) {
                return Optional.of("is wrong: " + fault.sentence());
            }
        }
        return Optional.empty();
    }

    /// The levels at the beginning for which the step would be one of DDIM, if the end is right and they
    /// are of the process's kind.
    private Optional<String> ownLevel(int step, StepMap seen) {
        double t = time(step);
        double sigma = schedule().sigma(time(step + 1)) / seen.ofX();
        double alpha = (schedule().alpha(time(step + 1)) - seen.ofX0()) / seen.ofX();
        boolean ofDdim = recognition.name(recognition.base()).equals("DDIM");
        if (!ofDdim || !(sigma > 0 && alpha >= 0) || !isOfTheKind(alpha, sigma, t)) {
            return Optional.empty();
        }
        return Optional.of("is made for α = " + Words.number(alpha) + " and σ = " + Words.number(sigma)
                + " at its beginning, where the process has "
                + Words.number(schedule().alpha(t)) + " and "
                + Words.number(schedule().sigma(t)));
    }

    /// Whether levels keep the law that those of the process keep: `α² + σ² = 1`, `α = 1` or `α + σ = 1`.
    private boolean isOfTheKind(double alpha, double sigma, double t) {
        double a = schedule().alpha(t);
        double s = schedule().sigma(t);
        boolean preserving = isOne(a * a + s * s) && isOne(alpha * alpha + sigma * sigma);
        boolean exploding = isOne(a) && isOne(alpha);
        boolean flow = isOne(a + s) && isOne(alpha + sigma);
        return preserving || exploding || flow;
    }

    private boolean isOne(double value) {
        return Math.abs(value - 1) <= 100 * tolerance();
    }

    private List<Rules.Named> bases() {
        String base = recognition.name(recognition.base());
        return Rules.simple().stream().filter(each -> each.name().equals(base)).toList();
    }

    private boolean fits(StepFault fault, double kappa, int step, StepMap seen) {
        Levels levels = Levels.of(schedule(), time(step), time(step + 1));
        return fault.map(levels, kappa).near(seen, tolerance());
    }

    private boolean fits(OneStep rule, int step, int begin, int end) {
        return map(rule, begin, end).near(StepMap.seen(walked, step), tolerance());
    }

    /// The rule between two times of the grid; nothing fits where there are none.
    private StepMap map(OneStep rule, int begin, int end) {
        boolean there = end <= walked.steps() && time(end) < time(begin);
        return there ? StepMap.of(rule, schedule(), time(begin), time(end)) : new StepMap(Double.NaN, Double.NaN, 0);
    }

    /// The time of a state, `−1` the first time of the process.
    private double time(int i) {
        return i < 0 ? from : walked.times().get(i);
    }

    private boolean nearlyAll(IntPredicate test) {
        long found = IntStream.range(0, walked.steps()).filter(test).count();
        return found >= Math.max(2, walked.steps() - 1);
    }

    private NoiseSchedule schedule() {
        return walked.trace().schedule();
    }

    private double tolerance() {
        return walked.trace().tolerance();
    }
}
