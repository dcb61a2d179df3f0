package org.sandglass.mixture;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.OneSidedJacobi;
import org.sandglass.linalg.Triangular;

/// A full covariance by its spectrum, `Σ = Σᵢ sᵢ² uᵢuᵢᵀ`: factorised once, at birth.
///
/// `a²Σ + b²I` keeps the eigenvectors `uᵢ` and only changes the standard deviations `sᵢ`. The factorisation is
/// by one-sided Jacobi rotations of a square root of `Σ`, so small `sᵢ` keep their digits where the matrix
/// determines them.
public final class Spectral implements Covariance {
    private final double[] vectors;
    private final double[] stds;

    private Spectral(double[] vectors, double[] stds) {
        this.vectors = vectors;
        this.stds = stds;
    }

    /// A covariance from its matrix.
    ///
    /// @param matrix `d × d` row-major, symmetric to 1e-12 relative to `√(Σᵢᵢ Σⱼⱼ)` (then symmetrised),
    ///     positive definite
    /// @param d the dimension
    /// @return the covariance; costs one Cholesky factorisation and `O(d³)` rotations
    /// @throws IllegalArgumentException naming the entry that is not finite or not symmetric, or if `Σ` is not
    ///     positive definite
    public static Spectral of(double[] matrix, int d) {
        DMatrixRMaj symmetric = SymmetricMatrix.of(matrix, d);
        int[] order = byFallingLength(d, i -> Math.sqrt(symmetric.get(i, i)));
        DMatrixRMaj ordered = Matrices.rows(Matrices.transpose(Matrices.rows(symmetric, order)), order);
        try {
            return ofLowerTriangle(Triangular.cholesky(ordered, "the covariance"), order);
        } catch (NumericalException notPositive) {
            throw new IllegalArgumentException(
                    "the " + d + " x " + d + " covariance is not positive definite: its smallest eigenvalue is "
                            + SymmetricMatrix.smallestEigenvalue(symmetric)
                            + "; add variance, or give a low-rank factor and noise",
                    notPositive);
        }
    }

    /// A covariance from any square root, `Σ = G Gᵀ`, without forming the square.
    ///
    /// @param g `d × c`, of rank `d`
    /// @return the covariance
    static Spectral ofFactor(DMatrixRMaj g) {
        int[] order = byFallingLength(g.numRows, i -> OneSidedJacobi.norm(g.data, i, g.numCols));
        return ofLowerTriangle(Triangular.ofFactor(Matrices.rows(g, order)), order);
    }

    /// The coordinates from the widest to the narrowest: in this order the rows of a triangular factor are
    /// graded, and rotations keep the digits of small entries beside large ones.
    private static int[] byFallingLength(int d, IntToDoubleFunction length) {
        double[] lengths = new double[d];
        Arrays.setAll(lengths, length);
        return IntStream.range(0, d)
                .boxed()
                .sorted((i, j) -> Double.compare(lengths[j], lengths[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Spectral ofLowerTriangle(DMatrixRMaj t, int[] order) {
        int d = t.numRows;
        double[] rows = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i * d + order[j]] = t.get(j, i);
            }
        }
        OneSidedJacobi.orthogonalise(rows, d, d);
        double[] stds = new double[d];
        for (int i = 0; i < d; i++) {
            stds[i] = OneSidedJacobi.norm(rows, i, d);
            if (stds[i] == 0) {
                throw new IllegalArgumentException(
                        "the " + d + " x " + d + " covariance is singular to rounding; add variance");
            }
            for (int j = 0; j < d; j++) {
                rows[i * d + j] /= stds[i];
            }
        }
        return new Spectral(rows, stds);
    }

    /// The standard deviations along the eigenvectors.
    ///
    /// @return a copy of `s₁ … s_d`, in no particular order
    public double[] stds() {
        return stds.clone();
    }

    /// The eigenvectors.
    ///
    /// @return a copy, `d × d` row-major: row `i` is the unit vector `uᵢ` that belongs to `sᵢ`
    public double[] vectors() {
        return vectors.clone();
    }

    double[] liveStds() {
        return stds;
    }

    double[] liveVectors() {
        return vectors;
    }

    @Override
    public int d() {
        return stds.length;
    }

    @Override
    public double logDeterminant() {
        return 2 * Diagonal.sumOfLogs(stds);
    }

    @Override
    public boolean positiveDefinite() {
        return Diagonal.allPositive(stds);
    }

    @Override
    public Spectral scaledPlus(double a, double b) {
        return new Spectral(vectors, Diagonal.combine(a, stds, b));
    }

    @Override
    public Spectral givenNoisyLook(double a, double b) {
        return new Spectral(vectors, Diagonal.givenNoisyLook(a, stds, b));
    }

    @Override
    public double trace() {
        return Diagonal.sumOfSquares(stds);
    }

    @Override
    public double precisionTrace() {
        return Diagonal.sumOfInverseSquares(stds);
    }

    @Override
    public double[] matrix() {
        int d = stds.length;
        double[] matrix = new double[d * d];
        for (int k = 0; k < d; k++) {
            double variance = stds[k] * stds[k];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    matrix[i * d + j] += variance * (vectors[k * d + i] * vectors[k * d + j]);
                }
            }
        }
        return matrix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spectral that && Arrays.equals(stds, that.stds) && Arrays.equals(vectors, that.vectors);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stds);
    }

    @Override
    public String toString() {
        return "Spectral[stds=" + Arrays.toString(stds) + "]";
    }
}
