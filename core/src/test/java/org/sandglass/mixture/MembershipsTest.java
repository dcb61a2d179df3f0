package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.testing.RandomMixtures;

/// Responsibilities and log densities in one pass, components outermost.
class MembershipsTest {
    /// The product with an inverse and the quotient differ by an ulp or so.
    @TestFactory
    Stream<DynamicTest> membershipsAreResponsibilitiesAndLogDensities() {
        return RandomMixtures.all().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> {
                    Points x = RandomMixtures.around(c.mixture(), 1, 0.5, 75, c.seed());
                    int k = c.mixture().k();
                    double[] r = new double[k * 70];
                    double[] logDensity = new double[70];
                    c.mixture().underNoise(1, 0).memberships(x, 3, 73, r, logDensity);
                    double[] expected = c.mixture().responsibilities(x);
                    double[] density = c.mixture().underNoise(1, 0).logDensity(x);
                    for (int i = 0; i < 70; i++) {
                        assertThat(logDensity[i])
                                .isCloseTo(density[i + 3], within(1e-13 * (1 + Math.abs(density[i + 3]))));
                        for (int l = 0; l < k; l++) {
                            assertThat(r[l * 70 + i]).isCloseTo(expected[(i + 3) * k + l], within(1e-15));
                        }
                    }
                }));
    }

    @Test
    void aPointFarBeyondSquaresHasMemberships() {
        GaussianMixture mixture = GaussianMixture.equallyWeighted(
                Points.of(new double[] {0}, new double[] {1}), new Isotropic(1e-200, 1));
        double[] r = new double[2];
        mixture.underNoise(1, 0).memberships(Points.of(new double[] {3}), 0, 1, r, new double[1]);
        assertThat(r).containsExactly(0, 1);
    }

    @Test
    void rowsThatAreNotFiniteAreRefused() {
        NoisyMixture law =
                GaussianMixture.gaussian(new double[1], new Isotropic(1, 1)).underNoise(1, 0);
        Points x = Points.of(new double[] {Double.NaN}, new double[] {0});
        assertThatThrownBy(() -> law.memberships(x, 0, 2, new double[2], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("points[0][0]");
        law.memberships(x, 1, 2, new double[1], new double[1]);
    }
}
