package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Churn;
import org.sandglass.solver.Clock;
import org.sandglass.solver.Ddim;

/// The list of all solvers: what it says of each is so.
class SolverTypeTest {
    private static final int STEPS = 12;

    private static final DiffusedMixture LAW = new DiffusedMixture(
            GaussianMixture.equallyWeighted(
                    Points.of(new double[] {-2, 0}, new double[] {2, 1}), new Isotropic(0.5, 2)),
            LinearVp.standard());

    @TestFactory
    Stream<DynamicTest> evaluationsPerStepAreAsTheListSays() {
        return types(type -> {
            Step step = read("{type: " + type.word() + "}").step(LAW);
            OptionalInt known = step.evaluations(TimeGrid.uniform(LAW.schedule(), 0.9, 0.01, STEPS));
            if (type.facts().evaluations().matches("[0-9]+")) {
                assertThat(known.orElseThrow() / (double) STEPS)
                        .isEqualTo(Double.parseDouble(type.facts().evaluations()));
            }
            assertThat(type.isAdaptive()).isEqualTo(type.facts().evaluations().contains("tolerance"));
        });
    }

    @TestFactory
    Stream<DynamicTest> noiseIsAsTheListSays() {
        return types(type -> {
            boolean byDefault = read("{type: " + type.word() + "}").step(LAW).stochastic();
            assertThat(byDefault).isEqualTo(type.facts().noise().equals("yes"));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenBackSaysTheSame() {
        return types(type -> {
            SequencedMap<String, Object> written =
                    read("{type: " + type.word() + "}").toDocument();
            assertThat(written.keySet())
                    .containsExactlyElementsOf(
                            Stream.concat(Stream.of("type"), type.describedKeys().sequencedKeySet().stream())
                                    .toList());
            String text = DocumentWriter.text(written, java.nio.file.Path.of("x.yaml"));
            SolverSpec again =
                    SolverSpec.read(Documents.read(new Source("x", java.nio.file.Path.of(""), text)), List.of());
            assertThat(again.toDocument()).isEqualTo(written);
            assertThat(again.label()).isEqualTo(type.word());
        });
    }

    @Test
    void aLabelNamesTheSettingsThatAreNotTheUsualOnes() {
        assertThat(read("{type: ddim, eta: 0.5}").label()).isEqualTo("ddim-eta-0.5");
        assertThat(read("{type: heun, churn: {rate: 10, clock: time}}").label()).isEqualTo("heun-churn");
        assertThat(read("{type: unipc, order: 2, b: bh2}").label()).isEqualTo("unipc-order-2-b-bh2");
        assertThat(read("{type: dpm-solver++-3m, warm-up: rk4}").label()).isEqualTo("dpm-solver++-3m-warm-up-rk4");
        assertThat(read("{type: dpm-solver++-3m, warm-up: {type: ddim, eta: 0.5}}")
                        .label())
                .isEqualTo("dpm-solver++-3m-warm-up-ddim-eta-0.5");
    }

    @Test
    void ddimMayHaveChurnAsTheRulesOfTheFlow() {
        var law = new DiffusedMixture(
                GaussianMixture.equallyWeighted(Points.zeros(1, 1), new Isotropic(1, 1)), new Flow(1));
        assertThat(read("{type: ddim, churn: {rate: 2, from: 0.3, to: 0.8, clock: time}}")
                        .step(law))
                .isEqualTo(new Churn(new Ddim(0), 2, 0.3, 0.8, 1, Clock.TIME));
        assertThat(read("{type: ddim}").step(law)).isEqualTo(new Ddim(0));
    }

    @Test
    void mistakesAreToldWithTheNearestRightWord() {
        refused("{type: dpm-solver-2m}", "s: type: unknown solver \"dpm-solver-2m\"; did you mean \"dpm-solver-2\"?");
        refused("{type: ddim, ета: 0}", "s: unknown key \"ета\"; known are type, eta, churn");
        refused("{type: ddim, etta: 0}", "s: unknown key \"etta\"; did you mean \"eta\"?");
        refused("{type: ddim, eta: 2}", "s: eta must be between 0 and 1, got 2");
        refused("{type: unipc, order: 4}", "s: order must be <= 3, got 4");
        refused("{type: unipc, corrector: 1}", "s: corrector must be true or false, got 1");
        refused(
                "{type: dpm-solver++-2m, warm-up: dpm-solver++-3m}",
                "s: warm-up: unknown solver \"dpm-solver++-3m\"; did you mean \"dpm-solver++-1\"?");
        refused("{type: heun, churn: {from: 3, to: 1}}", "s: Churn needs 0 <= from <= to, got from=3.0, to=1.0");
        refused("{type: heun, churn: {rat: 3}}", "s: churn: unknown key \"rat\"; did you mean \"rate\"?");
        refused(
                "{type: dpm-solver++-2m, warm-up: {type: ddim, churn: {rate: 1}}}",
                "s: warm-up: unknown key \"churn\"; known are type, eta");
        refused("{type: heun, churn: yes}", "s: churn must be one of none, got \"yes\"");
        refused("{type: adaptive-ode, absolute: 0}", "s: absolute must be > 0, got 0");
    }

    private static void refused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InputException.class).hasMessage(message);
    }

    private static SolverSpec read(String yaml) {
        return SolverSpec.read(Documents.read(Source.inline("s", yaml)), List.of());
    }

    private static Stream<DynamicTest> types(java.util.function.Consumer<SolverType> test) {
        return SolverType.all().stream().map(type -> DynamicTest.dynamicTest(type.word(), () -> test.accept(type)));
    }
}
