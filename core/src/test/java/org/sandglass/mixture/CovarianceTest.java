package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;

/// Every structure against plain matrices.
class CovarianceTest {
    static Stream<Covariance> covariances() {
        return Arrays.stream(Structure.values())
                .flatMap(s -> Stream.of(1, 2, 6, 15)
                        .map(d -> RandomMixtures.of(s, d, 1, d).mixture().covariance(0)));
    }

    @ParameterizedTest
    @MethodSource("covariances")
    void scaledPlusIsThatOfTheMatrix(Covariance c) {
        nearAsWhole("a²Σ + b²I", c.scaledPlus(0.6, 0.8).matrix(), plus(c.matrix(), 0.36, 0.64), 1e-14, 0);
        nearAsWhole("b²I", c.scaledPlus(0, 0.8).matrix(), plus(c.matrix(), 0, 0.64), 1e-15, 0);
        assertThat(c.scaledPlus(0.6, 0.8).getClass()).isEqualTo(c.getClass());
    }

    /// `b²Σ(a²Σ + b²I)⁻¹`.
    @ParameterizedTest
    @MethodSource("covariances")
    void givenNoisyLookIsThatOfTheMatrix(Covariance c) {
        int d = c.d();
        DMatrixRMaj sum = DMatrixRMaj.wrap(d, d, plus(c.matrix(), 0.36, 0.64));
        CommonOps_DDRM.invert(sum);
        DMatrixRMaj expected = CommonOps_DDRM.mult(DMatrixRMaj.wrap(d, d, c.matrix()), sum, null);
        CommonOps_DDRM.scale(0.64, expected);
        nearAsWhole("given a look", c.givenNoisyLook(0.6, 0.8).matrix(), expected.data, 1e-12, 0);
        nearAsWhole("nothing seen", c.givenNoisyLook(0, 1).matrix(), c.matrix(), 1e-14, 0);
        nearAsWhole("all seen", c.givenNoisyLook(1, 0).matrix(), new double[d * d], 0, 0);
    }

    @ParameterizedTest
    @MethodSource("covariances")
    void tracesAndDeterminantAreThoseOfTheMatrix(Covariance c) {
        int d = c.d();
        DMatrixRMaj m = DMatrixRMaj.wrap(d, d, c.matrix());
        assertThat(c.trace()).isCloseTo(CommonOps_DDRM.trace(m), within(1e-14 * c.trace()));
        assertThat(c.logDeterminant()).isCloseTo(Math.log(CommonOps_DDRM.det(m)), within(1e-11));
        CommonOps_DDRM.invert(m);
        assertThat(c.precisionTrace()).isCloseTo(CommonOps_DDRM.trace(m), within(1e-11 * c.precisionTrace()));
        assertThat(c.positiveDefinite()).isTrue();
    }

    /// A noise far below the factor: `tr Σ⁻¹ → Σ 1/nⱼ² (1 − qⱼ²)` with `d − R` directions left to the noise.
    @Test
    void lowRankKeepsItsDigitsWhereTheFactorDominates() {
        LowRank c = LowRank.of(new double[] {1, 1}, 1, 1e-8, 1e-8);
        // eigenvalues 2 + 1e-16 and 1e-16
        assertThat(c.logDeterminant()).isCloseTo(Math.log(2) - 16 * Math.log(10), within(1e-14 * 40));
        assertThat(c.precisionTrace()).isCloseTo(1e16, within(1e16 * 1e-15));
    }

    @Test
    void aFullMatrixGivesBackItsStandardDeviations() {
        Spectral c = Spectral.of(new double[] {5, 3, 3, 5}, 2);
        double[] stds = c.stds();
        Arrays.sort(stds);
        assertThat(stds[0]).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(stds[1]).isCloseTo(Math.sqrt(8), within(1e-15));
        assertThat(c.vectors()).hasSize(4);
    }

    /// Graded from 1e-12 to 1e12: in any order of the coordinates both standard deviations keep their digits.
    @Test
    void gradedMatricesKeepTheirSmallStandardDeviations() {
        for (double[] m : List.of(new double[] {1e24, 0.5, 0.5, 1e-24}, new double[] {1e-24, 0.5, 0.5, 1e24})) {
            double[] stds = Spectral.of(m, 2).stds();
            Arrays.sort(stds);
            // det = 1 − 1/4, and the larger variance is 1e24 to 48 digits
            assertThat(stds[0]).isCloseTo(Math.sqrt(0.75) * 1e-12, within(1e-27));
            assertThat(stds[1]).isCloseTo(1e12, within(1e-3));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3|2 x 2 covariance needs 4 numbers, got 3",
                "1,2,2.1,9|[1][0] is 2.1 but [0][1] is 2.0",
                "1,NaN,2,9|[1][0] must be finite",
                "1,2,2,1|not positive definite",
                "1,1,1,1|not positive definite",
                "0,0,0,1|not positive definite",
                "-1,0,0,1|smallest eigenvalue is -1.0"
            })
    void badMatricesAreRefusedWithTheirEntry(String numbers, String message) {
        double[] matrix = Arrays.stream(numbers.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThatThrownBy(() -> Spectral.of(matrix, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void badStandardDeviationsAreRefusedWithTheirIndex() {
        assertThatThrownBy(() -> new Isotropic(-1, 2)).hasMessage("std must be finite and >= 0, got -1.0");
        assertThatThrownBy(() -> new Isotropic(1, 0)).hasMessage("d must be >= 1, got 0");
        assertThatThrownBy(() -> Diagonal.of(1, Double.NaN)).hasMessage("stds[1] must be finite and >= 0, got NaN");
        assertThatThrownBy(Diagonal::of).hasMessage("stds needs at least one entry");
        assertThatThrownBy(() -> LowRank.of(new double[] {1, 2}, 1, 1, 0))
                .hasMessage("noiseStds[1] must be finite and > 0, got 0.0");
        assertThatThrownBy(() -> LowRank.of(new double[] {1}, 1, 1, 1)).hasMessageContaining("2 x 1 numbers, got 1");
        assertThatThrownBy(() -> LowRank.of(new double[] {1, Double.NaN}, 1, 1, 1))
                .hasMessage("factor[1][0] must be finite, also in units of its noise 1.0, got NaN");
        assertThatThrownBy(() -> LowRank.of(new double[] {1, 1e300}, 1, 1, 1e-300))
                .hasMessageContaining("factor[1][0]");
    }

    @Test
    void equalNumbersAreEqualCovariances() {
        assertThat(Spectral.of(new double[] {5, 3, 3, 5}, 2)).isEqualTo(Spectral.of(new double[] {5, 3, 3, 5}, 2));
        assertThat(LowRank.of(new double[] {1, 2}, 1, 1, 1)).isEqualTo(LowRank.of(new double[] {1, 2}, 1, 1, 1));
        assertThat(Diagonal.of(1, 2)).isEqualTo(Diagonal.of(1, 2)).hasSameHashCodeAs(Diagonal.of(1, 2));
        assertThat(Diagonal.of(1, 2)).isNotEqualTo(Diagonal.of(1, 3));
    }

    private static double[] plus(double[] matrix, double scale, double diagonal) {
        int d = (int) Math.round(Math.sqrt(matrix.length));
        double[] out = new double[matrix.length];
        Arrays.setAll(out, i -> scale * matrix[i] + (i % (d + 1) == 0 ? diagonal : 0));
        return out;
    }
}
