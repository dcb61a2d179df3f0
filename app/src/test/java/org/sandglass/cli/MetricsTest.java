package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.metric.Metric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The verb `metrics`.
class MetricsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TWO = "{weights: [0.3, 0.7], means: [[-2, 0], [2, 0]], std: 0.5}";

    @TempDir
    private Path folder;

    @Test
    void printsValueErrorAndFloorOfTheUsualMetrics() {
        Ran ran = Ran.of("metrics", "--samples", draws(TWO, 500, 1), "--mixture", TWO);
        assertThat(ran.err()).isEmpty();
        JsonNode all = JSON.readTree(ran.out());
        assertThat(all.propertyNames()).contains("sliced-w1", "sliced-w2", "mode-weights", "energy-distance");
        for (JsonNode each : all) {
            assertThat(each.propertyNames())
                    .containsExactly("value", "standard-error", "floor", "floor-standard-error");
            assertThat(each.get("standard-error").doubleValue()).isPositive();
        }
    }

    @Test
    void judgesTheSamplesOfARunAsTheRunDid() throws IOException {
        Path spec = folder.resolve("run.yaml");
        Files.writeString(spec, """
                mixture: %s
                process: {type: vp-linear}
                seed: 5
                count: 400
                samplers: [{type: ddim, steps: 5, grid: {type: uniform, from: 1, to: 0.125}}]
                metrics: [w1, sliced-w2, sliced-w1-exact, mode-weights, "sliced-w1:10"]
                """.formatted(TWO));
        Path out = folder.resolve("out");
        assertThat(Ran.of("run", spec + "", "-o", out + "").code()).isZero();
        JsonNode sampler = JSON.readTree(Files.readString(out.resolve("results.json")))
                .get("samplers")
                .get(0);
        String[] law = {"metrics", "--seed", "5", "--mixture", TWO, "--samples", out.resolve("samples-ddim-5.npz") + ""
        };
        String names = "w1,sliced-w2,sliced-w1-exact,mode-weights,sliced-w1:10";
        Ran then = Ran.of(join(law, "--process", "vp-linear", "--time", "0.125", "--metrics", names));
        Ran data = Ran.of(join(law, "--metrics", names, "--threads", "1"));
        assertThat(JSON.readTree(then.out())).isEqualTo(sampler.get("metrics"));
        assertThat(JSON.readTree(data.out())).isEqualTo(sampler.get("data-metrics"));
    }

    @Test
    void comparesTwoFilesOfPoints() throws IOException {
        Path out = folder.resolve("distances.json");
        String x = draws(TWO, 300, 1);
        Ran ran = Ran.of(
                "metrics",
                "--samples",
                x,
                "--against",
                draws(TWO, 200, 2),
                "--metrics",
                "w1,sliced-w1",
                "-o",
                out + "");
        assertThat(ran.out() + ran.err()).isEmpty();
        assertThat(JSON.readTree(Files.readString(out)).propertyNames()).containsExactly("w1", "sliced-w1");
        Ran same = Ran.of("metrics", "--samples", x, "--against", x, "--metrics", "w2");
        assertThat(JSON.readTree(same.out()).get("w2").get("value").doubleValue())
                .isZero();
    }

    @Test
    void judgesTheFirstPointsOnly() {
        String x = draws(TWO, 300, 1);
        String few = draws(TWO, 100, 1);
        assertThat(Ran.of("metrics", "--samples", x, "--mixture", TWO, "-n", "100")
                        .out())
                .isEqualTo(Ran.of("metrics", "--samples", few, "--mixture", TWO).out());
        assertThat(Ran.of("metrics", "--samples", few, "--mixture", TWO, "-n", "1000")
                        .out())
                .isEqualTo(Ran.of("metrics", "--samples", few, "--mixture", TWO).out());
    }

    @Test
    void allAreThoseThatSuit() {
        String law = "{means: [[-1], [2]], std: 0.5}";
        Ran ran = Ran.of("metrics", "--samples", draws(law, 60, 1), "--mixture", law, "--metrics", "all");
        assertThat(ran.err()).isEmpty();
        assertThat(JSON.readTree(ran.out()).propertyNames()).contains("w1-exact-1d", "w2", "torus-w2");
    }

    @Test
    void listsEveryMetricInALine() {
        List<String> lines = Ran.of("metrics", "--list").out().lines().toList();
        assertThat(lines.getFirst()).startsWith("* sliced-w1 ");
        assertThat(lines)
                .map(line -> line.substring(2).split(" ")[0])
                .containsAll(Metric.all().stream().map(Metric::name).toList())
                .contains("reverse-ess", "kl");
    }

    private String draws(String mixture, int n, int seed) {
        Path file = folder.resolve("draws-" + n + "-" + seed + ".npz");
        assertThat(Ran.of("sample", "--mixture", mixture, "-n", n + "", "--seed", seed + "", "-o", file + "")
                        .code())
                .isZero();
        return file.toString();
    }

    private static String[] join(String[] head, String... tail) {
        String[] out = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, out, head.length, tail.length);
        return out;
    }
}
