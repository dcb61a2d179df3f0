package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Near;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Case;

class RelativeCovarianceTest {
    private static final double[][] LEVELS = {{1, 1e-3}, {0.9, 0.3}, {0.5, 0.5}, {0.3, 0.9}, {1e-3, 1}, {1, 80}};

    static Stream<Case> mixtures() {
        return RandomMixtures.small().stream();
    }

    /// The entries of the covariance come from sums over components of terms of its size; 1e-11 of it are
    /// 1e5 ulps.
    @ParameterizedTest
    @MethodSource("mixtures")
    void itIsThePosteriorCovarianceInItsUnit(Case mixture) {
        for (double[] level : LEVELS) {
            double a = level[0];
            double b = level[1];
            NoisyMixture law = mixture.mixture().underNoise(a, b);
            Points x = RandomMixtures.around(mixture.mixture(), a, b, 5, 3);
            for (int i = 0; i < x.n(); i++) {
                double[] expected = law.posteriorCovariance(x.row(i));
                for (int j = 0; j < expected.length; j++) {
                    expected[j] *= 1 + a / b * (a / b);
                }
                double[] actual = law.relativeCovarianceTimes(identity(x.d()))
                        .at(x.row(i))
                        .data();
                Near.nearAsWhole(mixture + ", a=" + a + ", b=" + b, actual, expected, 1e-11, 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void withoutNoiseItIsTheIdentity(Case mixture) {
        int d = mixture.mixture().d();
        Points actual = mixture.mixture()
                .underNoise(0.7, 0)
                .relativeCovarianceTimes(identity(d))
                .at(new double[d]);
        Near.near("at b=0", actual.data(), identity(d).data(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void withoutSignalItIsTheCovarianceOfTheMixture(Case mixture) {
        int d = mixture.mixture().d();
        Points actual = mixture.mixture()
                .underNoise(0, 2)
                .relativeCovarianceTimes(identity(d))
                .at(new double[d]);
        Near.nearAsWhole("at a=0", actual.data(), mixture.mixture().covariance(), 1e-12, 0);
    }

    @Test
    void refusesAVectorOfAnotherDimension() {
        NoisyMixture law =
                GaussianMixture.gaussian(new double[] {0}, new Isotropic(1, 1)).underNoise(1, 1);
        assertThatThrownBy(() -> law.relativeCovarianceTimes(Points.zeros(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }

    private static Points identity(int d) {
        Points rows = Points.zeros(d, d);
        for (int j = 0; j < d; j++) {
            rows.data()[j * d + j] = 1;
        }
        return rows;
    }
}
