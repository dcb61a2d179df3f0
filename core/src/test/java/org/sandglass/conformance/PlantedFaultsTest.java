package org.sandglass.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sandglass.conformance.Faulty.EDM;
import static org.sandglass.conformance.Faulty.FLOW;
import static org.sandglass.conformance.Faulty.VP;
import static org.sandglass.conformance.Faulty.karras;
import static org.sandglass.conformance.Faulty.mapped;
import static org.sandglass.conformance.Faulty.uniform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.SampleLaws;

/// Faults that real programs have had, planted, and what the kit says about each.
class PlantedFaultsTest {
    private static final Claims NONE = Claims.none();
    private static final Problem ON_VP = new Problem(SampleLaws.quickstart(), VP).withPoints(1000);
    private static final Problem ON_FLOW = new Problem(SampleLaws.quickstart(), FLOW).withPoints(1000);
    private static final Problem ON_EDM =
            new Problem(SampleLaws.quickstart(), EDM).between(80, 0.002).withPoints(1000);

    /// A sampler, the check that must fail, and a piece of the sentence.
    private record Case(String fault, BlackBox sampler, Problem problem, Claims claims, String check, String words) {}

    @TestFactory
    Stream<DynamicTest> faultsAreFoundAndNamed() {
        return Stream.of(ofDdim(), ofEuler(), ofNoise(), ofGrids(), ofOthers())
                .flatMap(List::stream)
                .map(each -> DynamicTest.dynamicTest(each.fault(), () -> check(each)));
    }

    private static void check(Case each) {
        List<Verdict> verdicts = SamplerConformance.judge(each.sampler(), each.problem(), each.claims());
        assertThat(verdicts).filteredOn(Verdict::isFailure).anySatisfy(verdict -> {
            assertThat(verdict.check()).isEqualTo(each.check());
            assertThat(verdict.sentence()).contains(each.words());
        });
    }

    /// The shift of flow models, `s t/(1 + (s − 1) t)` with `s = 3`.
    private static double shift(double t) {
        return 3 * t / (1 + 2 * t);
    }

    private static Case vp(String fault, PlainSampler.Rule rule, String check, String words) {
        return new Case(fault, new PlainSampler(VP, uniform(1, 0), rule), ON_VP, NONE, check, words);
    }

    private static List<Case> ofDdim() {
        return List.of(
                vp(
                        "wrong sign of the noise",
                        (at, x, x0, _) -> at.alpha(1) * x0 - at.sigma(1) * at.noise(x, x0),
                        "steps",
                        "in every step the noise prediction enters with the wrong sign"),
                vp(
                        "wrong sign of the noise prediction",
                        (at, x, x0, _) -> at.ddim(x, 2 * x / at.alpha(0) - x0, 0, 0),
                        "steps",
                        "every step is DDIM for a model that predicts −ε"),
                vp(
                        "missing α at the end of the step",
                        (at, x, x0, _) -> x0 + at.sigma(1) * at.noise(x, x0),
                        "steps",
                        "x̂₀ is not multiplied by α"),
                vp(
                        "missing α at its beginning",
                        (at, x, x0, _) -> at.alpha(1) * x0 + at.sigma(1) * (x - x0) / at.sigma(0),
                        "steps",
                        "read off as (x − x̂₀)/σ, without α"),
                vp(
                        "step 7 uses the level of step 6",
                        (at, x, x0, _) -> at.i() != 6
                                ? at.ddim(x, x0, 0, 0)
                                : at.sigma(1) / at.sigma(-1) * (x - at.alpha(-1) * x0) + at.alpha(1) * x0,
                        "steps",
                        "step 7 (t = 0.7) uses the noise level of step 6"),
                // sbi #1825: α(1) was 0.082 where 0.001 was expected
                vp(
                        "wrong level at the first time",
                        (at, x, x0, _) -> at.i() > 0
                                ? at.ddim(x, x0, 0, 0)
                                : at.sigma(1) / Math.sqrt(1 - 0.082 * 0.082) * (x - 0.082 * x0) + at.alpha(1) * x0,
                        "steps",
                        "step 1 (t = 1) is made for α = 0.082 and σ = 0.9966"),
                new Case(
                        "another schedule",
                        new PlainSampler(
                                new LinearVp(0.1, 10, 1), uniform(1, 0), (at, x, x0, _) -> at.ddim(x, x0, 0, 0)),
                        ON_VP,
                        NONE,
                        "schedule",
                        "DDIM for another schedule: α is 0.08"));
    }

    private static List<Case> ofEuler() {
        return List.of(
                vp(
                        "drift without α̇/α",
                        (at, x, x0, z) -> at.eulerMaruyama(x, x0, 0, at.g2(), z),
                        "steps",
                        "the drift misses α̇/α"),
                // diffuse: the drift of its Euler–Maruyama step is that of VP, for every process
                new Case(
                        "drift of VP for flow",
                        new PlainSampler(
                                FLOW,
                                uniform(0.99, 0),
                                (at, x, x0, z) -> at.eulerMaruyama(x, x0, -0.5 * at.g2(), at.g2(), z)),
                        ON_FLOW.between(0.99, 0),
                        NONE,
                        "steps",
                        "½ g² x in place of −f x"),
                // diffuse: g = 1 for EDM, where g² = 2t
                new Case(
                        "g = 1 for EDM",
                        new PlainSampler(EDM, karras(), (at, x, x0, _) -> x + 0.5 * at.score(x, x0) * at.h()),
                        ON_EDM,
                        NONE,
                        "steps",
                        "in every step g is taken to be 1"),
                // diffusers #1512
                new Case(
                        "Heun with the wrong σ",
                        Faulty.heunWithOneLevel(),
                        ON_EDM,
                        NONE.withOrder(2),
                        "steps",
                        "the second slope of Heun's step is made with the noise level of the first"));
    }

