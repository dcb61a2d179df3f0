package org.sandglass.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rotations that make rows orthogonal and keep `GᵀG`.
class OneSidedJacobiTest {
    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "2,2", "3,3", "10,10", "50,50", "200,200", "5,40", "3,2", "40,5"})
    void rowsBecomeOrthogonalAndTheirProductStays(int count, int length) {
        double[] rows =
                new Random(count + length).doubles((long) count * length, -1, 1).toArray();
        double[] before = product(rows, count, length);
        OneSidedJacobi.orthogonalise(rows, count, length);
        double[] after = product(rows, count, length);
        for (int i = 0; i < length * length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(2e-15 * Math.max(count, 5) * count));
        }
        assertOrthogonal(rows, count, length);
    }

    /// Standard deviations from 1e-12 to 1e12, in either order.
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 60})
    void gradedRowsBecomeOrthogonalToEachOnesOwnSize(int d) {
        Random random = new Random(d);
        for (double first : new double[] {1e-12, 1e12}) {
            double[] rows = new double[d * d];
            for (int i = 0; i < d; i++) {
                double scale = Math.pow(first, 1 - 2.0 * i / (d - 1));
                for (int j = 0; j < d; j++) {
                    rows[i * d + j] = scale * random.nextGaussian();
                }
            }
            OneSidedJacobi.orthogonalise(rows, d, d);
            assertOrthogonal(rows, d, d);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1, 1e160, 1e300})
    void nothingOverflowsOrVanishes(double scale) {
        double[] rows = {3 * scale, 4 * scale, 4 * scale, 3 * scale};
        OneSidedJacobi.orthogonalise(rows, 2, 2);
        double[] lengths = {OneSidedJacobi.norm(rows, 0, 2) / scale, OneSidedJacobi.norm(rows, 1, 2) / scale};
        Arrays.sort(lengths);
        assertThat(lengths[0]).isCloseTo(1, within(1e-15));
        assertThat(lengths[1]).isCloseTo(7, within(1e-14));
    }

    /// As with columns of a factor that repeat: what is left of the others is 0, not noise that never settles.
    @Test
    void dependentRowsBecomeZero() {
        double[] rows = {1, 2, 3, 2, 4, 6, -1, -2, -3, 0, 0, 0, 1, 0, 0};
        OneSidedJacobi.orthogonalise(rows, 5, 3);
        double[] lengths = new double[5];
        Arrays.setAll(lengths, i -> OneSidedJacobi.norm(rows, i, 3));
        Arrays.sort(lengths);
        assertThat(lengths).startsWith(0, 0, 0);
        // two directions remain; Σ s² = ‖G‖² = 85, Π s² = det of the 2 × 2 products = 6·13
        assertThat(lengths[3] * lengths[3] + lengths[4] * lengths[4]).isCloseTo(85, within(1e-13));
        assertThat(lengths[3] * lengths[4]).isCloseTo(Math.sqrt(78), within(1e-13));
    }

    @Test
    void rowsOfAllZerosStay() {
        double[] rows = new double[6];
        OneSidedJacobi.orthogonalise(rows, 2, 3);
        assertThat(rows).containsOnly(0);
    }

    @Test
    void entriesThatAreNotNumbersAreRefused() {
        assertThatThrownBy(() -> OneSidedJacobi.orthogonalise(new double[] {1, Double.NaN, 2, 3}, 2, 2))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> OneSidedJacobi.orthogonalise(new double[] {1, Double.POSITIVE_INFINITY, 2, 3}, 2, 2))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("finite");
    }

    private static void assertOrthogonal(double[] rows, int count, int length) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double size = OneSidedJacobi.norm(rows, i, length) * OneSidedJacobi.norm(rows, j, length);
                double dot = 0;
                for (int k = 0; k < length; k++) {
                    dot = Math.fma(rows[i * length + k], rows[j * length + k], dot);
                }
                assertThat(Math.abs(dot))
                        .as("rows %d and %d", i, j)
                        .isLessThanOrEqualTo(2 * 0x1p-52 * Math.sqrt(length) * size);
            }
        }
    }

    private static double[] product(double[] rows, int count, int length) {
        double[] out = new double[length * length];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                for (int j = 0; j < length; j++) {
                    out[i * length + j] += rows[k * length + i] * rows[k * length + j];
                }
            }
        }
        return out;
    }
}
