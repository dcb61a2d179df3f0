package org.sandglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Churn;
import org.sandglass.solver.Clock;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.DpmSolverPlusPlus2M;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.ExactKernel;
import org.sandglass.solver.Heun;
import org.sandglass.solver.PredictorCorrector;
import org.sandglass.solver.Restart;
import org.sandglass.solver.Rk4;
import org.sandglass.solver.UniPc;
import org.sandglass.testing.SampleLaws;

/// Right samplers pass.
class RightSamplersTest {
    private static final int SEEDS = 50;
    private static final Problem PROBLEM =
            new Problem(SampleLaws.quickstart(), Faulty.VP).withSteps(8).withPoints(500);
    private static final Problem NEAR_DATA = PROBLEM.between(1, 1e-3);

    /// What the samplers promise.
    private record Right(String name, BlackBox sampler, Claims claims) {}

    private static List<Right> samplers() {
        return List.of(
                of(new Euler(), Claims.none().withOrder(1).withEvaluations(1)),
                of(new Heun(), Claims.none().withOrder(2).withEvaluations(2)),
                of(new Ddim(), Claims.none().withOrder(1).withEta(0)),
                of(new Ddim(0.5), Claims.none().withEta(0.5)),
                of(new Ddim(1), Claims.none()),
                of(new EulerMaruyama(), Claims.none().withEvaluations(1)),
                new Right(
                        "ExactKernel",
                        BlackBox.ofLaw(ExactKernel::new, n -> TimeGrid.uniform(Faulty.VP, 1, 0, n)),
                        Claims.none()));
    }

    private static Right of(Step step, Claims claims) {
        return new Right(step.toString(), Faulty.onUniform(step, Faulty.VP, 1), claims);
    }

    /// Each with 50 seeds: 50 runs at odds of 1e-3 give one false alarm or more with odds of 5 %, two or
    /// more with 0.12 %, for each sampler; that any of seven has two or more happens with odds of 0.9 %.
    @TestFactory
    Stream<DynamicTest> passWithEverySeedButForTheStatedOdds() {
        return samplers().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(),
                        () -> assertThat(alarms(each, PROBLEM, SEEDS)).hasSizeLessThan(2)));
    }

    /// All others, each with 3 seeds: no false alarm but with odds of 0.3 % for each, 9 % for any of 32.
    @TestFactory
    Stream<DynamicTest> theOtherPublishedRulesPass() {
        return others().map(each -> DynamicTest.dynamicTest(
                each.name(), () -> assertThat(alarms(each, NEAR_DATA, 3)).isEmpty()));
    }

    /// All others, each with 50 seeds: two false alarms or more have odds of 0.12 % for each, 4 % for any of 32.
    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> theOthersPassWithEverySeedButForTheStatedOdds() {
        return others().map(each -> DynamicTest.dynamicTest(
                each.name(), () -> assertThat(alarms(each, NEAR_DATA, SEEDS)).hasSizeLessThan(2)));
    }

    private static Stream<Right> others() {
        return Stream.concat(
                Rules.all().stream().map(each -> new Right(each.name(), toNearData(each.rule()), Claims.none())),
                Stream.of(
                        of("churn", new Churn(new Euler(), 5, 0, 1, 1, Clock.SIGMA)),
                        of("restart", new Restart(new Heun(), 0.05, 0.2, 2, 3)),
                        of("predictor and corrector", new PredictorCorrector(new EulerMaruyama(), 1, 0.16))));
    }

    private static Right of(String name, Step step) {
        return new Right(name, toNearData(step), Claims.none());
    }

    private static BlackBox toNearData(Step step) {
        return BlackBox.of(step, n -> TimeGrid.uniform(Faulty.VP, 1, 1e-3, n));
    }

    private static List<String> alarms(Right right, Problem problem, int seeds) {
        List<String> alarms = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (Verdict verdict : SamplerConformance.judge(right.sampler(), problem.withSeed(seed), right.claims())) {
                if (verdict.isFailure()) {
                    alarms.add("seed " + seed + ", " + verdict.check() + ": " + verdict.sentence());
                }
            }
        }
        return alarms;
    }

    /// A rule that looks back is called by its name too, and one with several evaluations.
    @Test
    void rulesOfAllKindsAreRecognised() {
        for (Rules.Named each : List.of(
                new Rules.Named("DPM-Solver++(2M)", new DpmSolverPlusPlus2M()),
                new Rules.Named("UniPC of order 3 (bh2)", new UniPc(3, UniPc.B.BH2)),
                new Rules.Named("Runge–Kutta of order 4", new Rk4()))) {
            Verdict steps = SamplerConformance.judge(toNearData(each.rule()), NEAR_DATA, Claims.none()).stream()
                    .filter(verdict -> verdict.check().equals("steps"))
                    .findFirst()
                    .orElseThrow();
            assertThat(steps.sentence()).isEqualTo("every step: " + each.name());
        }
    }

    @Test
    void theOddsOfAFalseAlarmAreNoMoreThanStated() {
        for (Right each : samplers()) {
            double sum = SamplerConformance.judge(each.sampler(), PROBLEM, each.claims()).stream()
                    .mapToDouble(Verdict::falseAlarm)
                    .sum();
            assertThat(sum).as(each.name()).isLessThanOrEqualTo(SamplerConformance.ODDS * (1 + 1e-4));
        }
    }

    @Test
    void aSamplerThatDoesNotAskIsJudgedByItsResults() {
        List<Verdict> verdicts = SamplerConformance.judge(samplers().getLast().sampler(), PROBLEM, Claims.none());
        assertThat(verdicts)
                .filteredOn(verdict ->
                        List.of("evaluations", "ends", "grid", "steps", "noise").contains(verdict.check()))
                .allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NOT_JUDGED));
        assertThat(verdicts)
                .filteredOn(
                        verdict -> List.of("gain", "marginals", "mode masses").contains(verdict.check()))
                .allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.PASS));
    }

    @Test
    void stepsAreCalledByTheirNames() {
        assertThat(sentence(new Heun(), "steps")).isEqualTo("every step: Heun");
        assertThat(sentence(new Ddim(0.3), "steps")).isEqualTo("every step: DDIM with η = 0.3");
        assertThat(sentence(new EulerMaruyama(), "steps")).isEqualTo("every step: Euler–Maruyama");
        assertThat(sentence(new Euler(), "grid")).isEqualTo("8 steps; spacing: uniform");
    }

    private static String sentence(Step step, String check) {
        return SamplerConformance.judge(Faulty.onUniform(step, Faulty.VP, 1), PROBLEM, Claims.none()).stream()
                .filter(verdict -> verdict.check().equals(check))
                .findFirst()
                .orElseThrow()
                .sentence();
    }
}
