package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.compare.CompareRun;
import org.sandglass.figure.Png;
import org.sandglass.mixture.Pruning;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.specification.CompareSpec;
import org.w3c.dom.Element;

/// What a comparison shows of itself.
class CompareReportTest {
    /// All three ways of finding errors: one Gaussian, the line, and by drawing.
    private static final String SPEC = """
            title: Small & quick <comparison>
            mixtures:
              - {name: one, mixture: {means: [[1, -1]], std: 0.5}}
              - {name: line, mixture: {means: [[-2], [2]], std: 0.5}}
              - two-modes
            process: vp-linear
            samplers: [euler-maruyama, heun]
            evaluations: [4, 8]
            grid: {type: log-snr, log-snr: [-4, 4]}
            count: 1500
            """;

    @TempDir
    private Path folder;

    @Test
    void thePageSaysWhatWasComparedAndFoundAndHowToRepeatIt() throws IOException {
        List<String> complaints = compare(SPEC, 2);
        Html page = page();
        page.needsNoNetwork();
        assertThat(complaints).isEqualTo(Png.missing().stream().toList());
        assertThat(page.all("h1").getFirst().getTextContent()).isEqualTo("Small & quick <comparison>");
        assertThat(page.all("h2"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        "Error against evaluations",
                        "one, vp-linear",
                        "line, vp-linear",
                        "two-modes, vp-linear",
                        "What was compared",
                        "Formulas",
                        "References",
                        "Provenance",
                        "How to repeat it");
        assertThat(page.all("figure")).hasSize(1);
        assertThat(page.all("pre")).extracting(Element::getTextContent).anyMatch(text -> text.contains("repeats: 1"));
        assertThat(page.all("pre").getLast().getTextContent()).startsWith("sandglass compare compare.yaml");
        for (String file :
                page.all("a").stream().map(a -> a.getAttribute("href")).toList()) {
            assertThat(file.startsWith("https://arxiv.org/")
                            || Files.exists(folder.resolve("out").resolve(file)))
                    .as(file)
                    .isTrue();
        }
    }

    @Test
    void thePageSaysHowErrorsWereFound() throws IOException {
        compare(SPEC, 2);
        assertThat(page().all("dt"))
                .extracting(Element::getTextContent)
                .contains(
                        "exact law of the output on one Gaussian, nothing drawn",
                        "integral over quantiles on the line, nothing drawn",
                        "1500 points drawn",
                        "error w2, one Gaussian",
                        "error w2, on the line",
                        "error flow-rms",
                        "metric sliced-w2",
                        "sampler heun",
                        "process vp-linear");
        assertThat(page().all("li"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.contains("Pierret"))
                .anyMatch(text -> text.contains("Vallender"))
                .anyMatch(text -> text.contains("Karras"));
    }

    @Test
    void numbersThatWereDrawnStandWithTheirErrorsAndFloors() throws IOException {
        compare(SPEC, 2);
        assertThat(page().all("td"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.matches("[0-9.]+[*~]?±\u00a0[0-9.]+"));
        assertThat(page().all("p"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.contains("two-modes, vp-linear") && text.contains("exact draws score"));
    }

    @Test
    void aComparisonWithoutAnyErrorHasAPageWithoutAFigure() throws IOException {
        compare("""
                mixture: two-modes
                process: vp-linear
                samplers: [rk4]
                evaluations: [3]
                count: 300
                """, 1);
        assertThat(page().all("figure")).isEmpty();
        assertThat(folder.resolve("out/figures")).doesNotExist();
    }

    private List<String> compare(String yaml, int threads) throws IOException {
        CompareSpec spec = CompareSpec.read(Files.writeString(folder.resolve("spec.yaml"), yaml));
        List<String> complaints = new ArrayList<>();
        Provenance provenance = Provenance.here("test", spec.seed(), threads, Pruning.AUTOMATIC);
        new CompareRun(spec, provenance, Progress.QUIET)
                .into(folder.resolve("out"), new CompareReport(complaints::add));
        return complaints;
    }

    private Html page() throws IOException {
        return Html.of(Files.readString(folder.resolve("out/report.html")));
    }
}
