package org.sandglass.fit;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.sandglass.mixture.LowRank;

/// A covariance as factors and noise, to begin with: probabilistic principal components of the correlations
/// (Tipping and Bishop 1999), so that the units of the columns do not matter.
///
/// With the eigenpairs `(λᵢ, uᵢ)` of the correlations in falling order and `s² = mean of λᵢ, i > R`: column
/// `r` of the factor is `√(λᵣ − s²) uᵣ`, and the noise is what the diagonal lacks, `Σ_{i ≤ R} s² uᵢⱼ² +
/// Σ_{i > R} λᵢ uᵢⱼ²`, a sum of positive terms; both times the standard deviations of the columns.
final class PrincipalFactors {
    private final int d;
    private final int rank;
    private final double[] stds;
    private final double[] values;
    private final DMatrixRMaj[] vectors;

    /// @param matrix a covariance, `d × d`
    private PrincipalFactors(double[] matrix, int d, int rank) {
        this.d = d;
        this.rank = rank;
        this.stds = IntStream.range(0, d)
                .mapToDouble(j -> Math.sqrt(matrix[j * d + j]))
                .toArray();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        eigen.decompose(correlations(matrix));
        int[] falling = IntStream.range(0, d)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        // Rounding may leave a value of 0 slightly negative.
        this.values = IntStream.of(falling)
                .mapToDouble(i -> Math.max(0, eigen.getEigenvalue(i).getReal()))
                .toArray();
        this.vectors = IntStream.of(falling).mapToObj(eigen::getEigenVector).toArray(DMatrixRMaj[]::new);
    }

    /// The covariance `ΛΛᵀ + Ψ` with the same diagonal; noise may be 0 where the matrix is singular.
    ///
    /// @param matrix a covariance, `d × d` row-major, with a positive diagonal
    /// @throws IllegalArgumentException if some column has no noise
    static LowRank of(double[] matrix, int d, int rank) {
        PrincipalFactors factors = new PrincipalFactors(matrix, d, rank);
        double rest =
                IntStream.range(rank, d).mapToDouble(i -> factors.values[i]).sum() / (d - rank);
        return LowRank.of(factors.factor(rest), rank, factors.noise(rest));
    }

    private DMatrixRMaj correlations(double[] matrix) {
        DMatrixRMaj out = new DMatrixRMaj(d, d);
        for (int j = 0; j < d; j++) {
            for (int l = 0; l <= j; l++) {
                double correlation = j == l ? 1 : matrix[j * d + l] / stds[j] / stds[l];
                out.set(j, l, correlation);
                out.set(l, j, correlation);
            }
        }
        return out;
    }

    private double[] factor(double rest) {
        double[] factor = new double[d * rank];
        for (int r = 0; r < rank; r++) {
            double length = Math.sqrt(Math.max(0, values[r] - rest));
            for (int j = 0; j < d; j++) {
                factor[j * rank + r] = stds[j] * length * vectors[r].get(j, 0);
            }
        }
        return factor;
    }

    private double[] noise(double rest) {
        double[] noise = new double[d];
        for (int j = 0; j < d; j++) {
            double variance = 0;
            for (int i = 0; i < d; i++) {
                double u = vectors[i].get(j, 0);
                variance += (i < rank ? Math.min(rest, values[i]) : values[i]) * u * u;
            }
            noise[j] = stds[j] * Math.sqrt(variance);
        }
        return noise;
    }
}
