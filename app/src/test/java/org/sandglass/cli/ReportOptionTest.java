package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages beside the results of `sample`, `metrics` and `posterior`.
class ReportOptionTest {
    @TempDir
    private Path folder;

    private Path page = Path.of("");

    @BeforeEach
    void nameThePage() {
        page = folder.resolve("page.html");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private String written(Ran ran) throws IOException {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return Files.readString(page);
    }

    @Test
    void drawsAreShownAgainstTheirLaw() throws IOException {
        String html = written(
                Ran.of("sample", "--mixture", "nine", "-n", "500", "-o", at("x.npz"), "--report", page.toString()));
        assertThat(html).contains("500 points of x.npz", "a mixture of 9 Gaussians", "exact density");
    }

    @Test
    void thePointsOfAFileAreTheSameWithAPage() {
        Ran.of("sample", "--mixture", "nine", "-n", "50", "-o", at("x.npz"));
        Ran.of("sample", "--mixture", "nine", "-n", "50", "-o", at("y.npz"), "--report", page.toString());
        assertThat(folder.resolve("y.npz")).hasSameBinaryContentAs(folder.resolve("x.npz"));
    }

    @Test
    void metricsAreShownWithThePointsAndTheCommand() throws IOException {
        Ran.of("sample", "--mixture", "nine", "-n", "500", "-o", at("x.npz"));
        String html = written(Ran.of(
                "metrics",
                "--samples",
                at("x.npz"),
                "--mixture",
                "nine",
                "--metrics",
                "sliced-w1",
                "-o",
                at("m.json"),
                "--report",
                page.toString()));
        assertThat(html).contains("sliced-w1", "Rabin", "sandglass metrics --samples ", "±");
    }

    @Test
    void aPosteriorIsShownBesideItsPrior() throws IOException {
        String html = written(Ran.of(
                "posterior",
                "--mixture",
                "two-modes",
                "--measurement",
                "{operator: [[1, 0]], y: [1.5], noise-std: 0.2}",
                "-o",
                at("p.yaml"),
                "--report",
                page.toString()));
        assertThat(html).contains("Prior and posterior", "measurement", "posterior weight");
    }
}
