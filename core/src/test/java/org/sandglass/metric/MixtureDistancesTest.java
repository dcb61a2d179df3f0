package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;
import org.sandglass.random.RandomStreams;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.Reference;

/// Mean distances of a mixture against 40 digits, closed forms and draws.
class MixtureDistancesTest {
    private static final Reference TRUTH = Reference.read("metric_distances.json");

    /// Each term is good to some ulp; the worst sums have a few hundred.
    @Test
    void theMeanOfANoncentralChiHasThirteenDigits() {
        TRUTH.get("noncentral_chi").elements().forEach(c -> {
            double expected = c.number("mean");
            assertThat(new NoncentralChi((int) c.number("d")).mean(c.number("r")))
                    .as("d = %s, r = %s", c.number("d"), c.number("r"))
                    .isCloseTo(expected, within(1e-13 * expected));
        });
    }

    @Test
    void theMeanNormOfAnyGaussianHasThirteenDigits() {
        TRUTH.get("mean_norm").elements().forEach(c -> {
            double[] variances = c.doubles("variances");
            double[] squares = c.doubles("squares");
            double expected = c.number("mean");
            for (double factor : new double[] {1, 30, 1e6}) {
                double largest = factor
                        * (Arrays.stream(variances).sum()
                                + Arrays.stream(squares).sum());
                double[] ones = new double[variances.length];
                Arrays.fill(ones, 1);
                assertThat(new MeanNorm(variances, ones, largest).of(squares))
                        .as("%s, table for %s", c, largest)
                        .isCloseTo(expected, within(1e-13 * expected));
            }
        });
    }

    /// `E|x − Y| = s√(2/π) e^(−r²/2) + (x − μ)(2Φ(r) − 1)`, `r = (x − μ)/s`.
    @Test
    void onALineTheMeanDistanceIsTheFoldedNormal() {
        GaussianMixture mixture = GaussianMixture.ofWeights(
                new double[] {0.2, 0.8, 0},
                Points.of(new double[] {-1}, new double[] {3}, new double[] {1e5}),
                List.of(new Isotropic(0.5, 1), new Isotropic(2, 1), new Isotropic(1, 1)));
        for (double x : new double[] {-50, -1, 0, 2.2, 1e7}) {
            double expected = 0.2 * folded(x + 1, 0.5) + 0.8 * folded(x - 3, 2);
            assertThat(new MixtureDistances(mixture).from(Points.of(new double[] {x}), Loop.HERE)[0])
                    .isCloseTo(expected, within(1e-13 * expected));
        }
        double within = 0.04 * folded(0, 0.5 * Math.sqrt(2))
                + 0.64 * folded(0, 2 * Math.sqrt(2))
                + 0.32 * folded(4, Math.sqrt(4.25));
        near("E|Y − Y'|", new MixtureDistances(mixture).within(Loop.HERE), within);
    }

    private static double folded(double gap, double s) {
        double r = gap / s;
        return s * Math.sqrt(2 / Math.PI) * Math.exp(-r * r / 2) + gap * Erf.erf(r / Math.sqrt(2));
    }

    @Test
    void exactPointsAreAtTheirDistance() {
        GaussianMixture points = GaussianMixture.equallyWeighted(
                Points.of(new double[] {0, 0}, new double[] {3, 4}), new Isotropic(0, 2));
        assertThat(new MixtureDistances(points).from(Points.of(new double[] {0, 0}), Loop.HERE))
                .containsExactly(2.5);
        assertThat(new MixtureDistances(points).within(Loop.HERE)).isEqualTo(2.5);
    }

    /// The same law in three structures; they are computed by series, by axes and by a factorisation.
    @Test
    void theStructureOfACovarianceDoesNotMatter() {
        Points means = Points.of(new double[] {1, 2, 3}, new double[] {-1, 0, 2});
        double[] round = {4, 0, 0, 0, 4, 0, 0, 0, 4};
        Points x = Points.of(new double[] {0, 0, 0}, new double[] {5, -2, 1}, new double[] {1, 2, 3});
        GaussianMixture isotropic = GaussianMixture.equallyWeighted(means, new Isotropic(2, 3));
        GaussianMixture full = GaussianMixture.equallyWeighted(means, Spectral.of(round, 3));
        GaussianMixture lowRank =
                GaussianMixture.equallyWeighted(means, LowRank.of(new double[] {1, 0, 0}, 1, Math.sqrt(3), 2, 2));
        double[] expected = new MixtureDistances(isotropic).from(x, Loop.HERE);
        near("full", new MixtureDistances(full).from(x, Loop.HERE), expected, 1e-13);
        near("low rank", new MixtureDistances(lowRank).from(x, Loop.HERE), expected, 1e-13);
        near("within", new MixtureDistances(full).within(Loop.HERE), new MixtureDistances(isotropic).within(Loop.HERE));
    }

    /// 20 random mixtures, two numbers each, 20 000 draws: |z| > 5 by chance in one of 40 has odds of
    /// 2e-5.
    @TestFactory
    Stream<DynamicTest> drawsAgree() {
        return RandomMixtures.small().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> {
                    GaussianMixture mixture = c.mixture();
                    Points y = mixture.sample(20_000, RandomStreams.of(c.seed()));
                    Points z = mixture.sample(20_000, RandomStreams.of(c.seed() + 1));
                    Points x = RandomMixtures.around(mixture, 1, 1, 1, c.seed());
                    double[] fromX = new double[y.n()];
                    double[] within = new double[y.n()];
                    for (int i = 0; i < y.n(); i++) {
                        fromX[i] = Rows.distance(x, 0, y, i);
                        within[i] = Rows.distance(y, i, z, i);
                    }
                    MixtureDistances exact = new MixtureDistances(mixture);
                    agrees(exact.from(x, Loop.HERE)[0], Estimate.ofMean(fromX));
                    agrees(exact.within(Loop.HERE), Estimate.ofMean(within));
                }));
    }

    private static void agrees(double exact, Estimate drawn) {
        assertThat((drawn.value() - exact) / drawn.standardError())
                .as("z of %s for %s", drawn, exact)
                .isBetween(-5.0, 5.0);
    }
}
