package org.sandglass.mixture;

import java.util.IdentityHashMap;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Triangular;

/// Tilting by `e^r`, `r(x) = c + gᵀx + ½xᵀQx`: with `Σ = GGᵀ` and `LLᵀ = I − GᵀQG`, the covariance becomes
/// `(GL⁻ᵀ)(GL⁻ᵀ)ᵀ`, the mean moves by it times `∇r(μ)`, and `ln ∫ N e^r = r(μ) + ½‖L⁻¹Gᵀ∇r(μ)‖² − ln det L`.
final class Tilting {
    /// The tilt of one covariance: `GL⁻ᵀ` and `ln det L`.
    private record Tilted(DMatrixRMaj factor, double logDeterminant, Covariance covariance) {}

    private Tilting() {}

    static Reweighted tilt(GaussianMixture mixture, QuadraticReward reward) {
        mixture.requireDimension(reward.d());
        IdentityHashMap<Covariance, Tilted> seen = new IdentityHashMap<>();
        double[] logs = new double[mixture.k()];
        Points means = mixture.means().copy();
        Covariance[] covariances = new Covariance[mixture.k()];
        for (int k = 0; k < mixture.k(); k++) {
            int component = k;
            Tilted tilted = seen.computeIfAbsent(mixture.covariance(k), c -> tilt(c, reward, component));
            double[] mean = mixture.means().row(k);
            DMatrixRMaj gradient = reward.gradient(Matrices.column(mean.clone()));
            DMatrixRMaj along = Matrices.transposeTimes(tilted.factor(), gradient);
            DMatrixRMaj shift = Matrices.times(tilted.factor(), along);
            logs[k] =
                    mixture.logWeight(k) + reward.at(mean) + 0.5 * Matrices.dot(along, along) - tilted.logDeterminant();
            for (int j = 0; j < mixture.d(); j++) {
                means.data()[k * mixture.d() + j] += shift.get(j);
            }
            covariances[k] = tilted.covariance();
        }
        GaussianMixture tilted =
                GaussianMixture.ofLogits(logs, means, List.of(covariances)).withPruning(mixture.pruning());
        return new Reweighted(tilted, Weights.logSumExp(logs));
    }

    private static Tilted tilt(Covariance c, QuadraticReward reward, int component) {
        DMatrixRMaj g = Factors.of(c);
        if (reward.isLinear()) {
            return new Tilted(g, 0, c);
        }
        DMatrixRMaj m = Matrices.transposeTimes(g, Matrices.times(reward.curvature(), g));
        for (int i = 0; i < m.numRows; i++) {
            for (int j = 0; j < m.numCols; j++) {
                m.set(i, j, (i == j ? 1 : 0) - m.get(i, j));
            }
        }
        DMatrixRMaj l;
        try {
            l = Triangular.cholesky(m, "I - GᵀQG");
        } catch (NumericalException notPositive) {
            throw new NumericalException("the tilt of component " + component
                    + " diverges: its precision minus the curvature of the reward is not positive definite ("
                    + notPositive.getMessage() + ")");
        }
        DMatrixRMaj factor = Matrices.transpose(Triangular.solve(l, Matrices.transpose(g)));
        return new Tilted(factor, 0.5 * Triangular.logDeterminantOfSquare(l), Factors.covariance(factor));
    }
}
