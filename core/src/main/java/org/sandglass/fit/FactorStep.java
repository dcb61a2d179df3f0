package org.sandglass.fit;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.LowRank;

/// The M step of a factor analyser: from `S = Σ r vvᵀ` about the new mean, by `C = Sβᵀ` and `diag S` alone,
///
///     Λ = C H⁻¹,  H = Nₖ M⁻¹ + βC,   ψⱼ = (Sⱼⱼ − (Λ Cᵀ)ⱼⱼ + a v₀ⱼ)/(Nₖ + a).
///
/// Ghahramani and Hinton (1996), with the mean as in McLachlan and Peel (2000, section 8.2); derivation:
/// `docs/math/fitting.md`, section 3.
final class FactorStep {
    private final Scatter scatter;
    private final Squares.Factors sums;
    private final Floor floor;
    private final Columns columns;
    private final String when;

    FactorStep(Scatter scatter, Squares.Factors sums, Floor floor, Columns columns, String when) {
        this.scatter = scatter;
        this.sums = sums;
        this.floor = floor;
        this.columns = columns;
        this.when = when;
    }

    LowRank covariance(int k) {
        int rank = sums.posterior(k).rank();
        DMatrixRMaj factor =
                scatter.count(k) > 0 ? factor(k) : new DMatrixRMaj(scatter.d(), rank); // nothing seen, no factors
        double[] stds = new double[scatter.d()];
        for (int j = 0; j < stds.length; j++) {
            stds[j] = Math.sqrt(noise(k, j, factor));
            double hidden = Math.sqrt((rank + 1) * 0x1p-52 * (scatter.square(k, j) / scatter.count(k)));
            if (!(stds[j] > columns.spacing(j)) || stds[j] <= hidden) {
                throw Collapse.of(k, scatter.count(k), when, "column " + j + " has no noise of its own");
            }
        }
        return LowRank.of(factor.data, rank, stds);
    }

    private DMatrixRMaj factor(int k) {
        DMatrixRMaj c = products(k);
        DMatrixRMaj h = Matrices.times(sums.posterior(k).beta(), c);
        CommonOps_DDRM.addEquals(h, scatter.count(k), sums.posterior(k).covariance());
        DMatrixRMaj root = Triangular.cholesky(h, "the second moment of the factors of component " + k);
        return Matrices.transpose(FactorPosterior.solve(root, Matrices.transpose(c)));
    }

    /// `C` about the mean: `Σ r v zᵀ − Nₖ δ (βδ)ᵀ` for the shift `δ` of the mean.
    private DMatrixRMaj products(int k) {
        int d = scatter.d();
        DMatrixRMaj shift = new DMatrixRMaj(d, 1);
        for (int j = 0; j < d; j++) {
            shift.set(j, 0, scatter.shift(k, j));
        }
        DMatrixRMaj beta = sums.posterior(k).beta();
        DMatrixRMaj c = DMatrixRMaj.wrap(d, beta.numRows, sums.products(k).clone());
        CommonOps_DDRM.addEquals(c, -scatter.count(k), Matrices.timesTranspose(shift, Matrices.times(beta, shift)));
        return c;
    }

    private double noise(int k, int j, DMatrixRMaj factor) {
        DMatrixRMaj c = products(k);
        double rest = scatter.square(k, j);
        for (int r = 0; r < c.numCols; r++) {
            rest -= factor.get(j, r) * c.get(j, r);
        }
        return (rest + floor.pull(j)) / (scatter.count(k) + floor.strength());
    }
}
