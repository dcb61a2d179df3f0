package org.sandglass.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/// Lower triangular square roots `T` of positive matrices, `T Tᵀ = M`, and what one does with them.
///
/// Matrices are EJML's dense row-major `DMatrixRMaj`. Nothing here is kept or shared: every result is new.
public final class Triangular {
    private Triangular() {}

    /// The Cholesky factor `L` of a symmetric matrix, `L Lᵀ = M`; only its lower triangle is read.
    ///
    /// @param matrix a symmetric `m × m` matrix
    /// @param what what it is, for the message
    /// @return `L`, lower triangular with a positive diagonal
    /// @throws NumericalException if the matrix is not positive definite
    public static DMatrixRMaj cholesky(DMatrixRMaj matrix, String what) {
        return Cholesky.factor(matrix, what);
    }

    /// The triangular `T` with `T Tᵀ = G Gᵀ`, by a QR factorisation of `Gᵀ`: no square is formed, so no digits
    /// are lost.
    ///
    /// @param g any `m × c` matrix
    /// @return `T`, `m × m`, lower triangular with a diagonal `≥ 0`
    public static DMatrixRMaj ofFactor(DMatrixRMaj g) {
        int m = g.numRows;
        DMatrixRMaj wide = g;
        if (g.numCols < m) {
            wide = new DMatrixRMaj(m, m);
            CommonOps_DDRM.insert(g, wide, 0, 0);
        }
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(wide, null);
        var qr = DecompositionFactory_DDRM.qr(transposed.numRows, transposed.numCols);
        qr.decompose(transposed);
        DMatrixRMaj t = CommonOps_DDRM.transpose(qr.getR(null, true), null);
        for (int j = 0; j < m; j++) {
            if (t.get(j, j) < 0) {
                for (int i = j; i < m; i++) {
                    t.set(i, j, -t.get(i, j));
                }
            }
        }
        return t;
    }

    /// Solves `T X = B` by forward substitution.
    ///
    /// @param t lower triangular, `m × m`, without a zero on the diagonal
    /// @param b `m × c`
    /// @return `X = T⁻¹ B`
    public static DMatrixRMaj solve(DMatrixRMaj t, DMatrixRMaj b) {
        DMatrixRMaj x = b.copy();
        for (int i = 0; i < t.numRows; i++) {
            for (int j = 0; j < i; j++) {
                addRow(x, i, j, -t.get(i, j));
            }
            scaleRow(x, i, t.get(i, i));
        }
        return x;
    }

    /// Solves `Tᵀ X = B` by backward substitution.
    ///
    /// @param t lower triangular, `m × m`, without a zero on the diagonal
    /// @param b `m × c`
    /// @return `X = T⁻ᵀ B`
    public static DMatrixRMaj solveTransposed(DMatrixRMaj t, DMatrixRMaj b) {
        DMatrixRMaj x = b.copy();
        for (int i = t.numRows - 1; i >= 0; i--) {
            for (int j = i + 1; j < t.numRows; j++) {
                addRow(x, i, j, -t.get(j, i));
            }
            scaleRow(x, i, t.get(i, i));
        }
        return x;
    }

    /// `ln det(T Tᵀ) = 2 Σ ln Tᵢᵢ`.
    ///
    /// @param t lower triangular with a diagonal `≥ 0`
    /// @return the log determinant of the square, −∞ if it is singular
    public static double logDeterminantOfSquare(DMatrixRMaj t) {
        double sum = 0;
        for (int i = 0; i < t.numRows; i++) {
            sum += Math.log(t.get(i, i));
        }
        return 2 * sum;
    }

    /// Whether `T Tᵀ` is singular to rounding: a diagonal entry below `m·2⁻⁵²` times the length of its row.
    ///
    /// @param t lower triangular
    /// @return whether a solution with `T` would be rounding noise
    public static boolean singularToRounding(DMatrixRMaj t) {
        for (int i = 0; i < t.numRows; i++) {
            if (!(Math.abs(t.get(i, i)) > t.numRows * 0x1p-52 * OneSidedJacobi.norm(t.data, i, t.numCols))) {
                return true;
            }
        }
        return false;
    }

    private static void addRow(DMatrixRMaj x, int to, int from, double factor) {
        for (int c = 0; c < x.numCols; c++) {
            x.data[to * x.numCols + c] = Math.fma(factor, x.data[from * x.numCols + c], x.data[to * x.numCols + c]);
        }
    }

    private static void scaleRow(DMatrixRMaj x, int row, double divisor) {
        for (int c = 0; c < x.numCols; c++) {
            x.data[row * x.numCols + c] /= divisor;
        }
    }
}
