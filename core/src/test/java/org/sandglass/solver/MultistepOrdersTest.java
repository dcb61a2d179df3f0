package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.ExactFlow;
import org.sandglass.testing.Orders;
import org.sandglass.testing.Orders.Problem;
import org.sandglass.testing.Processes;

/// Orders of the rules that look back, twice: started by the exact flow, and with their published warm-up.
///
/// The number of steps is doubled until the error is 1e-11 (the exact answers are right to 2e-13) or a
/// greatest number is reached; the last three orders count.
class MultistepOrdersTest {
    private static final WarmUp EXACT = new WarmUp.With(new ExactFlow());
    private static final WarmUp LOWER = new WarmUp.LowerOrder();
    private static final double FLOOR = 1e-11;

    /// Every rule and its order.
    private static Map<String, Map.Entry<Step, Integer>> rules(WarmUp warmUp) {
        Map<String, Map.Entry<Step, Integer>> rules = new TreeMap<>();
        rules.put("2M", Map.entry(new DpmSolverPlusPlus2M(warmUp), 2));
        rules.put("3M", Map.entry(new DpmSolverPlusPlus3M(warmUp), 3));
        for (int order = 1; order <= 3; order++) {
            rules.put("UniP-" + order, Map.entry(uniPc(order, UniPc.Corrector.NONE, Form.DATA, warmUp), order));
            rules.put("UniPC-" + order, Map.entry(uniPc(order, UniPc.Corrector.UNI_C, Form.DATA, warmUp), order + 1));
            rules.put(
                    "UniPC-" + order + " noise",
                    Map.entry(uniPc(order, UniPc.Corrector.UNI_C, Form.NOISE, warmUp), order + 1));
        }
        for (Deis.Kind kind : Deis.Kind.values()) {
            for (int order = 0; order <= 3; order++) {
                rules.put(kind + "-" + order, Map.entry(new Deis(kind, order, warmUp), order + 1));
            }
        }
        for (Plms.Variant variant : Plms.Variant.values()) {
            rules.put(variant.name(), Map.entry(new Plms(variant, warmUp), 2));
        }
        return rules;
    }

    private static Step uniPc(int order, UniPc.Corrector corrector, Form form, WarmUp warmUp) {
        return new UniPc(order, UniPc.B.BH1, corrector, form, warmUp, LastSteps.FULL_ORDER);
    }

    /// On the line and in the plane; VP-linear, EDM and flow; steps equal in `λ`, for EDM also Karras'
    /// spacing.
    @TestFactory
    Stream<DynamicTest> startedExactlyEachHasItsOwnOrder() {
        List<Problem> problems = problems(Processes.TWO_MODES, Orders.PLANE)
                .filter(problem -> !inTime(problem) || problem.name().contains("Edm"))
                .toList();
        return tests(rules(EXACT), problems, 2048);
    }

    /// Steps of equal length in time make the last one 0.6 (VP-linear) long in `λ` even of 1024: orders
    /// show late, that of tAB-3 only where rounding sets in, and there it is left out.
    @TestFactory
    Stream<DynamicTest> alsoOnStepsOfEqualLengthInTime() {
        List<Problem> problems = problems(Processes.TWO_MODES)
                .filter(problem -> inTime(problem) && !problem.name().contains("Edm"))
                .toList();
        Map<String, Map.Entry<Step, Integer>> rules = rules(EXACT);
        rules.keySet().retainAll(List.of("2M", "3M", "UniPC-2", "UniPC-3", "TAB-1", "RHO_AB-2", "PLMS"));
        return tests(rules, problems, 1 << 14);
    }

    /// A first step of DDIM has an error of `O(h²)`, corrected one of `O(h³)`: the order is 2, or 3, at
    /// most. From `λ = 0`, where the first step matters: from `λ = −4` its error is so small that it shows
    /// beyond 10⁵ steps.
    @TestFactory
    Stream<DynamicTest> thePublishedWarmUpLowersTheOrder() {
        Map<String, Map.Entry<Step, Integer>> rules = rules(LOWER);
        rules.replaceAll(
                (name, rule) -> Map.entry(rule.getKey(), Math.min(rule.getValue(), name.startsWith("UniPC") ? 3 : 2)));
        return tests(
                rules,
                Stream.of(Processes.TWO_MODES, Orders.PLANE)
                        .flatMap(MultistepOrdersTest::fromTheMiddle)
                        .toList(),
                2048);
    }

