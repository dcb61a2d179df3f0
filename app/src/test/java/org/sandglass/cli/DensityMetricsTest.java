package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `metrics` about log densities: of a model, and of a second mixture.
class DensityMetricsTest {
    private static final String P = "{means: [[0, 0]], std: 1}";
    private static final String Q = "{means: [[0.5, 0]], std: 1}";

    @TempDir
    private Path folder;

    /// For two unit Gaussians at distance ½: `KL = 1/8`, effective share `e^{−1/4}`; n = 20 000, 5
    /// standard errors.
    @Test
    void aModelIsJudgedFromBothSides() {
        String samples = sample(Q, "q.npz");
        String target = sample(P, "p.npz");
        JsonNode all = json(
                "metrics",
                "--mixture",
                P,
                "--model",
                Q,
                "--samples",
                samples,
                "--target-samples",
                target,
                "--metrics",
                "reverse-ess,elbo,reverse-log-z,forward-kl,reverse-kl,alpha-divergence:1,model-entropy,pareto-k,"
                        + "forward-ess,eubo,forward-log-z,forward-kl-at-target,reverse-kl-at-target,nll");
        for (String name : new String[] {"forward-kl", "reverse-kl", "forward-kl-at-target", "reverse-kl-at-target"}) {
            is(all, name, 0.125);
        }
        is(all, "elbo", -0.125);
        is(all, "eubo", 0.125);
        is(all, "reverse-log-z", 0);
        is(all, "forward-log-z", 0);
        is(all, "reverse-ess", Math.exp(-0.25));
        is(all, "forward-ess", Math.exp(-0.25));
        is(all, "model-entropy", 1 + Math.log(2 * Math.PI));
        is(all, "nll", 1 + Math.log(2 * Math.PI) + 0.125);
        assertThat(all.get("alpha-divergence:1").get("value").doubleValue())
                .isEqualTo(all.get("forward-kl").get("value").doubleValue());
        assertThat(all.get("pareto-k").get("value").doubleValue()).isLessThan(0.7);
    }

    private static void is(JsonNode all, String name, double truth) {
        double value = all.get(name).get("value").doubleValue();
        double error = all.get(name).get("standard-error").doubleValue();
        assertThat(Math.abs(value - truth) / error)
                .as("%s %s ± %s", name, value, error)
                .isLessThan(5);
    }

    /// The log density that a file carries is the model's own; the mixture's own gives weights that are
    /// all 1.
    @Test
    void theModelMayBeKnownByItsLogDensitiesAlone() {
        String withDensity = sample(Q, "q.npz", "--with", "log-density");
        JsonNode byFile = json("metrics", "--mixture", P, "--samples", withDensity, "--metrics", "reverse-ess,elbo");
        JsonNode byModel = json(
                "metrics", "--mixture", P, "--model", Q, "--samples", withDensity, "--metrics", "reverse-ess,elbo");
        assertThat(byFile).isEqualTo(byModel);
        JsonNode itself = json("metrics", "--mixture", Q, "--samples", withDensity, "--metrics", "reverse-ess");
        assertThat(itself.get("reverse-ess").get("value").doubleValue()).isEqualTo(1);
    }

    /// A draw where the mixture has no density weighs nothing; if all do, only what is defined has a number.
    @Test
    void weightsOfZeroAreDefinedOnPurpose() throws IOException {
        Path file = folder.resolve("far.csv");
        Files.writeString(file, "x0,x1,log-density\n1e200,0,-1\n0,0,-2\n");
        JsonNode one =
                json("metrics", "--mixture", P, "--samples", file + "", "--metrics", "reverse-ess,reverse-kl,elbo");
        assertThat(one.get("reverse-ess").get("value").doubleValue()).isEqualTo(0.5);
        assertThat(one.get("reverse-kl").get("value").stringValue()).isEqualTo("Infinity");
        assertThat(one.get("elbo").get("value").stringValue()).isEqualTo("-Infinity");
        Files.writeString(file, "x0,x1,log-density\n1e200,0,-1\n");
        JsonNode none = json("metrics", "--mixture", P, "--samples", file + "", "--metrics", "reverse-ess,forward-kl");
        assertThat(none.get("reverse-ess").get("value").doubleValue()).isZero();
        assertThat(none.get("forward-kl").get("value").stringValue()).isEqualTo("NaN");
    }

