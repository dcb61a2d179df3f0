package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sandglass compare`, and the examples for it.
class CompareTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleGivesTablesFigureAndData() throws IOException {
        Path out = folder.resolve("out");
        Ran ran = Ran.of("compare", example("compare"), "-o", out + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("one-gaussian, vp-linear", "≤ 40", "exact draws score", "*");
        assertThat(ran.out().lines().toList().getLast()).isEqualTo(out.resolve("report.html") + "");
        for (String file :
                List.of("compare.yaml", "results.json", "table.md", "table.csv", "figures/error.svg", "report.html")) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        assertThat(out.resolve("table.csv"))
                .content()
                .startsWith("mixture,process,sampler,grid,steps,evaluations,seconds,outcome,error,value,");
    }

    /// Pierret and Galerne (2025): under the flow exponential Euler beats Euler and Maruyama; Heun and RK4 win only
    /// with many evaluations, counted honestly.
    @Test
    void theExampleOfCifar10IsExactInSeconds() throws IOException {
        Path out = folder.resolve("cifar10");
        Ran ran = Ran.of("compare", example("cifar10"), "-o", out + "", "--format", "csv");
        assertThat(ran.err()).isEmpty();
        double maruyama = w2(ran.out(), "euler-maruyama", 1000);
        double exponential = w2(ran.out(), "exponential-euler", 1000);
        double heun = w2(ran.out(), "heun", 1000);
        double rk4 = w2(ran.out(), "rk4", 1000);
        assertThat(exponential).isLessThan(maruyama);
        assertThat(heun).isLessThan(exponential);
        assertThat(rk4).isLessThan(heun).isLessThan(0.01);
        assertThat(out.resolve("compare.yaml")).content().contains("cifar10-covariance-eigenvalues.npy");
    }

    /// DDPM and DDIM with `η = 1` are one rule, so they have one error.
    @Test
    void ddpmIsDdimWithEtaOne() throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                mixtures: [{name: one, mixture: {means: [[1, 0]], stds: [[0.5, 0.2]]}}, two-modes]
                process: vp-cosine
                samplers: [ddpm, {type: ddim, eta: 1, name: ddim-one}]
                steps: [7]
                count: 300
                metrics: [sliced-w2]
                final: zero
                """);
        String csv = Ran.of("compare", spec + "", "-o", folder.resolve("o") + "", "--format", "csv")
                .out();
        for (String mixture : List.of("one", "two-modes")) {
            List<Double> errors = csv.lines()
                    .filter(line -> line.startsWith(mixture + ",") && line.matches(".*,(w2|sliced-w2),.*"))
                    .map(line -> Double.parseDouble(line.split(",")[9]))
                    .toList();
            assertThat(errors).hasSize(2);
            assertThat(errors.get(0)).isCloseTo(errors.get(1), org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    @Test
    @Tag("slow")
    void theExampleOfAllSolversRuns() {
        Ran ran = Ran.of("compare", example("solvers"), "-o", folder.resolve("solvers") + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("plane, flow", "unipc", "adaptive-sde").doesNotContain("fails", "diverged");
    }

    @Test
    @Tag("slow")
    void theExampleOfThePageRuns() {
        Ran ran = Ran.of("compare", example("choosing"), "-o", folder.resolve("choosing") + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).doesNotContain("fails", "diverged");
    }

    @Test
    void aComparisonThatIsStoppedLeavesNothing() throws IOException, InterruptedException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), """
                mixture: gmm40-fab
                process: vp-linear
                samplers: [ddim]
                steps: [10, 20000]
                count: 20000
                """);
        Path out = folder.resolve("out");
        Process process = child("compare", spec + "", "-o", out + "");
        for (int i = 0; i < 600 && names().stream().noneMatch(name -> name.startsWith(".")); i++) {
            Thread.sleep(50);
        }
        Thread.sleep(300);
        new ProcessBuilder("kill", "-INT", process.pid() + "").start().waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(names()).containsExactly("spec.yaml");
    }

    private Process child(String... words) throws IOException {
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java") + "",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Main.class.getName()),
                                Stream.of(words))
                        .toList())
                .redirectErrorStream(true)
                .start();
        Thread.ofVirtual().start(() -> {
            try (InputStream in = process.getInputStream()) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException _) {
                // The child has ended.
            }
        });
        return process;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static double w2(String csv, String solver, int evaluations) {
        return csv.lines()
                .map(line -> line.split(","))
                .filter(cells -> cells[2].equals(solver) && cells[5].equals(evaluations + "") && cells[8].equals("w2"))
                .mapToDouble(cells -> Double.parseDouble(cells[9]))
                .findFirst()
                .orElseThrow();
    }

    private static String example(String name) {
        return Path.of("..", "examples", name + ".yaml").toAbsolutePath().normalize() + "";
    }
}
