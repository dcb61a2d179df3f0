package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/figures.md: its program runs, and it shows every example.
class FiguresPageTest {
    private static final Path PAGE = Path.of("..", "docs", "figures.md");

    @Test
    void theProgramOfThePageRuns(@TempDir Path folder) throws Exception {
        assumeTrue(Png.missing().isEmpty(), () -> Png.missing().orElseThrow());
        String block = matches("(?s)```java\n(.*?)```").getFirst();
        Path source = folder.resolve("Page.java");
        Files.writeString(
                source,
                "import module java.base;\nimport org.sandglass.figure.*;\nvoid main() throws IOException {\n" + block
                        + "}\n");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), source.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(Parsed.of(Files.readString(folder.resolve("gaussian.svg")))
                        .one("heat")
                        .root())
                .isNotNull();
        assertThat(folder.resolve("gaussian.png")).isNotEmptyFile();
    }

    @Test
    void thePageShowsEveryExample() throws Exception {
        assertThat(matches("\\(figures/([a-z-]+)\\.svg\\)"))
                .containsExactlyInAnyOrderElementsOf(ExampleFigures.all().keySet());
    }

    private static List<String> matches(String pattern) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
