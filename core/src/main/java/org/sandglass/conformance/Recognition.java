package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.Transition;
import org.sandglass.solver.Ddim;

/// Which rule each step is.
///
/// @param walked the steps
/// @param rules all that were tried
/// @param fits how each of them does in each step
record Recognition(Walked walked, List<Rules.Named> rules, List<List<Fit>> fits) {
    static Recognition of(Walked walked) {
        List<Rules.Named> rules = new ArrayList<>(Rules.all());
        eta(walked).ifPresent(eta -> rules.add(new Rules.Named("DDIM with η = " + Words.number(eta), new Ddim(eta))));
        return new Recognition(
                walked,
                List.copyOf(rules),
                rules.stream().map(each -> Replay.of(each.rule(), walked)).toList());
    }

    /// The median of the `η` that would make each step one of DDIM, if it is one: from the factor of `x`,
    /// so the noise has no say in it.
    static OptionalDouble eta(Walked walked) {
        if (walked.perStep() != 1) {
            return OptionalDouble.empty();
        }
        double[] etas = IntStream.range(0, walked.steps())
                .mapToDouble(i -> eta(walked, i))
                .filter(eta -> eta > 1e-6 && eta < 1 - 1e-6)
                .sorted()
                .toArray();
        return 2 * etas.length < walked.steps() ? OptionalDouble.empty() : OptionalDouble.of(etas[etas.length / 2]);
    }

    /// `η² = (σₛ² − a²σₜ²)/σ̃²`.
    private static double eta(Walked walked, int step) {
        NoiseSchedule schedule = walked.trace().schedule();
        double t = walked.times().get(step);
        double s = walked.times().get(step + 1);
        if (!(s < t) || schedule.sigma(s) == 0) {
            return Double.NaN;
        }
        Transition transition = schedule.transition(s, t);
        double direct = StepMap.seen(walked, step).ofX() * schedule.sigma(t) / schedule.sigma(s);
        double share = transition.std() / schedule.sigma(t);
        return Math.sqrt((1 - direct * direct) / (share * share));
    }

    private double tolerance() {
        return walked.trace().tolerance();
    }

    /// The rule that most steps are; of those that differ in their noise alone, the one that has the noise.
    int base() {
        return IntStream.range(0, rules.size())
                .boxed()
                .max(Comparator.comparingLong(this::steps)
                        .thenComparingLong(this::noisySteps)
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private long noisySteps(int rule) {
        return fits.get(rule).stream()
                .filter(fit -> fit.within(tolerance()) && fit.hasItsNoise(tolerance()))
                .count();
    }

    /// How many steps a rule fits.
    long steps(int rule) {
        return fits.get(rule).stream().filter(fit -> fit.within(tolerance())).count();
    }

    /// The rule of a step: that of most steps where it fits, else the first that does.
    OptionalInt rule(int step) {
        return IntStream.concat(IntStream.of(base()), IntStream.range(0, rules.size()))
                .filter(r -> fits.get(r).get(step).within(tolerance()))
                .findFirst();
    }

    Fit fit(int rule, int step) {
        return fits.get(rule).get(step);
    }

    String name(int rule) {
        return rules.get(rule).name();
    }

    /// The steps that no rule fits.
    List<Integer> strangers() {
        return IntStream.range(0, walked.steps())
                .filter(i -> rule(i).isEmpty())
                .boxed()
                .toList();
    }

    /// The steps in runs of one rule, as in "steps 1 to 19: Heun; step 20: DDIM".
    String summary() {
        int[] rule =
                IntStream.range(0, walked.steps()).map(i -> rule(i).orElse(-1)).toArray();
        List<String> runs = new ArrayList<>();
        for (int from = 0; from < rule.length; ) {
            int to = from;
            while (to < rule.length && rule[to] == rule[from]) {
                to++;
            }
            List<Integer> run = IntStream.range(from, to).boxed().toList();
            runs.add(Words.steps(run, rule.length) + ": " + (rule[from] < 0 ? "unknown" : name(rule[from])));
            from = to;
        }
        return runs.size() > 4 ? Arrays.stream(rule).distinct().count() + " rules in turn" : String.join("; ", runs);
    }
}
