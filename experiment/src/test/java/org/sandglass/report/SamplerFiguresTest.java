package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.figure.Parsed;

/// Figures of samplers that say how much they show, and when.
class SamplerFiguresTest {
    private static final double PIXEL = 0.011;

    @TempDir
    private Path folder;

    private Drawn drawn(String mixture, String sampler, String figures) throws IOException {
        String spec = "mixture: " + mixture + "\nprocess: flow\ncount: 400\nsamplers: [{" + sampler
                + "}]\nmetrics: [sliced-w1]\nfigures: " + figures + "\n";
        Runs.run(spec, folder, 2, new RunReport(_ -> {}));
        return new Drawn(folder);
    }

    @Test
    void pathsAreAsManyAsAskedForAndCutWhereTheyAreToBe() throws IOException {
        Drawn drawn =
                drawn(Runs.LINE, "type: ddim, steps: 20", "[{type: trajectories, paths: 11, segments: [0, 0.25, 1]}]");
        List<Parsed> panels = drawn.figure("trajectories-ddim-20").all("panel").stream()
                .filter(p -> !p.all("path").isEmpty())
                .toList();
        assertThat(panels).hasSize(2).allSatisfy(p -> assertThat(p.all("path")).hasSize(11));
        assertThat(panels.getFirst().px(1))
                .as("from noise")
                .isCloseTo(panels.getFirst().number("x"), within(PIXEL));
        assertThat(panels.getLast().px(0.25)).isCloseTo(panels.getLast().number("x"), within(PIXEL));
    }

    /// Under flow `σ = t`: the steps of `ln σ` from 0.01 to 1 are 0.01, 0.1, 1, after 0.
    @Test
    void evolutionStopsAtTheStatesNearestToTheTimesOfItsRule() throws IOException {
        Drawn drawn = drawn(
                Runs.LINE,
                "type: ddim, steps: 100",
                "[{type: evolution, points: 50, times: {rule: log-sigma, count: 4, least: 0.01}}]");
        Parsed figure = drawn.figure("evolution-ddim-100");
        assertThat(figure.all("panel")).hasSize(4);
        assertThat(figure.texts()).contains("t = 1", "t = 0.1", "t = 0.01", "t = 0");
        assertThat(figure.all("rug")).allMatch(rug -> Drawn.path(rug).parts() == 50);
    }

    @Test
    void evolutionInThePlaneMayHaveTheScore() throws IOException {
        Drawn drawn = drawn(
                Runs.PLANE,
                "type: ddim, steps: 10, final: denoise, grid: {type: uniform, to: 0.01}",
                "[{type: evolution, times: [0, 0.5], points: 20, arrows: true}, {type: samples, points: 30}]");
        Parsed figure = drawn.figure("evolution-ddim-10");
        assertThat(figure.all("panel")).hasSize(2).allSatisfy(p -> {
            assertThat(p.all("arrows")).hasSize(1);
            assertThat(Drawn.dots(p, "points")).hasSizeBetween(15, 20);
        });
        Parsed samples = drawn.figure("samples-ddim-10");
        assertThat(Drawn.dots(samples.one("panel"), "ddim-10")).hasSizeBetween(25, 30);
        assertThat(String.join(" ", samples.texts())).contains("The first 30 of 400 points");
    }

    @Test
    void oneComponentAndOnePointAreEnough() throws IOException {
        String spec = """
                mixture: {means: [[0]], std: 1}
                process: flow
                count: 1
                samplers: [{type: ddim, steps: 2}]
                metrics: []
                figures: [marginals, {type: trajectories, paths: 5}, evolution]
                """;
        Runs.run(spec, folder, 1, new RunReport(_ -> {}));
        assertThat(new Drawn(folder).figure("trajectories-ddim-2").all("path")).hasSize(1);
    }

    @Test
    void countsThatWereUsedStandInTheWrittenCopy() throws IOException {
        drawn(Runs.PLANE, "type: ddim, steps: 2", "[trajectories, {type: diffusion, times: [0, 1]}, modes]");
        assertThat(folder.resolve("out/experiment.yaml"))
                .content()
                .contains(
                        "{type: trajectories, paths: 30}",
                        "{type: diffusion, points: 300, times: [0, 1], arrows: false}",
                        "- modes");
    }

    @Test
    void theWrittenCopyDrawsTheSameFigures() throws IOException {
        Drawn first = drawn(Runs.PLANE, "type: heun, steps: 4", "[density, diffusion, forward, evolution, samples]");
        String copy = Files.readString(folder.resolve("out/experiment.yaml"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Runs.run(copy, second, 1, new RunReport(_ -> {}));
        assertThat(first.names()).hasSize(5).isEqualTo(new Drawn(second).names());
        for (String name : first.names()) {
            assertThat(second.resolve("out/figures/" + name + ".svg"))
                    .hasSameTextualContentAs(folder.resolve("out/figures/" + name + ".svg"));
        }
    }

    /// A measurement makes the posterior the law; the page says how samplers learn of it.
    @Test
    void thePageOfAMeasurementHasPriorAndPosterior() throws IOException {
        String spec = "mixture: " + Runs.PLANE + "\nmeasurement: {operator: [[1, 1]], y: [0.5], noise-std: 0.3}\n"
                + "process: flow\ncount: 300\nsamplers: [{type: ddim, steps: 5}]\nmetrics: [sliced-w1]\n";
        Runs.run(spec, folder, 2, new RunReport(_ -> {}));
        Html page = Runs.page(folder);
        page.needsNoNetwork();
        assertThat(page.all("h2"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .startsWith("Results", "Prior and posterior", "Samples");
        assertThat(page.document().getDocumentElement().getTextContent())
                .contains(
                        "the posterior of a mixture of 2 Gaussians",
                        "guidance exact",
                        "posterior weight",
                        "log evidence");
    }

    @Test
    void thePageOfLawsAloneHasNoResults() throws IOException {
        Drawn.laws(Runs.LINE, "", "[density, forward]", folder);
        Html page = Runs.page(folder);
        page.needsNoNetwork();
        assertThat(page.all("h2"))
                .extracting(org.w3c.dom.Element::getTextContent)
                .containsExactly(
                        "The exact density",
                        "From data to noise",
                        "What was run",
                        "Formulas",
                        "References",
                        "Provenance",
                        "How to repeat it");
        String text = page.document().getDocumentElement().getTextContent();
        assertThat(text).contains("The exact law of a mixture of 2 Gaussians in 1 dimension", "no sampler ran");
        assertThat(text).doesNotContain("points per sampler", "metric sliced-w1");
    }
}
