package org.sandglass.fit;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LowRank;

/// The law of a component's factors given a difference `v` from its mean: `N(βv, M⁻¹)`, `M = I + ΛᵀΨ⁻¹Λ`,
/// `β = M⁻¹ΛᵀΨ⁻¹`.
///
/// @param beta `R × d`
/// @param covariance `M⁻¹`, `R × R`
record FactorPosterior(DMatrixRMaj beta, DMatrixRMaj covariance) {
    /// Those of a mixture whose covariances are all of low rank.
    static FactorPosterior[] of(GaussianMixture law) {
        return law.covariances().stream().map(c -> of((LowRank) c)).toArray(FactorPosterior[]::new);
    }

    static FactorPosterior of(LowRank covariance) {
        DMatrixRMaj white = DMatrixRMaj.wrap(covariance.d(), covariance.rank(), covariance.factor());
        double[] precisions =
                Arrays.stream(covariance.noiseStds()).map(s -> 1 / s).toArray();
        CommonOps_DDRM.multRows(precisions, white);
        DMatrixRMaj m = Matrices.transposeTimes(white, white);
        CommonOps_DDRM.addEquals(m, CommonOps_DDRM.identity(m.numRows));
        DMatrixRMaj root = Triangular.cholesky(m, "I + F'F/N");
        DMatrixRMaj whitened = Matrices.transpose(white);
        CommonOps_DDRM.multCols(whitened, precisions);
        return new FactorPosterior(solve(root, whitened), solve(root, CommonOps_DDRM.identity(m.numRows)));
    }

    /// `(T Tᵀ)⁻¹ B`.
    static DMatrixRMaj solve(DMatrixRMaj root, DMatrixRMaj b) {
        return Triangular.solveTransposed(root, Triangular.solve(root, b));
    }

    int rank() {
        return beta.numRows;
    }
}