    private static List<Case> ofNoise() {
        return List.of(
                vp(
                        "noise in the last step",
                        (at, x, x0, z) -> at.isLast() ? x0 + 0.05 * z : at.ddim(x, x0, 1, z),
                        "noise",
                        "noise is added in the last step"),
                vp(
                        "√2 noise in every step",
                        (at, x, x0, z) -> at.eulerMaruyama(x, x0, at.f(), at.g2(), Math.sqrt(2) * z),
                        "noise",
                        "the noise added in every step is √2 too large"),
                vp(
                        "√2 noise in one step",
                        (at, x, x0, z) -> at.eulerMaruyama(x, x0, at.f(), at.g2(), at.i() == 2 ? Math.sqrt(2) * z : z),
                        "noise",
                        "the noise added in step 3 is √2 too large"),
                vp(
                        "η² for η in the noise alone",
                        (at, x, x0, z) -> at.ddim(x, x0, 0.5, 0.5 * z),
                        "noise",
                        "η² in place of η"),
                vp(
                        "drift of the SDE without its noise",
                        (at, x, x0, _) -> at.eulerMaruyama(x, x0, at.f(), at.g2(), 0),
                        "noise",
                        "no noise is added in every step"),
                new Case(
                        "η² for η",
                        new PlainSampler(VP, uniform(1, 0), (at, x, x0, z) -> at.ddim(x, x0, 0.25, z)),
                        ON_VP,
                        NONE.withEta(0.5),
                        "steps",
                        "η is 0.25 where 0.5 was claimed: η² in place of η"),
                new Case(
                        "a seed that is ignored",
                        Faulty.withSeed(new PlainSampler(VP, uniform(1, 0), (at, x, x0, z) -> at.ddim(x, x0, 1, z)), 5),
                        ON_VP,
                        NONE,
                        "seed",
                        "the seed is ignored"));
    }

    private static List<Case> ofGrids() {
        PlainSampler.Rule ddim = (at, x, x0, _) -> at.ddim(x, x0, 0, 0);
        return List.of(
                new Case("grid off by one", Faulty.askingTooLate(), ON_VP, NONE, "steps", "the grid is shifted by one"),
                new Case(
                        "grid off by one, in the levels",
                        new PlainSampler(
                                VP,
                                uniform(1, 0),
                                (at, x, x0, _) -> at.isLast()
                                        ? x0
                                        : at.sigma(2) / at.sigma(1) * (x - at.alpha(1) * x0) + at.alpha(2) * x0),
                        ON_VP,
                        NONE,
                        "steps",
                        "each step is made with the levels of the next one"),
                // diffusers #6477
                new Case(
                        "last σ twice",
                        new PlainSampler(EDM, Faulty.endingTwice(karras()), ddim),
                        ON_EDM,
                        NONE,
                        "grid",
                        "the last time, t = 0.002, occurs twice: step 20 goes nowhere"),
                new Case(
                        "times in single precision",
                        new PlainSampler(VP, mapped(uniform(1, 0), t -> (float) t), ddim),
                        ON_VP,
                        NONE,
                        "grid",
                        "the times are rounded to single precision"),
                // diffusers #4122
                new Case(
                        "100 steps that became 95",
                        new PlainSampler(VP, n -> uniform(1, 0).apply(n - n / 20), ddim),
                        ON_VP.withSteps(100),
                        NONE,
                        "grid",
                        "makes 95 steps where 100 were asked for"),
                // diffusers #13246
                new Case(
                        "a shift applied twice",
                        new PlainSampler(
                                FLOW,
                                mapped(mapped(uniform(1, 0), PlantedFaultsTest::shift), PlantedFaultsTest::shift),
                                ddim),
                        ON_FLOW,
                        NONE.withGrid(n -> TimeGrid.of(
                                FLOW,
                                Arrays.stream(uniform(1, 0).apply(n))
                                        .map(PlantedFaultsTest::shift)
                                        .toArray())),
                        "grid",
                        "the shift of 3 is applied twice"));
    }

    private static List<Case> ofOthers() {
        return List.of(
                // diffusers #6953
                new Case(
                        "lower-order-final ignored",
                        Faulty.secondOrderToTheEnd(1e-3),
                        ON_VP.between(1, 1e-3),
                        NONE.withLastStep(Claims.LastStep.FIRST_ORDER),
                        "last step",
                        "though a last step of first order was claimed"),
                new Case(
                        "second order down to σ = 0",
                        Faulty.secondOrderToTheEnd(0),
                        ON_VP,
                        NONE,
                        "finite",
                        "with 2 steps point 0 is"),
                new Case(
                        "an order too low",
                        new PlainSampler(VP, uniform(1, 0), (at, x, x0, _) -> at.ddim(x, x0, 0, 0)),
                        ON_VP,
                        NONE.withOrder(2),
                        "order",
                        "where 2 was claimed"),
                new Case(
                        "a start that is scaled once more",
                        Faulty.scaled(new PlainSampler(EDM, karras(), (at, x, x0, _) -> at.ddim(x, x0, 0, 0)), 80),
                        ON_EDM,
                        NONE,
                        "ends",
                        "begins with 80 times the points given"));
    }
}
