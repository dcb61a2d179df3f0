package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.figure.Png;

/// A gallery runs its experiments and shows their figures on one page.
class GalleryTest {
    private static final String LINE = """
            title: On the line
            mixture: {weights: [0.25, 0.75], means: [[-1], [1]], std: 0.5}
            process: vp-linear
            count: 1000
            samplers: [{type: exact-kernel, steps: 1, name: kernel}]
            figures: [marginals]
            metrics: [w1]
            """;

    private static final String FILE = """
            title: Small & quick
            parts:
              - title: A document
                document: Its title
                link: https://example.org/a
                groups:
                  - {spec: line.yaml, text: What is seen, numbers: [{mean: 0, printed: 0.51}, {sampler: kernel, std: 0, printed: 1}]}
                  - {spec: line.yaml, name: again}
                waiting:
                  - {figure: A learned one, needs: training}
            """;

    @TempDir
    private Path folder;

    private Path gallery(String text) throws IOException {
        Files.writeString(folder.resolve("line.yaml"), LINE);
        return Files.writeString(folder.resolve("gallery.yaml"), text);
    }

    @Test
    void everyGroupHasAFolderAndTheIndexShowsItsFiguresAndNumbers() throws IOException {
        Path out = folder.resolve("out");
        Ran ran = Ran.of("gallery", gallery(FILE) + "", "-o", out + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(out.resolve("index.html") + "\n");
        for (String group : List.of("line", "again")) {
            assertThat(out.resolve(group).resolve("report.html")).isNotEmptyFile();
            assertThat(out.resolve(group).resolve("figures/marginals-kernel.svg"))
                    .isNotEmptyFile();
        }
        String index = Files.readString(out.resolve("index.html"));
        assertThat(index)
                .contains("<h1>Small &amp; quick</h1>", "<a href=\"https://example.org/a\">Its title</a>")
                .contains("<h3><a href=\"line/report.html\">On the line</a></h3>", "What is seen")
                .contains("<a href=\"#a-document\">A document</a>", "<section id=\"a-document\">")
                .contains("again/figures/marginals-kernel.svg", "<dt>waits for training</dt><dd>A learned one</dd>")
                .contains("<td>0.51</td><td>–</td><td>0.5000</td>");
        // The standard deviation of the mixture is √(0.25 + 1 − 0.25) = 1.
        assertThat(index).containsPattern("<td>1.0</td><td>(0\\.9|1\\.0)[0-9]+</td><td>1.0000</td>");
    }

    @Test
    void theWrittenCopyGivesTheSameGallery() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        assertThat(Ran.of("gallery", gallery(FILE) + "", "-o", one + "", "--seed", "7")
                        .err())
                .isEmpty();
        assertThat(Ran.of("gallery", one.resolve("gallery.yaml") + "", "-o", two + "")
                        .err())
                .isEmpty();
        assertThat(two.resolve("index.html")).hasSameTextualContentAs(one.resolve("index.html"));
        assertThat(two.resolve("line/experiment.yaml")).hasSameTextualContentAs(one.resolve("line/experiment.yaml"));
        assertThat(two.resolve("again/samples-kernel.npz"))
                .hasSameBinaryContentAs(one.resolve("again/samples-kernel.npz"));
    }

    @Test
    void aGalleryIsReplacedAndNothingElseIs() throws IOException {
        Path out = folder.resolve("out");
        Path file = gallery(FILE);
        assertThat(Ran.of("gallery", file + "", "-o", out + "").code()).isZero();
        assertThat(Ran.of("gallery", file + "", "-o", out + "").code()).isZero();
        Files.writeString(out.resolve("line/mine.txt"), "mine");
        Ran ran = Ran.of("gallery", file + "", "-o", out + "");
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
        assertThat(ran.complaint()).contains("line/mine.txt");
    }

    @Test
    void anExperimentThatCannotRunIsNamedAndLeavesNothing() throws IOException {
        Path file = gallery(FILE);
        Files.writeString(folder.resolve("line.yaml"), LINE.replace("marginals", "data"));
        Ran ran = Ran.of("gallery", file + "", "-o", folder.resolve("out") + "");
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
        assertThat(ran.complaint()).isEqualTo("sandglass: line: figures: data needs the key data, a file of points");
        assertThat(names(folder)).containsExactly("gallery.yaml", "line.yaml");
    }

    @Test
    void aCoordinateBeyondTheDimensionIsRefused() throws IOException {
        Path file = gallery(FILE.replace("mean: 0", "mean: 1"));
        Ran ran = Ran.of("gallery", file + "", "-o", folder.resolve("out") + "");
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
        assertThat(ran.complaint()).isEqualTo("sandglass: line: numbers: a coordinate must be < D = 1, got 1");
    }

    @Test
    void withoutAFileTheOneThatComesWithSandglassIsTaken() {
        Ran ran = Ran.of("gallery", "-o", folder.resolve("out") + "");
        assertThat(ran.code()).isEqualTo(ExitCodes.CALLER);
        assertThat(ran.complaint()).contains("there is no " + Path.of("examples", "gallery", "gallery.yaml"));
    }

    /// Every experiment of the founding documents, with all figures; no other file stands in that folder.
    @Test
    void theShippedGalleryIsComplete() throws IOException {
        Path source = Path.of("..", "examples", "gallery").toAbsolutePath().normalize();
        Path out = folder.resolve("out");
        Ran ran = Ran.of("gallery", source.resolve("gallery.yaml") + "", "-o", out + "");
        assertThat(ran.err())
                .isEqualTo(
                        Png.missing().map(what -> "sandglass: " + what + "\n").orElse(""));
        assertThat(ran.code()).isZero();
        String index = Files.readString(out.resolve("index.html"));
        assertThat(names(source))
                .filteredOn(name -> !name.equals("gallery.yaml"))
                .hasSizeGreaterThan(24)
                .allSatisfy(name -> assertThat(index).contains("href=\"" + name.replace(".yaml", "/report.html")));
        assertThat(index)
                .contains("torchGMM", "Diffuse on Gaussian mixtures", "DDPM", "Langevin flow", "boltzkit", "Real data")
                .contains("waits for training", "waits for steered targets")
                .doesNotContain(">no data<");
        for (String group : names(out)) {
            if (Files.isDirectory(out.resolve(group))) {
                assertThat(names(out.resolve(group).resolve("figures")))
                        .as(group)
                        .anyMatch(name -> name.endsWith(".svg"));
                assertThat(Files.size(out.resolve(group).resolve("report.html")))
                        .as(group)
                        .isLessThan(5 << 20);
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void mistakesAreNamedByTheirPlace() throws IOException {
        refused(
                FILE.replace(", name: again", ""),
                "parts[0].groups[1].spec needs another name: the folder line is that of a group before it");
        refused(FILE.replace("name: again", "name: ../again"), "needs a name of letters");
        refused(FILE.replace("name: again", "name: index.html"), "needs a name of letters");
        refused(FILE.replace("sampler: kernel", "sampler: kernal"), "did you mean \"kernel\"?");
        refused(FILE.replace("waiting", "wating"), "unknown key \"wating\"; did you mean \"waiting\"?");
    }

    private void refused(String text, String why) throws IOException {
        Ran ran = Ran.of("gallery", gallery(text) + "", "-o", folder.resolve("out") + "");
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.CALLER);
        assertThat(ran.complaint()).contains("gallery.yaml: ", why);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
