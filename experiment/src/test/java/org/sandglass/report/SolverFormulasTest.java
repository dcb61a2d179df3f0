package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.metric.Metric;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.SolverSpec;
import org.sandglass.specification.SolverType;

/// What ran has a formula.
class SolverFormulasTest {
    @TempDir
    private Path folder;

    @Test
    void everySolverOfTheRegistryHasAFormula() throws IOException {
        for (String name : SolverType.names()) {
            Optional<String> step = SolverFormulas.step(solver(name));
            assertThat(step).as("the formula of %s", name).isPresent();
            isWellMarked(step.orElseThrow());
        }
    }

    @Test
    void everyMetricHasAFormula() {
        for (Metric metric : Metric.all()) {
            Optional<String> definition = MetricFormulas.definition(metric.name());
            assertThat(definition).as("the formula of %s", metric.name()).isPresent();
            isWellMarked(definition.orElseThrow());
        }
        assertThat(MetricFormulas.of("sliced-w1:500")).contains("Σ_{l}", "along 500 directions");
    }

    /// Formulas open and close, and so do their raised and lowered parts, which hold no others.
    private static void isWellMarked(String text) {
        assertThat(text.chars().filter(c -> c == '$').count() % 2).as(text).isZero();
        assertThat(text.replaceAll("[_^]\\{[^{}]+}", "")).as(text).doesNotContain("{", "}", "_", "^");
        assertThat(Markup.marked(text)).as(text).contains("<span class=\"formula\">");
    }

    @Test
    void formulasAreThoseOfTheSettings() throws IOException {
        assertThat(step("{type: heun, clock: sigma, last: euler}")).contains("νₛ − νₜ", "step to time 0");
        assertThat(step("{type: dpm-solver++-2s, midpoint: time}")).contains("m = ½ (t + s)", "1/2r");
        assertThat(step("{type: ddim, eta: 0.5}")).contains("σ̃ z", "η = 0.5");
        assertThat(step("{type: ddpm, variance: optimal-full}")).contains("V = σ̃² I + c² Cov");
        assertThat(step("{type: ddpm, variance: upper}")).contains("V = b²");
        assertThat(step("{type: euler-maruyama, xi: 0.5}")).contains("ξ = 0.5");
        assertThat(step("{type: deis, order: 2, kind: rho-ab}")).contains("degree 2 in $ρ$", "last 3 predictions");
        assertThat(step("{type: unipc, order: 2, form: noise, b: bh2, corrector: false}"))
                .contains("αₛ/αₜ", "last 2 predictions $ε̂$", "B = e^{h} − 1")
                .doesNotContain("then the same");
        assertThat(step("{type: pndm, variant: s-pndm}")).contains("(3 p_{0} − 1 p_{1})/2");
        assertThat(step("plms")).contains("(55 p_{0} − 59 p_{1} + 37 p_{2} − 9 p_{3})/24");
        assertThat(step("{type: dpm-solver++-3m, curvature: as-published}")).contains("+ φ₃(−h) Δ²");
        assertThat(step("adaptive-ode")).contains("ε_{a} = 1e-5");
        assertThat(step("dpm-solver++-3m")).contains("+ 2 φ₃(−h) Δ²");
    }

    @Test
    void aRuleThatIsMadeOfOthersShowsTheirFormulasToo() throws IOException {
        var restart = SolverFormulas.of("sampler r", solver("{type: restart, inner: {type: heun, clock: sigma}}"));
        assertThat(restart.keySet()).containsExactly("sampler r", "sampler r, inner");
        assertThat(restart.get("sampler r")).contains("inner` heun (`clock` sigma, `last` trapezoid)");
        assertThat(restart.get("sampler r, inner")).contains("νₛ − νₜ", "Karras et al. 2022");
    }

    @Test
    void churnIsShownWhereThereIsSome() throws IOException {
        var churned = SolverFormulas.of("s", solver("{type: euler, churn: {rate: 20}}"));
        assertThat(churned.get("s")).contains("churn adds noise", "`rate` 20", "`to` ∞");
        assertThat(SolverFormulas.of("s", solver("euler")).get("s")).doesNotContain("churn");
    }

    private String step(String solver) throws IOException {
        return SolverFormulas.step(solver(solver)).orElseThrow();
    }

    private SolverSpec solver(String yaml) throws IOException {
        Path file = Files.writeString(
                folder.resolve("spec.yaml"),
                "mixture: two-modes\nprocess: vp-linear\nsteps: [4]\nsamplers: " + List.of(yaml) + "\n");
        return CompareSpec.read(file).solvers().getFirst().value();
    }
}
