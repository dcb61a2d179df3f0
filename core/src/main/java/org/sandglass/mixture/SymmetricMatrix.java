package org.sandglass.mixture;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/// A user's covariance matrix, checked.
final class SymmetricMatrix {
    private SymmetricMatrix() {}

    /// A copy, exactly symmetric; refuses an entry that is not finite and a pair that differs by more than
    /// 1e-12 of `√(Σᵢᵢ Σⱼⱼ)`.
    static DMatrixRMaj of(double[] matrix, int d) {
        if (d < 1 || matrix.length != Math.multiplyExact(d, d)) {
            throw new IllegalArgumentException(
                    "a " + d + " x " + d + " covariance needs " + (long) d * d + " numbers, got " + matrix.length);
        }
        DMatrixRMaj out = new DMatrixRMaj(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double lower = matrix[i * d + j];
                double upper = matrix[j * d + i];
                requireSymmetric(i, j, lower, upper, Math.sqrt(matrix[i * d + i]) * Math.sqrt(matrix[j * d + j]));
                out.set(i, j, lower / 2 + upper / 2);
                out.set(j, i, out.get(i, j));
            }
        }
        return out;
    }

    private static void requireSymmetric(int i, int j, double lower, double upper, double scale) {
        if (!Double.isFinite(lower) || !Double.isFinite(upper)) {
            throw new IllegalArgumentException("[" + i + "][" + j + "] must be finite, got " + lower + " and " + upper);
        }
        if (!(Math.abs(lower - upper) <= 1e-12 * scale) && lower != upper) {
            throw new IllegalArgumentException("covariance must be symmetric: [" + i + "][" + j + "] is " + lower
                    + " but [" + j + "][" + i + "] is " + upper);
        }
    }

    /// For a message, so to the accuracy of the QR method.
    static double smallestEigenvalue(DMatrixRMaj symmetric) {
        var eigenvalues = DecompositionFactory_DDRM.eig(symmetric.numRows, false, true);
        eigenvalues.decompose(symmetric.copy());
        return IntStream.range(0, symmetric.numRows)
                .mapToDouble(i -> eigenvalues.getEigenvalue(i).getReal())
                .min()
                .orElseThrow();
    }
}
