package org.sandglass.divergence;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.OneSidedJacobi;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// Square roots `G` of covariances, `G Gᵀ = Σ`, and the whitening `W` with `W Σ Wᵀ = I`: all that
/// divergences need, so that no digits are lost to squares.
final class Roots {
    private Roots() {}

    /// The standard deviations of the coordinates, if they are independent; else an empty array.
    static double[] independentStds(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) -> filled(std, d);
            case Diagonal diagonal -> diagonal.stds();
            case Spectral _, LowRank _ -> new double[0];
        };
    }

    /// `G`, with at least `d` columns.
    static DMatrixRMaj factor(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) -> CommonOps_DDRM.diag(filled(std, d));
            case Diagonal diagonal -> CommonOps_DDRM.diag(diagonal.stds());
            case Spectral spectral -> scaledColumns(spectral);
            case LowRank lowRank ->
                Matrices.beside(
                        DMatrixRMaj.wrap(lowRank.d(), lowRank.rank(), lowRank.factor()),
                        CommonOps_DDRM.diag(lowRank.noiseStds()));
        };
    }

    /// `W M`.
    static DMatrixRMaj whiten(Covariance covariance, DMatrixRMaj m) {
        return switch (covariance) {
            case Isotropic _, Diagonal _ -> divideRows(m.copy(), independentStds(covariance));
            case Spectral spectral -> {
                DMatrixRMaj vectors = DMatrixRMaj.wrap(spectral.d(), spectral.d(), spectral.vectors());
                yield divideRows(Matrices.times(vectors, m), spectral.stds());
            }
            case LowRank _ -> Triangular.solve(Triangular.ofFactor(factor(covariance)), m);
        };
    }

    /// `T` with `T Tᵀ = a Σ + b Λ`.
    static DMatrixRMaj ofSum(double a, Covariance first, double b, Covariance second) {
        DMatrixRMaj g = factor(first);
        DMatrixRMaj h = factor(second);
        CommonOps_DDRM.scale(Math.sqrt(a), g);
        CommonOps_DDRM.scale(Math.sqrt(b), h);
        return Triangular.ofFactor(Matrices.beside(g, h));
    }

    /// The standard deviation `‖Gᵀ θ‖` of `⟨θ, x⟩`.
    static double stdAlong(Covariance covariance, double[] theta) {
        double[] stds = independentStds(covariance);
        if (stds.length > 0) {
            Arrays.setAll(stds, j -> stds[j] * theta[j]);
            return norm(Matrices.column(stds));
        }
        return norm(Matrices.transposeTimes(factor(covariance), Matrices.column(theta)));
    }

    /// The Frobenius norm, safe from overflow.
    static double norm(DMatrixRMaj m) {
        return OneSidedJacobi.norm(m.data, 0, m.getNumElements());
    }

    private static double[] filled(double value, int n) {
        double[] out = new double[n];
        Arrays.fill(out, value);
        return out;
    }

    private static DMatrixRMaj scaledColumns(Spectral spectral) {
        DMatrixRMaj rows = DMatrixRMaj.wrap(spectral.d(), spectral.d(), spectral.vectors());
        CommonOps_DDRM.multRows(spectral.stds(), rows);
        return Matrices.transpose(rows);
    }

    private static DMatrixRMaj divideRows(DMatrixRMaj m, double[] stds) {
        CommonOps_DDRM.divideRows(stds, m);
        return m;
    }
}