    @Test
    void twoMixturesAreComparedExactlyByBoundsAndByDraws() {
        JsonNode all = json("metrics", "--mixture", P, "--against-mixture", Q);
        assertThat(all.propertyNames())
                .containsExactly(
                        "kl",
                        "reverse-kl",
                        "kl-variational",
                        "kl-product",
                        "jensen-shannon",
                        "total-variation",
                        "squared-hellinger",
                        "chi-squared",
                        "fisher",
                        "w2",
                        "mw2",
                        "l2",
                        "cauchy-schwarz",
                        "entropy");
        is(all, "kl", 0.125);
        assertThat(all.get("kl").get("lower").doubleValue()).isEqualTo(0.125);
        assertThat(all.get("fisher").get("value").doubleValue()).isCloseTo(0.25, within(1e-13));
        is(all, "chi-squared", Math.expm1(0.25));
        is(all, "squared-hellinger", -Math.expm1(-1.0 / 32));
        assertThat(all.get("w2").get("upper").doubleValue()).isEqualTo(0.5);
        assertThat(all.get("chi-squared").get("pareto-k").doubleValue()).isLessThan(0.7);
        double overlap = 1 / (4 * Math.PI);
        assertThat(all.get("l2").get("value").doubleValue())
                .isCloseTo(Math.sqrt(2 * overlap * -Math.expm1(-1.0 / 16)), within(1e-15));
    }

    /// Under `flow` at time 1 both are the same noise.
    @Test
    void aProcessNoisesBothMixtures() {
        JsonNode end = json("metrics", "--mixture", P, "--against-mixture", Q, "--process", "flow", "--time", "1");
        assertThat(end.get("w2").get("upper").doubleValue()).isZero();
        JsonNode half = json(
                "metrics",
                "--mixture",
                P,
                "--against-mixture",
                Q,
                "--process",
                "flow",
                "--time",
                "0.5",
                "--metrics",
                "mw2");
        assertThat(half.get("mw2").get("value").doubleValue()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void threadsDoNotChangeAByte() {
        String[] words = {
            "metrics",
            "--mixture",
            "nine",
            "--against-mixture",
            "{means: [[0, 0], [3, 3]], std: 2}",
            "-n",
            "9000",
            "--threads"
        };
        assertThat(run(join(words, "1")).out()).isEqualTo(run(join(words, "2")).out());
    }

    @Test
    void energiesAreComparedWithThoseOfExactDraws() {
        String samples = sample("{means: [[0, 0]], std: 1.5}", "wide.npz");
        JsonNode all = json(
                "metrics",
                "--mixture",
                P,
                "--samples",
                samples,
                "--metrics",
                "energy-tv,energy-jsd,energy-w1,energy-w2");
        for (JsonNode each : all.values()) {
            assertThat(each.get("value").doubleValue())
                    .isGreaterThan(5 * each.get("floor").doubleValue());
        }
        assertThat(all.get("energy-w1").get("value").doubleValue()).isCloseTo(1.25, within(0.1));
    }

    @Test
    void theListNamesThemAll() {
        assertThat(run("metrics", "--list").out()).contains("energy-tv", "alpha-divergence:0.5", "cauchy-schwarz");
    }

    private String sample(String mixture, String name, String... more) {
        String file = folder.resolve(name).toString();
        run(join(
                new String[] {
                    "sample", "--mixture", mixture, "-n", "20000", "--seed", name.charAt(0) + 0 + "", "-o", file
                },
                more));
        return file;
    }

    private static JsonNode json(String... words) {
        return new JsonMapper().readTree(run(words).out());
    }

    private static Ran run(String... words) {
        Ran ran = Ran.of(words);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran;
    }

    private static String[] join(String[] words, String... more) {
        return java.util.stream.Stream.of(words, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }
}
