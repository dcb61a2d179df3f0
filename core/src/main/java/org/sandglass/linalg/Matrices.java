package org.sandglass.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Short names for the few EJML matrix products that the closure operations read as formulas.
///
/// Every result is new; `EjmlConcurrency` is never used, so the same input gives the same bits on any machine.
public final class Matrices {
    private Matrices() {}

    /// A copy of rows.
    ///
    /// @param rows at least one row, all of one length
    /// @param name what the matrix is, for messages
    /// @return the matrix
    /// @throws IllegalArgumentException if there is no row, rows are ragged, or an entry is not finite
    public static DMatrixRMaj of(double[][] rows, String name) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException(name + " needs at least one row and one column");
        }
        DMatrixRMaj matrix = new DMatrixRMaj(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] has " + rows[i].length + " entries, " + name + "[0] has " + rows[0].length);
            }
            for (int j = 0; j < rows[i].length; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw new IllegalArgumentException(
                            name + "[" + i + "][" + j + "] must be finite, got " + rows[i][j]);
                }
                matrix.set(i, j, rows[i][j]);
            }
        }
        return matrix;
    }

    /// A column over an array, which it shares.
    ///
    /// @param entries the numbers
    /// @return an `m × 1` matrix
    public static DMatrixRMaj column(double... entries) {
        return DMatrixRMaj.wrap(entries.length, 1, entries);
    }

    /// `A B`.
    ///
    /// @param a `m × k`
    /// @param b `k × n`
    /// @return the product
    public static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.mult(a, b, null);
    }

    /// `Aᵀ B`.
    ///
    /// @param a `k × m`
    /// @param b `k × n`
    /// @return the product
    public static DMatrixRMaj transposeTimes(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.multTransA(a, b, null);
    }

    /// `A Bᵀ`.
    ///
    /// @param a `m × k`
    /// @param b `n × k`
    /// @return the product
    public static DMatrixRMaj timesTranspose(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.multTransB(a, b, null);
    }

    /// `Aᵀ`.
    ///
    /// @param a any matrix
    /// @return the transpose
    public static DMatrixRMaj transpose(DMatrixRMaj a) {
        return CommonOps_DDRM.transpose(a, null);
    }

    /// `A − B`.
    ///
    /// @param a any matrix
    /// @param b of the same shape
    /// @return the difference
    public static DMatrixRMaj minus(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.subtract(a, b, null);
    }

    /// `A + B`.
    ///
    /// @param a any matrix
    /// @param b of the same shape
    /// @return the sum
    public static DMatrixRMaj plus(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.add(a, b, null);
    }

    /// The matrices side by side, `[A B]`.
    ///
    /// @param a `m × k`
    /// @param b `m × n`
    /// @return `m × (k + n)`
    public static DMatrixRMaj beside(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.concatColumns(a, b, null);
    }

    /// The chosen rows, in the order given.
    ///
    /// @param a any matrix
    /// @param rows indices of rows
    /// @return `rows.length × n`
    public static DMatrixRMaj rows(DMatrixRMaj a, int... rows) {
        DMatrixRMaj out = new DMatrixRMaj(rows.length, a.numCols);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(a.data, rows[i] * a.numCols, out.data, i * a.numCols, a.numCols);
        }
        return out;
    }

    /// `a·b`, the inner product of two columns.
    ///
    /// @param a a column
    /// @param b a column of the same length
    /// @return `Σ aᵢ bᵢ`
    public static double dot(DMatrixRMaj a, DMatrixRMaj b) {
        return CommonOps_DDRM.dot(a, b);
    }
}
