package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sandglass.mixture.Covariance;

/// Our own families.
class RandomMixtureTest {
    private static RandomMixture mixture(RandomMixture.Shape shape, long seed) {
        return new RandomMixture(6, 7, -5, 3, 0.1, 2, shape, RandomMixture.Weights.RANDOM, seed);
    }

    @ParameterizedTest
    @EnumSource
    void aSeedGivesOneMixtureAndAnotherSeedAnother(RandomMixture.Shape shape) {
        Target target = mixture(shape, 1).target();
        assertThat(target.means().data())
                .containsExactly(mixture(shape, 1).target().means().data());
        assertThat(target.spread()).isEqualTo(mixture(shape, 1).target().spread());
        assertThat(target.spread()).isNotEqualTo(mixture(shape, 2).target().spread());
        assertThat(target.weighting()).isNotEqualTo(mixture(shape, 2).target().weighting());
    }

    @ParameterizedTest
    @EnumSource
    void meansAndWidthsStayInTheirRanges(RandomMixture.Shape shape) {
        Target target = mixture(shape, 3).target();
        assertThat(Arrays.stream(target.means().data()).filter(mean -> mean < -5 || mean >= 3))
                .isEmpty();
        for (Covariance covariance : target.mixture().covariances()) {
            double mean = covariance.trace() / 6;
            assertThat(mean).isBetween(0.01, 4.0);
            assertThat(covariance.logDeterminant()).isBetween(12 * Math.log(0.1), 12 * Math.log(2));
        }
    }

    /// Turning changes neither traces nor determinants: full and diagonal share their draws.
    @Test
    void fullCovariancesAreDiagonalOnesTurned() {
        List<Covariance> full =
                mixture(RandomMixture.Shape.FULL, 4).target().mixture().covariances();
        List<Covariance> diagonal =
                mixture(RandomMixture.Shape.DIAGONAL, 4).target().mixture().covariances();
        for (int k = 0; k < 7; k++) {
            assertThat(full.get(k).trace()).isCloseTo(diagonal.get(k).trace(), within(1e-13));
            assertThat(full.get(k).logDeterminant()).isCloseTo(diagonal.get(k).logDeterminant(), within(1e-11));
            assertThat(full.get(k).matrix()[1]).isNotZero();
        }
    }

    @Test
    void aGridStandsAroundTheOriginFirstCoordinateOutermost() {
        Target grid = RegularMixtures.grid(3, 2, 4, 0.5);
        assertThat(grid.k()).isEqualTo(8);
        assertThat(grid.means().row(1)).containsExactly(-2, -2, 2);
        assertThat(Arrays.stream(grid.means().data()).sum()).isZero();
    }

    @Test
    void aRingStartsAtItsPhase() {
        Target ring = RegularMixtures.ring(4, 2, 0.1, Math.PI / 2);
        assertThat(ring.means().row(0)[1]).isEqualTo(2);
        assertThat(ring.means().row(1)[0]).isEqualTo(-2);
    }
}
