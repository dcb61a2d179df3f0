package org.sandglass.divergence;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.GaussianMixture;

/// The Gaussian of a mixture's mean and covariance, by a square root of the covariance: columns `√wₐ Gₐ` and
/// `√wₐ (μₐ − m)`.
final class Moments {
    private Moments() {}

    /// `½ ln det 2πe Cov(p)`, the largest entropy that this covariance allows.
    static double gaussianEntropy(GaussianMixture p) {
        return (p.d() * (1 + Math.log(2 * Math.PI)) + Triangular.logDeterminantOfSquare(root(p))) / 2;
    }

    /// `T`, lower triangular, `T Tᵀ = Cov(p)`.
    static DMatrixRMaj root(GaussianMixture p) {
        Components parts = Components.of(p);
        double[] mean = p.mean();
        DMatrixRMaj all = new DMatrixRMaj(p.d(), 0);
        for (int a = 0; a < parts.k(); a++) {
            DMatrixRMaj g = Matrices.beside(Roots.factor(parts.covariances()[a]), away(parts.means()[a], mean));
            CommonOps_DDRM.scale(Math.sqrt(parts.weights()[a]), g);
            all = a == 0 ? Triangular.ofFactor(g) : Triangular.ofFactor(Matrices.beside(all, g));
        }
        return all;
    }

    private static DMatrixRMaj away(double[] mean, double[] centre) {
        DMatrixRMaj out = Matrices.column(mean.clone());
        for (int j = 0; j < centre.length; j++) {
            out.data[j] -= centre[j];
        }
        return out;
    }
}
