package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.Selection;
import org.sandglass.specification.SolverType;

/// What a run leaves behind, and what a run that is stopped does not.
class RunTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "penguins", "penguins-found"})
    void anExampleRuns(String name) throws IOException {
        Path out = folder.resolve(name);
        Ran ran = Ran.of("run", example(name) + "", "-o", out + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("sliced W1", "mode-mass error", "exact-kernel");
        assertThat(ran.out().lines().toList().getLast()).isEqualTo(out.resolve("report.html") + "");
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        assertThat(Files.size(out.resolve("report.html"))).as("bytes").isLessThan(5 << 20);
        assertThat(Files.readString(out.resolve("results.json")))
                .contains(
                        "\"provenance\"",
                        "\"array-operations\"",
                        "\"pruning\": \"auto\"",
                        "\"standard-error\"",
                        "\"floor-standard-error\"");
    }

    @Test
    void anExampleWithoutSamplersShowsExactLawsAndPrintsNoTable() throws IOException {
        Path out = folder.resolve("posterior");
        Ran ran = Ran.of("run", example("posterior") + "", "-o", out + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo(out.resolve("report.html") + "\n");
        assertThat(out.resolve("figures/posterior.svg")).isNotEmptyFile();
        assertThat(Files.readString(out.resolve("results.json"))).contains("\"samplers\": []");
        Path again = folder.resolve("again");
        assertThat(Ran.of("run", out.resolve("experiment.yaml") + "", "-o", again + "")
                        .code())
                .isZero();
        assertThat(again.resolve("figures/posterior.svg"))
                .hasSameTextualContentAs(out.resolve("figures/posterior.svg"));
    }

    @Test
    void theWrittenCopyGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Path spec = spec("process: vp-linear", 3000, 20);
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Ran.of("run", spec + "", "-o", one + "", "--threads", "1", "--seed", "5");
        Ran.of("run", one.resolve("experiment.yaml") + "", "-o", two + "", "--threads", "3");
        for (String sampler : List.of("euler-maruyama-20", "euler-20", "heun-20", "ddim-20", "exact-kernel-20")) {
            String file = "samples-" + sampler + ".npz";
            assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
        assertThat(two.resolve("experiment.yaml")).hasSameTextualContentAs(one.resolve("experiment.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vp-linear",
                "vp-cosine",
                "sub-vp",
                "ve",
                "karras",
                "edm",
                "flow",
                "{type: interpolant, noise-power: 0.5}",
                "ddpm"
            })
    void everySamplerRunsUnderEveryProcess(String process) throws IOException {
        String levels = "\ngrid: {type: log-snr, log-snr: [-2, 4]}";
        Path spec = spec("process: " + process + levels, 10, 4, SolverType.names());
        Ran ran = Ran.of("run", spec + "", "-o", folder.resolve("out") + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).hasSize(SolverType.all().size() + 2);
    }

    /// To time 0, and from where the signal is lost if the process has such an end.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vp-linear",
                "vp-cosine",
                "sub-vp",
                "ve",
                "karras",
                "edm",
                "flow",
                "{type: interpolant, noise-power: 0.5}",
                "ddpm"
            })
    void everySamplerRunsFromEndToEnd(String process) throws IOException {
        List<String> types = SolverType.names().stream()
                .filter(type -> !type.equals("restart"))
                .toList();
        Ran ran = Ran.of("run", spec("process: " + process, 5, 12, types) + "", "-o", folder.resolve("out") + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).hasSize(types.size() + 2);
    }

    @Test
    void trajectoriesAreKeptOnRequest() throws IOException {
        Path spec = spec("process: flow\ntrajectory: {thinned: 2}", 30, 5);
        Path out = folder.resolve("out");
        assertThat(Ran.of("run", spec + "", "-o", out + "").err()).isEmpty();
        Path file = out.resolve("samples-heun-5.npz");
        assertThat(ArrayFiles.read(file, Selection.array("trajectory")).shape()).isEqualTo(List.of(4, 30, 2));
        assertThat(ArrayFiles.read(file, Selection.array("times")).data())
                .hasSize(4)
                .startsWith(1)
                .endsWith(0);
    }

    @Test
    void aRunThatIsStoppedLeavesNothing() throws IOException, InterruptedException {
        Path spec = spec("process: vp-linear", 20000, 20000);
        Path out = folder.resolve("out");
        for (boolean politely : List.of(true, false)) {
            Process process = child("run", spec + "", "-o", out + "");
            waitForScratch();
            if (politely) {
                new ProcessBuilder("kill", "-INT", process.pid() + "").start().waitFor();
            } else {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(out).doesNotExist();
            if (politely) {
                assertThat(process.exitValue()).isEqualTo(ExitCodes.INTERRUPTED);
                assertThat(names()).containsExactly("spec.yaml");
            }
        }
        assertThat(names()).allMatch(name -> name.equals("spec.yaml") || name.startsWith("."));
    }

    @Test
    void aMillionPointsAreEvaluatedInAHeapThatCannotHoldTheirResults() throws IOException, InterruptedException {
        Path points = folder.resolve("x.npy");
        Path out = folder.resolve("out.npz");
        assertThat(Ran.of("sample", "--mixture", "gmm40-fab", "-n", "1000000", "-o", points + "")
                        .code())
                .isZero();
        Process process = child(
                "eval",
                "--mixture",
                "gmm40-fab",
                "--points",
                points + "",
                "--quantities",
                "log-density,score,responsibilities",
                "-o",
                out + "");
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(out).isNotEmptyFile();
        assertThat(Files.size(out)).as("bytes, more than the heap of 64 MiB").isGreaterThan(64 << 20);
    }

    private Path spec(String process, int count, int steps) throws IOException {
        return spec(process, count, steps, List.of("euler-maruyama", "euler", "heun", "ddim", "exact-kernel"));
    }

    private Path spec(String process, int count, int steps, List<String> types) throws IOException {
        List<String> samplers = new ArrayList<>();
        for (String type : types) {
            String settings = type.equals("restart") ? ", low: 0.2, high: 0.5" : "";
            samplers.add("{type: " + type + ", steps: " + steps + settings + "}");
        }
        return Files.writeString(
                folder.resolve("spec.yaml"),
                "mixture: two-modes\n" + process + "\ncount: " + count + "\nsamplers: [" + String.join(", ", samplers)
                        + "]\nfigures: []\n");
    }

    private static Path example(String name) {
        return Path.of("..", "examples", name + ".yaml").toAbsolutePath().normalize();
    }

    private Process child(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java") + "",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> {
            try (InputStream in = process.getInputStream()) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException _) {
                // The child has ended.
            }
        });
        return process;
    }

    private void waitForScratch() throws IOException, InterruptedException {
        for (int i = 0; i < 600 && names().stream().noneMatch(name -> name.startsWith(".")); i++) {
            Thread.sleep(50);
        }
        Thread.sleep(300);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
