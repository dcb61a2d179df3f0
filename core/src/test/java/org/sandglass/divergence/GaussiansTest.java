package org.sandglass.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;
import org.sandglass.testing.Near;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;
import org.sandglass.testing.Reference;

/// Closed forms between two Gaussians.
class GaussiansTest {
    private static final Reference PAIRS = Reference.read("divergences.json").get("pairs");

    /// Relative to 1e-8 of the value itself, not of `1 + |value|`: the nearly equal pair is at 1e-12.
    @TestFactory
    Stream<DynamicTest> numbersAreThoseOfSixtyDigits() {
        return PAIRS.elements()
                .map(c -> DynamicTest.dynamicTest(c.text("name"), () -> {
                    double[] m = c.doubles("m");
                    double[] n = c.doubles("n");
                    Covariance sigma = Spectral.of(c.doubles("sigma"), m.length);
                    Covariance lambda = Spectral.of(c.doubles("lambda"), m.length);
                    is("W2²", Gaussians.squaredW2(m, sigma, n, lambda), c.number("squared_w2"));
                    is("KL", Gaussians.kl(m, sigma, n, lambda), c.number("kl"));
                    is("Bhattacharyya", Gaussians.bhattacharyya(m, sigma, n, lambda), c.number("bhattacharyya"));
                    is("Fisher", Gaussians.fisher(m, sigma, n, lambda), c.number("fisher"));
                    is("overlap", Gaussians.logOverlap(m, sigma, n, lambda), c.number("log_overlap"));
                    if (c.has("pot_w2")) {
                        Near.near("POT", Math.sqrt(Gaussians.squaredW2(m, sigma, n, lambda)), c.number("pot_w2"));
                    }
                }));
    }

    private static void is(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
    }

    /// Every structure, turned into a full matrix, is at the same distances; 1e-9 for conditions up to 1e5.
    @Test
    void structuresAgreeWithTheirMatrices() {
        List<GaussianMixture> all = Stream.of(Structure.values())
                .map(s -> RandomMixtures.of(s, 3, 4, 11).mixture())
                .toList();
        for (GaussianMixture p : all) {
            for (GaussianMixture q : all) {
                compare(p, q);
            }
        }
    }

    private static void compare(GaussianMixture p, GaussianMixture q) {
        double[] m = p.means().row(1);
        double[] n = q.means().row(2);
        Covariance sigma = p.covariance(1);
        Covariance lambda = q.covariance(2);
        Covariance fullSigma = Spectral.of(sigma.matrix(), 3);
        Covariance fullLambda = Spectral.of(lambda.matrix(), 3);
        double[] given = {
            Gaussians.kl(m, sigma, n, lambda),
            Gaussians.chernoff(0.3, m, sigma, n, lambda),
            Gaussians.fisher(m, sigma, n, lambda),
            Gaussians.logOverlap(m, sigma, n, lambda),
            Gaussians.squaredW2(m, sigma, n, lambda)
        };
        double[] full = {
            Gaussians.kl(m, fullSigma, n, fullLambda),
            Gaussians.chernoff(0.3, m, fullSigma, n, fullLambda),
            Gaussians.fisher(m, fullSigma, n, fullLambda),
            Gaussians.logOverlap(m, fullSigma, n, fullLambda),
            Gaussians.squaredW2(m, fullSigma, n, fullLambda)
        };
        Near.near(sigma + " and " + lambda, given, full, 1e-9);
    }

    @Test
    void equalGaussiansAreAtDistanceZeroExactly() {
        for (Structure structure : Structure.values()) {
            GaussianMixture p = RandomMixtures.of(structure, 3, 4, 5).mixture();
            for (int k = 0; k < 4; k++) {
                double[] m = p.means().row(k);
                Covariance sigma = p.covariance(k);
                assertThat(Gaussians.kl(m, sigma, m, sigma)).isZero();
                assertThat(Gaussians.bhattacharyya(m, sigma, m, sigma)).isZero();
                assertThat(Gaussians.squaredW2(m, sigma, m, sigma)).isZero();
                assertThat(Gaussians.fisher(m, sigma, m, sigma)).isZero();
            }
        }
    }

    /// The same matrix in two structures, so that nothing says they are equal: the naive `tr Σ + tr Λ − 2
    /// tr √·` would leave 1e-8 in `W₂`.
    @Test
    void theSameMatrixInAnotherFormIsNotFarAway() {
        LowRank lowRank = LowRank.of(new double[] {1, 2, 3, -1, 0.5, 1}, 2, 0.1, 0.2, 0.3);
        Spectral spectral = Spectral.of(lowRank.matrix(), 3);
        assertThat(Math.sqrt(Gaussians.squaredBures(lowRank, spectral))).isLessThan(1e-14);
        assertThat(Gaussians.kl(new double[3], lowRank, new double[3], spectral))
                .isLessThan(1e-25);
    }

    @Test
    void pointsHaveTransportAndNoDivergence() {
        Covariance point = new Isotropic(0, 2);
        Covariance wide = Diagonal.of(3, 4);
        assertThat(Gaussians.squaredW2(new double[] {1, 0}, point, new double[] {0, 0}, wide))
                .isEqualTo(26);
        assertThatThrownBy(() -> Gaussians.kl(new double[2], point, new double[2], wide))
                .hasMessageContaining("positive definite");
        assertThatThrownBy(() -> Gaussians.kl(new double[2], wide, new double[3], wide))
                .hasMessageContaining("one dimension");
        assertThatThrownBy(() -> Gaussians.chernoff(1.5, new double[2], wide, new double[2], wide))
                .hasMessageContaining("alpha must be in [0, 1], got 1.5");
    }

    @Test
    void chernoffsDivergenceVanishesAtItsEndsAndIsSteepAsKl() {
        GaussianMixture p = RandomMixtures.of(Structure.FULL, 3, 2, 8).mixture();
        double[] m = p.means().row(0);
        double[] n = p.means().row(1);
        Covariance s = p.covariance(0);
        Covariance l = p.covariance(1);
        assertThat(Gaussians.chernoff(0, m, s, n, l)).isZero();
        assertThat(Gaussians.chernoff(1, m, s, n, l)).isZero();
        double slope = Gaussians.chernoff(1e-7, m, s, n, l) / 1e-7;
        assertThat(slope).isCloseTo(Gaussians.kl(m, s, n, l), within(1e-4 * slope));
    }

    @Test
    void smallExcessesKeepTheirDigits() {
        for (double x : new double[] {1e-300, 1e-160, -1e-9, 1e-5, -0.01, 0.1, -0.2499, 0.2499}) {
            double direct = 0;
            for (int k = 60; k >= 2; k--) {
                direct = (k % 2 == 0 ? 1.0 : -1.0) / k + x * direct;
            }
            assertThat(Logs.excess(x)).isCloseTo(x * x * direct, within(4e-16 * Math.abs(x * x * direct)));
        }
        assertThat(Logs.half(0)).isZero();
        assertThat(Arrays.stream(new double[] {-800, -1, 1, 800})
                        .map(Logs::half)
                        .toArray())
                .containsExactly(
                        new double[] {
                            Math.log(2),
                            -Math.log((1 + Math.exp(-1)) / 2),
                            -Math.log((1 + Math.E) / 2),
                            Math.log(2) - 800
                        },
                        within(1e-13));
    }
}
