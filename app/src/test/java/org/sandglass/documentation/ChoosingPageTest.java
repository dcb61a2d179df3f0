package org.sandglass.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.cli.Main;
import org.sandglass.specification.SolverType;

/// `docs/choosing-a-sampler.md` has a row for each solver of the registry, and its numbers come out again.
class ChoosingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "choosing-a-sampler.md");
    private static final String START = "<!-- the table of ChoosingPage -->\n";

    @TempDir
    private Path folder;

    @Test
    void eachSolverOfTheRegistryHasItsRowWithWhatTheRegistrySays() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSameSizeAs(SolverType.all());
        for (int i = 0; i < rows.size(); i++) {
            SolverType type = SolverType.all().get(i);
            List<String> cells = List.of(rows.get(i).split(" *\\| *", -1));
            assertThat(cells.get(1)).isEqualTo("`" + type.word() + "`");
            assertThat(cells.get(2)).isEqualTo(type.facts().order());
            assertThat(cells.get(5)).isEqualTo(type.facts().evaluations());
            assertThat(cells.get(6)).isEqualTo(type.facts().noise());
            assertThat(cells.get(10)).isEqualTo(type.facts().use());
        }
    }

    /// The example without the costly solvers, and without repeats: the numbers of deterministic solvers do not
    /// depend on those.
    @Test
    void numbersOfDeterministicSolversComeOutAgain() throws IOException {
        List<String> some = List.of("euler", "heun", "rk4", "dpm-solver++-2m", "unipc");
        String spec = Files.readString(Path.of("..", "examples", "choosing.yaml"))
                .replaceAll("(?s)samplers:\\n  \\[.*?\\]\\n", "samplers: [" + String.join(", ", some) + "]\n")
                .replace("repeats: 3", "repeats: 1");
        Path file = Files.writeString(folder.resolve("some.yaml"), spec);
        Path out = folder.resolve("out");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        assertThat(Main.run(new String[] {"compare", file + "", "-o", out + ""}, nowhere, nowhere))
                .isZero();
        ChoosingPage page = ChoosingPage.of(out.resolve("results.json"));
        SolverType.all().stream()
                .filter(type -> some.contains(type.word()))
                .forEach(type -> assertThat(page.row(type)).isIn(rows()));
    }

    /// `mvn -pl app -am test -Dtest=ChoosingPageTest -Dchoosing=/…/out/choosing/results.json` writes the page anew.
    @Test
    @EnabledIfSystemProperty(named = "choosing", matches = ".+")
    void thePageIsWrittenFromResults() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(START) + START.length());
        String table = ChoosingPage.of(Path.of(System.getProperty("choosing"))).table();
        Files.writeString(PAGE, head + table);
        assertThat(rows()).hasSameSizeAs(SolverType.all());
    }

    private static List<String> rows() {
        try {
            return Files.readString(PAGE)
                    .lines()
                    .filter(line -> line.startsWith("| `"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
