package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Reference;

/// Log densities and scores against arithmetic of 60 digits or more (`src/test/python/hard_points.py`).
///
/// The bounds, with `u = 2⁻⁵³`: `|Δ ln p| ≤ 1e-13 (1 + Σ|terms of the winning component|)` and `‖Δ score‖ ≤
/// 1e-11 ‖score‖ + 8u max|lₖ| max‖sₖ − sₗ‖`, both maxima over the components that matter. Plain doubles cannot
/// do better near a far tie: a relative error `u` in `lₖ` moves the responsibilities by `u|lₖ|`.
class HardPointsTest {
    private static final double U = 0x1p-53;

    @TestFactory
    Stream<DynamicTest> agreeWithSixtyDigits() {
        return Reference.read("hard_points.json.gz")
                .get("cases")
                .elements()
                .map(c -> DynamicTest.dynamicTest(c.text("id"), () -> check(c)));
    }

    @Test
    void thereAreMoreThanTwoHundredPoints() {
        assertThat(Reference.read("hard_points.json.gz").get("header").number("points"))
                .isGreaterThan(200);
    }

    private static void check(Reference c) {
        NoisyMixture law = mixture(c).underNoise(c.number("a"), c.number("b"));
        Points x = Points.of(c.rows("points"));
        double[] logDensity = c.doubles("log_density");
        double[] terms = c.doubles("terms");
        double[] spread = c.doubles("spread");
        double[][] score = c.rows("score");
        double[] ourLog = law.logDensity(x);
        Points ourScore = law.score(x);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < x.n(); i++) {
            double logRatio =
                    ourLog[i] == logDensity[i] ? 0 : Math.abs(ourLog[i] - logDensity[i]) / (1e-13 * (1 + terms[i]));
            double size = norm(score[i]);
            double bound = 1e-11 * size + 8 * U * spread[i];
            double difference = distance(ourScore.row(i), score[i]);
            double scoreRatio = difference == 0 ? 0 : difference / bound;
            if (System.getProperty("hard.report") != null) {
                System.out.printf("%-30s %d log %.3f score %.3g%n", c.text("id"), i, logRatio, scoreRatio);
            }
            if (!(logRatio <= 1) || !(scoreRatio <= 1)) {
                failures.add("point " + i + ": ln p " + ourLog[i] + " for " + logDensity[i] + " (" + logRatio
                        + " of the bound), score off by " + difference + " of " + size + " (" + scoreRatio
                        + " of the bound)");
            }
        }
        assertThat(failures).isEmpty();
    }

    static GaussianMixture mixture(Reference c) {
        Points means = Points.of(c.rows("means"));
        List<Covariance> covariances = c.get("covariances")
                .elements()
                .map(v -> covariance(c.text("structure"), v, means.d()))
                .toList();
        if (covariances.size() < means.n()) {
            covariances = java.util.Collections.nCopies(means.n(), covariances.getFirst());
        }
        return GaussianMixture.ofWeights(c.doubles("weights"), means, covariances);
    }

    private static Covariance covariance(String structure, Reference v, int d) {
        return switch (structure) {
            case "isotropic" -> new Isotropic(v.number(), d);
            case "diagonal" -> Diagonal.of(v.doubles());
            case "full" -> Spectral.of(v.doubles(), d);
            case "low-rank" -> LowRank.of(v.doubles("factor"), v.rows("factor")[0].length, v.doubles("noise_stds"));
            default -> throw new IllegalArgumentException(structure);
        };
    }

    private static double norm(double[] v) {
        double norm = 0;
        for (double value : v) {
            norm = Math.hypot(norm, value);
        }
        return norm;
    }

    private static double distance(double[] v, double[] w) {
        double norm = 0;
        for (int j = 0; j < v.length; j++) {
            norm = Math.hypot(norm, v[j] == w[j] ? 0 : v[j] - w[j]);
        }
        return norm;
    }
}
