package org.sandglass.conformance;

import java.util.Optional;
import org.sandglass.schedule.NoiseSchedule;

/// The schedule that the steps are made for, at its ends.
///
/// Steps that are rules of the process are made for its `α` and `σ`. A step of DDIM under any variance
/// preserving schedule tells its own: `a = σₛ/σₜ` and `b = αₛ − a αₜ` with `α² + σ² = 1` give `αₜ = (1 − a²
/// − b²)/(2 a b)`.
///
/// @param recognition which rule each step is
record ScheduleCheck(Recognition recognition) {
    private static final String CHECK = "schedule";

    Verdict verdict() {
        int last = walked().steps() - 1;
        if (recognition.rule(0).isPresent() && recognition.rule(last).isPresent()) {
            return Verdict.pass(CHECK, levels(0) + " in the first step, " + levels(last + 1) + " in the last");
        }
        return own().map(alpha -> Verdict.fail(
                                CHECK,
                                "the steps are DDIM for another schedule: α is " + Words.number(alpha) + " at t = "
                                        + Words.number(time(0)) + ", where the process has "
                                        + Words.number(schedule().alpha(time(0))))
                        .with("alpha", alpha))
                .orElseGet(() -> Verdict.notJudged(CHECK, "the first or the last step is no known rule"));
    }

    private String levels(int i) {
        double t = time(i);
        return "α(" + Words.number(t) + ") = " + Words.number(schedule().alpha(t)) + " and σ(" + Words.number(t)
                + ") = " + Words.number(schedule().sigma(t));
    }

    /// The `α` at the first time for which all steps would be DDIM, if there is one schedule for which they
    /// are.
    private Optional<Double> own() {
        int inner = walked().steps() - 1;
        if (walked().perStep() != 1 || inner < 2) {
            return Optional.empty();
        }
        for (int i = 0; i < inner; i++) {
            StepMap map = StepMap.seen(walked(), i);
            double next = map.ofX0() + map.ofX() * alpha(map);
            double told = i + 1 < inner ? alpha(StepMap.seen(walked(), i + 1)) : next;
            boolean fits = alpha(map) >= 0
                    && alpha(map) < 1
                    && map.rest() <= walked().trace().tolerance()
                    && isPreserving(time(i))
                    && Math.abs(next - told) <= 1e-4;
            if (!fits) {
                return Optional.empty();
            }
        }
        return Optional.of(alpha(StepMap.seen(walked(), 0)));
    }

    private static double alpha(StepMap map) {
        double a = map.ofX();
        double b = map.ofX0();
        return (1 - a * a - b * b) / (2 * a * b);
    }

    private boolean isPreserving(double t) {
        return Math.abs(Math.hypot(schedule().alpha(t), schedule().sigma(t)) - 1) <= 1e-9;
    }

    private double time(int i) {
        return walked().times().get(i);
    }

    private Walked walked() {
        return recognition.walked();
    }

    private NoiseSchedule schedule() {
        return walked().trace().schedule();
    }
}
