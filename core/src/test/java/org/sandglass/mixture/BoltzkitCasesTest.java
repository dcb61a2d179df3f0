package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Reference;

/// boltzkit's diagonal mixtures, at points up to 1e160.
///
/// For more than one component its scores are wrong far away (its responsibilities do not sum to 1: by 3e-5 at
/// 1e6, by a factor up to `K` at 1e150), and NaN where a square overflows. There the truth is by 400 digits
/// (`src/test/python/boltzkit_truth.py`).
class BoltzkitCasesTest {
    static Stream<Reference> cases() {
        return Stream.concat(
                Reference.read("boltzkit_cases.json").get("cases").elements(),
                Stream.of(Reference.read("boltzkit_gmm40.json")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logDensitiesAgree(Reference c) {
        near("log_prob", mixture(c).logDensity(points(c)), c.doubles("log_prob"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void componentLogDensitiesAgree(Reference c) {
        if (!c.has("component_log_prob")) {
            return;
        }
        GaussianMixture mixture = mixture(c);
        double[][] expected = c.rows("component_log_prob");
        for (int k = 0; k < mixture.k(); k++) {
            double[] ours = GaussianMixture.gaussian(mixture.means().row(k), mixture.covariance(k))
                    .logDensity(points(c));
            int component = k;
            near(
                    "component " + k,
                    ours,
                    Arrays.stream(expected).mapToDouble(row -> row[component]).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAgreeNearTheMixture(Reference c) {
        Points x = points(c);
        double[][] theirs = c.rows("score");
        Points ours = mixture(c).score(x);
        for (int i = 0; i < x.n(); i++) {
            if (size(x.row(i)) < 1e4) {
                near("score at " + Arrays.toString(x.row(i)), ours.row(i), theirs[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAndLogDensitiesAreRightAtAnyDistance(Reference c) {
        Reference truth = truth(c);
        GaussianMixture mixture = mixture(c);
        near("log density", mixture.logDensity(points(c)), truth.doubles("log_density"), 1e-14);
        // entry by entry, also (1e150, 0) of gmm40, where one component is nearer by 1e151 in 1e300
        double[][] score = truth.rows("score");
        for (int i = 0; i < score.length; i++) {
            near("score " + i, mixture.score(points(c)).row(i), score[i], 1e-10);
        }
    }

    @Test
    void thePeersScoreIsWrongByAFactorOfFortyAt1e150() {
        Reference gmm40 = Reference.read("boltzkit_gmm40.json");
        double[][] x = gmm40.rows("points");
        int far = java.util.stream.IntStream.range(0, x.length)
                .filter(i -> x[i][0] == 1e150)
                .findFirst()
                .orElseThrow();
        assertThat(gmm40.rows("score")[far][0]
                        / mixture(gmm40).score(points(gmm40)).get(far, 0))
                .isCloseTo(40, within(1e-9));
    }

    private static Reference truth(Reference c) {
        String name = c.has("name") ? c.text("name") : "gmm40";
        return Reference.read("boltzkit_mpmath.json")
                .get("cases")
                .elements()
                .filter(t -> t.text("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double size(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElseThrow();
    }

    private static Points points(Reference c) {
        return Points.of(c.rows("points"));
    }

    private static GaussianMixture mixture(Reference c) {
        List<Diagonal> covariances =
                Arrays.stream(c.rows("diag_stds")).map(Diagonal::of).toList();
        double[] logits = c.doubles(c.has("logits_given") ? "logits_given" : "logits_normalised");
        return GaussianMixture.ofLogits(logits, Points.of(c.rows("means")), covariances);
    }
}
