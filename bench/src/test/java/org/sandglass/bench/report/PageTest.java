package org.sandglass.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page says what was measured.
class PageTest {
    @TempDir
    private Path folder;

    @Test
    void aRowHoldsRatiosThenTimesAndTheShareOfThePeak() throws IOException {
        write(
                "jmh.json",
                "[" + entry("DensityAndScore.densityAndScore", "\"size\": \"100000x40x2\"", "9e6, 8e6, 7e6") + ","
                        + entry("FusedPeak.fusedVectors", "", "0.25") + "]");
        write("peers.jsonl", """
                {"case": "eval N=100000 K=40 D=2", "peer": "jax-closed", "ms": 84.0, "ns_per_point_component": 21.0, "threads": 1}
                {"case": "eval N=100000 K=40 D=2", "peer": "numpy-matmul", "gflops": 50.0, "threads": 1}
                """);
        write("facts.txt", "CPU: Abacus: 12 rods\nlanes: 8\n");
        String page = Page.of(Results.read(folder));
        assertThat(page)
                .contains("| N 100,000, K 40, D 2 | ≥ 10 | **10.5** | – | – | – | – | 225 |")
                .contains("| N 100,000, K 40, D 2 | 2.00 | 24.5 | 38 % | 21.0 | – | – | – | – |")
                .contains("| fused multiply-adds of doubles in registers | 64.0 GFLOP/s |")
                .contains("| numpy-matmul, eval N=100000 K=40 D=2 | 50.0 GFLOP/s |")
                .contains("| CPU | Abacus: 12 rods |")
                .doesNotContain("NaN", "lanes");
        assertThat(page.indexOf("How many times faster")).isLessThan(page.indexOf("Nanoseconds"));
    }

    @Test
    void whatWasNotMeasuredIsLeftOut() throws IOException {
        String page = Page.of(Results.read(folder));
        assertThat(page).startsWith("# Benchmarks\n").doesNotContain("\n## ");
    }

    @Test
    void aBenchmarkWithoutATableOfItsOwnIsListed() throws IOException {
        write("jmh.json", "[" + entry("Abacus.add", "\"rods\": \"12\"", "1500, 2500") + "]");
        assertThat(Page.of(Results.read(folder))).contains("| Abacus.add | rods 12 | 2,000 ns | 48.0 |");
    }

    @Test
    void twoThreadsAreComparedWithOneOfTheSameSize() throws IOException {
        write(
                "jmh.json",
                "[" + entry("TwoThreads.densityAndScore", "\"size\": \"1x1x1\", \"threads\": \"1\"", "3e6") + ","
                        + entry("TwoThreads.densityAndScore", "\"size\": \"1x1x1\", \"threads\": \"2\"", "2e6") + "]");
        assertThat(Page.of(Results.read(folder))).contains("| density and score, 1x1x1 | 1.50 | 3.00 | 2.00 |");
    }

    @Test
    void aTimeInAnotherUnitIsRefused() throws IOException {
        write("jmh.json", "[" + entry("A.b", "", "1").replace("ns/op", "ms/op") + "]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Results.read(folder))
                .withMessageContaining("ms/op");
    }

    @Test
    void theExponentOfAPowerIsItsPower() {
        List<double[]> points = List.of(new double[] {2, 3 * 4}, new double[] {4, 3 * 16}, new double[] {9, 3 * 81});
        assertThat(Scaling.slope(points)).isCloseTo(2, within(1e-12));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String entry(String name, String parameters, String nanos) {
        return """
                {"benchmark": "org.sandglass.bench.%s", "params": {%s},
                 "primaryMetric": {"score": 1, "scoreUnit": "ns/op", "rawData": [[%s]]},
                 "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 48.0}}}
                """.formatted(name, parameters, nanos);
    }
}
