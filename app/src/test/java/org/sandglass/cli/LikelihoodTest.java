package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.Selection;

/// The verbs `likelihood` and `flow`.
class LikelihoodTest {
    @TempDir
    private Path folder;

    private Path points = Path.of("");

    @BeforeEach
    void writePoints() throws IOException {
        points = Files.writeString(folder.resolve("x.csv"), "x0,x1\n-2,0.3\n0.5,-1\n2.5,0.1\n");
    }

    private Ran run(String verb, String process, String... more) {
        return Ran.of(Stream.concat(
                        Stream.of(verb, "--mixture", "two-modes", "--process", process, "--points", points + ""),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static double[] read(Path file, String name) throws IOException {
        return ArrayFiles.read(file, Selection.array(name)).data();
    }

    @Test
    void theFlowGivesTheLogDensityThatEvalGives() throws IOException {
        Path flow = folder.resolve("flow.npz");
        Path eval = folder.resolve("eval.npz");
        Ran.of("eval", "--mixture", "two-modes", "--points", points + "", "-o", eval + "");
        for (String process : List.of("vp-linear", "flow", "edm", "ddpm")) {
            Ran ran = run("likelihood", process, "--tolerance", "1e-10", "--compare", "-o", flow + "");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isZero();
            double[] exact = read(eval, "log-density");
            assertThat(read(flow, "log-density")).containsExactly(exact, within(1e-8));
            assertThat(read(flow, "log-density-exact")).containsExactly(exact, within(1e-12));
            assertThat(read(flow, "difference")).containsExactly(new double[3], within(1e-8));
            assertThat(DoubleStream.of(read(flow, "evaluations")).min().orElseThrow())
                    .isGreaterThan(50);
        }
    }

    @Test
    void probesGiveAStandardErrorAndDependOnTheSeedAlone() throws IOException {
        Path one = folder.resolve("one.csv");
        Path two = folder.resolve("two.csv");
        String[] probes = {"--method", "hutchinson", "--probes", "4", "--tolerance", "1e-5", "--seed", "7", "-o"};
        for (Path file : List.of(one, two)) {
            assertThat(run(
                                    "likelihood",
                                    "vp-linear",
                                    Stream.concat(Stream.of(probes), Stream.of(file + ""))
                                            .toArray(String[]::new))
                            .err())
                    .isEmpty();
        }
        assertThat(Files.readString(one)).startsWith("log-density,standard-error,evaluations");
        assertThat(Files.readString(two)).isEqualTo(Files.readString(one));
    }

    @Test
    void thePointsOfALaterTimeHaveItsDensity() throws IOException {
        Path flow = folder.resolve("flow.npz");
        run("likelihood", "flow", "--time", "0.5", "--compare", "-o", flow + "");
        assertThat(read(flow, "difference")).containsExactly(new double[3], within(1e-6));
    }

    @Test
    void theFlowGoesThereAndBack() throws IOException {
        Path noise = folder.resolve("noise.npy");
        Path back = folder.resolve("back.npy");
        assertThat(run("flow", "flow", "-o", noise + "").err()).isEmpty();
        points = noise;
        assertThat(run("flow", "flow", "--from", "1", "--to", "0", "-o", back + "")
                        .err())
                .isEmpty();
        assertThat(ArrayFiles.read(back, Selection.usual()).data())
                .containsExactly(new double[] {-2, 0.3, 0.5, -1, 2.5, 0.1}, within(1e-6));
    }

    @Test
    void withoutAnOutputTheResultIsJson() {
        assertThat(run("likelihood", "vp-linear").out()).startsWith("{").contains("\"log-density\"", "\"evaluations\"");
        assertThat(run("flow", "vp-linear").out()).startsWith("{").contains("\"x\"");
    }
}