    /// In the published program, in k-diffusion's and in diffusers' the second difference counts half.
    @Test
    void thirdOrderOfDpmSolverAsPublishedIsTwo() {
        Step step = new DpmSolverPlusPlus3M(DpmSolverPlusPlus3M.Curvature.AS_PUBLISHED, EXACT, LastSteps.FULL_ORDER);
        problems(Processes.TWO_MODES).filter(p -> !inTime(p)).forEach(p -> assertOrder(step, 2, p, 1024));
    }

    /// With `ρ = σ/α` linear in the number of the step PNDM is the classical rule, of order 4 if it starts
    /// so; on all other grids it is of order 2.
    @Test
    void pndmHasOrderFourWhereNoiseLevelsAreEquallySpaced() {
        Edm edm = Edm.standard();
        Problem problem = problem(Processes.TWO_MODES, edm, n -> TimeGrid.uniform(edm, 4, 0.5, n));
        assertOrder(new Plms(Plms.Variant.F_PNDM), 4, problem, 2048);
        assertOrder(new Plms(EXACT), 4, problem, 2048);
    }

    private static Stream<DynamicTest> tests(
            Map<String, Map.Entry<Step, Integer>> rules, List<Problem> problems, int most) {
        return rules.entrySet().stream()
                .flatMap(rule -> problems.stream()
                        .map(problem -> DynamicTest.dynamicTest(
                                rule.getKey() + ", " + problem,
                                () -> assertOrder(
                                        rule.getValue().getKey(),
                                        rule.getValue().getValue(),
                                        problem,
                                        most))));
    }

    private static void assertOrder(Step step, int order, Problem problem, int most) {
        List<Double> errors = new ArrayList<>();
        for (int n = 64; n <= most; n *= 2) {
            double error = Orders.error(step, problem, n);
            if (error < FLOOR) {
                break;
            }
            errors.add(error);
        }
        List<Double> orders = new ArrayList<>();
        for (int i = errors.size() - 4; i < errors.size() - 1; i++) {
            orders.add(Math.log(errors.get(i) / errors.get(i + 1)) / Math.log(2));
        }
        assertThat(orders)
                .as("%s on %s, errors from 64 steps on %s", step, problem, errors)
                .hasSize(3)
                .allMatch(measured -> Math.abs(measured - order) <= 0.15);
    }

    private static Stream<Problem> problems(GaussianMixture... mixtures) {
        return Stream.of(mixtures).flatMap(Orders::of);
    }

    private static boolean inTime(Problem problem) {
        return problem.name().endsWith("t");
    }

    private static Stream<Problem> fromTheMiddle(GaussianMixture mixture) {
        return Stream.<NoiseSchedule>of(LinearVp.standard(), Edm.standard(), Flow.standard())
                .map(schedule -> problem(
                        mixture,
                        schedule,
                        n -> TimeGrid.logSnr(schedule, schedule.timeOfLogSnr(0), schedule.timeOfLogSnr(2), n)));
    }

    private static Problem problem(GaussianMixture mixture, NoiseSchedule schedule, IntFunction<TimeGrid> grids) {
        MixtureDenoiser denoiser = Processes.exact(mixture, schedule);
        TimeGrid ends = grids.apply(1);
        Points start = Start.EXACT.draw(denoiser.law(), ends.from(), 10, RandomStreams.of(7));
        Points exact = start.copy();
        new ExactFlow()
                .between(denoiser, ends.from(), ends.to())
                .apply(exact, Memory.of(0), Noise.of(RandomStreams.of(1).stream("none")));
        return new Problem("d=" + mixture.d() + ", " + schedule + " from " + ends, denoiser, grids, start, exact);
    }
}
