package org.sandglass.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Triangular square roots.
class TriangularTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40})
    void choleskySquaresToTheMatrix(int m) {
        DMatrixRMaj g = RandomMatrices_DDRM.rectangle(m, m + 2, new Random(m));
        DMatrixRMaj square = Matrices.timesTranspose(g, g);
        DMatrixRMaj l = Triangular.cholesky(square, "the square");
        assertThat(MatrixFeatures_DDRM.isLowerTriangle(l, 0, 0)).isTrue();
        close(Matrices.timesTranspose(l, l), square, 1e-15 * m * m);
    }

    /// `det Hₙ = cₙ⁴/c₂ₙ`, `cₙ = Π_{i<n} i!`; times `lcm(1 … 15)` all entries of `H₈` are whole. Its condition
    /// is 1.5e10, of which a factorisation in doubles would lose `ln det` to 1e-6; the roundings of `L` cost
    /// `√1.5e10·2⁻⁵³ = 1.4e-11`.
    @Test
    void theHilbertMatrixKeepsTenDigits() {
        int n = 8;
        DMatrixRMaj hilbert = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hilbert.set(i, j, 360360.0 / (i + j + 1));
            }
        }
        double expected = 4 * logSuperfactorial(n) - logSuperfactorial(2 * n) + n * Math.log(360360);
        double actual = Triangular.logDeterminantOfSquare(Triangular.cholesky(hilbert, "the Hilbert matrix"));
        assertThat(actual).isCloseTo(expected, within(2e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void aFactorOfAnyWidthGivesTheSameSquare(int columns) {
        DMatrixRMaj g = RandomMatrices_DDRM.rectangle(4, columns, new Random(columns));
        DMatrixRMaj t = Triangular.ofFactor(g);
        close(Matrices.timesTranspose(t, t), Matrices.timesTranspose(g, g), 1e-14);
        for (int i = 0; i < 4; i++) {
            assertThat(t.get(i, i)).isGreaterThanOrEqualTo(0);
        }
        assertThat(Triangular.singularToRounding(t)).isEqualTo(columns < 4);
    }

    @Test
    void bothSolutionsAreInverses() {
        DMatrixRMaj t = Triangular.ofFactor(RandomMatrices_DDRM.rectangle(5, 7, new Random(1)));
        DMatrixRMaj b = RandomMatrices_DDRM.rectangle(5, 2, new Random(2));
        close(Matrices.times(t, Triangular.solve(t, b)), b, 1e-14);
        close(Matrices.transposeTimes(t, Triangular.solveTransposed(t, b)), b, 1e-14);
    }

    @Test
    void anIndefiniteMatrixIsRefusedWithItsPivot() {
        DMatrixRMaj indefinite = new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}});
        assertThatThrownBy(() -> Triangular.cholesky(indefinite, "the covariance"))
                .isInstanceOf(NumericalException.class)
                .hasMessage("the covariance is not positive definite (pivot 1 is -3.0)");
    }

    private static double logSuperfactorial(int n) {
        double sum = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 2; j <= i; j++) {
                sum += Math.log(j);
            }
        }
        return sum;
    }

    private static void close(DMatrixRMaj actual, DMatrixRMaj expected, double tolerance) {
        for (int i = 0; i < expected.getNumElements(); i++) {
            assertThat(actual.data[i])
                    .isCloseTo(expected.data[i], within(tolerance * (1 + Math.abs(expected.data[i]))));
        }
    }
}
