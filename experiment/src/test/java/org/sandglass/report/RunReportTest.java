package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.figure.Png;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.run.Evidence;
import org.w3c.dom.Element;

/// What a run shows of itself.
class RunReportTest {
    private static final int LARGEST = 5 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {Runs.LINE, Runs.PLANE, Runs.SPACE})
    void everyFigureIsDrawnInEveryDimension(String mixture) throws IOException {
        List<String> complaints = Runs.run(Runs.spec(mixture, Runs.ALL), folder, 2);
        Html page = Runs.page(folder);
        page.needsNoNetwork();
        assertThat(page.text().length()).isLessThan(LARGEST);
        List<String> files = Runs.figures(folder);
        assertThat(files)
                .contains(
                        "errors.svg",
                        "modes.svg",
                        "marginals-heun-6.svg",
                        "trajectories-heun-6.svg",
                        "evolution-euler-maruyama-12.svg");
        assertThat(complaints).isEqualTo(Png.missing().stream().toList());
        if (complaints.isEmpty()) {
            assertThat(files).contains("errors.png", "forward.gif", "backward-heun-6.gif");
        }
        assertThat(page.all("a").stream().map(a -> a.getAttribute("href")))
                .filteredOn(href -> href.startsWith("figures/"))
                .isNotEmpty()
                .allMatch(href -> Files.exists(folder.resolve("out").resolve(href)), "a file that exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vp-cosine", "sub-vp", "ve", "karras", "edm", "flow", "interpolant", "ddpm"})
    void everyProcessHasItsFigures(String process) throws IOException {
        String spec = Runs.spec(Runs.LINE, "[trajectories, evolution]").replace("vp-linear", process);
        Runs.run(spec.replace("euler-maruyama", "ddim"), folder, 2);
        Runs.page(folder).needsNoNetwork();
        assertThat(Runs.figures(folder)).contains("trajectories-ddim-12.svg", "evolution-heun-6.svg");
    }

    @Test
    void thePageSaysWhatWasRunAndFoundAndHowToRepeatIt() throws IOException {
        Runs.run(Runs.spec(Runs.PLANE, "[errors]"), folder, 2);
        Html page = Runs.page(folder);
        assertThat(page.all("h1").getFirst().getTextContent()).isEqualTo("Small & quick <run>");
        assertThat(page.all("h2"))
                .extracting(Element::getTextContent)
                .containsExactly("Results", "What was run", "Formulas", "References", "Provenance", "How to repeat it");
        List<String> rows = page.all("tr").stream().map(Element::getTextContent).toList();
        assertThat(rows)
                .filteredOn(row -> row.startsWith("sampler"))
                .containsExactly("samplerevaluationsseconds", "samplersliced-w1", "samplermode-weights");
        assertThat(rows).filteredOn(row -> row.startsWith("heun-6")).hasSize(3).anyMatch(row -> row.contains("±"));
        assertThat(rows)
                .filteredOn(row -> row.startsWith("exact draws"))
                .hasSize(2)
                .allMatch(row -> row.contains("±"));
        assertThat(page.all("pre").getFirst().getTextContent()).contains("figures: [errors]", "beta-min: 0.1");
        assertThat(page.all("pre").getLast().getTextContent()).startsWith("sandglass run experiment.yaml");
        assertThat(page.all("li"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.contains("2011.13456"))
                .anyMatch(text -> text.contains("2206.00364"));
    }

    @Test
    void aSingleSamplerHasARowForEachMetric() throws IOException {
        String spec = Runs.spec(Runs.PLANE, "[]").replaceAll(", *\\{type: heun, steps: 6}", "");
        Runs.run(spec, folder, 2);
        List<Element> rows = Runs.page(folder).all("tr");
        assertThat(rows)
                .extracting(row -> row.getFirstChild().getTextContent())
                .containsExactly("metric", "sliced-w1", "mode-weights");
    }

    /// One ends at 0.1 and the other at 0: other exact draws, so each number has its own floor.
    @Test
    void samplersWithOtherLastTimesHaveFloorsOfTheirOwn() throws IOException {
        String spec =
                Runs.spec(Runs.PLANE, "[]").replace("steps: 6}", "steps: 6, grid: {type: uniform, from: 1, to: 0.1}}");
        Runs.run(spec, folder, 2);
        List<String> rows = Runs.page(folder).all("tr").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(rows).noneMatch(row -> row.startsWith("exact draws"));
        assertThat(rows).filteredOn(row -> row.contains("exact draws ")).hasSize(4);
        assertThat(Runs.page(folder).all("p"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.startsWith("Against the data"));
    }

    @Test
    void figuresAreTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path three = Files.createDirectory(folder.resolve("three"));
        Runs.run(Runs.spec(Runs.PLANE, Runs.ALL), one, 1);
        Runs.run(Runs.spec(Runs.PLANE, Runs.ALL), three, 3);
        assertThat(Runs.figures(one)).isEqualTo(Runs.figures(three)).isNotEmpty();
        for (String file : Runs.figures(one)) {
            assertThat(three.resolve("out/figures/" + file)).hasSameBinaryContentAs(one.resolve("out/figures/" + file));
        }
        assertThat(figuresOf(one)).isEqualTo(figuresOf(three));
    }

    /// All that stands in the page before what differs between runs: seconds, threads, the date.
    private static String figuresOf(Path folder) throws IOException {
        String html = Files.readString(folder.resolve("out/report.html"));
        return html.substring(html.indexOf("<figure"), html.indexOf("<h2>Provenance"));
    }

    @Test
    void pathsEndWhereTheSamplesAre() throws IOException {
        List<Evidence> seen = new ArrayList<>();
        Runs.run(Runs.spec(Runs.PLANE, "[trajectories]"), folder, 2, (evidence, _, _) -> seen.add(evidence));
        for (Evidence.OfSampler sampler : seen.getFirst().samplers()) {
            Points end = sampler.paths().end();
            assertThat(end.n()).isEqualTo(1024);
            assertThat(end).isEqualTo(sampler.points().slice(0, 1024));
        }
    }

    @Test
    void noFiguresAreDrawnOnRequest() throws IOException {
        Runs.run(Runs.spec(Runs.PLANE, "[]"), folder, 2);
        assertThat(Runs.figures(folder)).isEmpty();
        assertThat(Runs.page(folder).all("figure")).isEmpty();
    }

    @Test
    void theUsualFiguresAreNamedInTheWrittenCopy() throws IOException {
        Runs.run(Runs.spec(Runs.SPACE, ""), folder, 2);
        assertThat(folder.resolve("out/experiment.yaml")).content().contains("figures: [marginals, modes, errors]");
    }

    @Test
    void exactPointsHaveNoDensityToDraw() throws IOException {
        String spec = Runs.spec("{point: [1, -1]}", Runs.ALL);
        Runs.run(spec.replace(", mode-weights", "").replace("heun", "ddim"), folder, 2);
        assertThat(Runs.figures(folder)).contains("samples-ddim-6.svg").doesNotContain("modes.svg");
        Runs.page(folder).needsNoNetwork();
    }

    @Test
    void anotherRunReplacesTheFirstWithAllItsFigures() throws IOException {
        Runs.run(Runs.spec(Runs.PLANE, Runs.ALL), folder, 2);
        Runs.run(Runs.spec(Runs.PLANE, "[errors]"), folder, 2);
        assertThat(Runs.figures(folder)).allMatch(file -> file.startsWith("errors."));
    }

    @Test
    void aFolderWithAFileOfSomeoneElseAmongTheFiguresIsRefused() throws IOException {
        Runs.run(Runs.spec(Runs.PLANE, "[errors]"), folder, 2);
        Files.writeString(folder.resolve("out/figures/mine.txt"), "mine");
        assertThatThrownBy(() -> Runs.run(Runs.spec(Runs.PLANE, "[errors]"), folder, 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("figures/mine.txt, which is not of an earlier run");
    }
}
