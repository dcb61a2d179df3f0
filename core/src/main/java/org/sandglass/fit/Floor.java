package org.sandglass.fit;

import java.util.Arrays;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// A [VariancePrior] in the units of the data: `a` pseudo-observations with variances `v₀ⱼ`; `a = 0`
/// without one, which leaves all formulas as they are. Immutable.
final class Floor {
    private final double strength;
    private final double[] variances;

    private Floor(double strength, double[] variances) {
        this.strength = strength;
        this.variances = variances;
    }

    static Floor of(VariancePrior prior, Columns columns) {
        return switch (prior) {
            case VariancePrior.Off() -> new Floor(0, new double[columns.d()]);
            case VariancePrior.PseudoObservations(double strength, double scale) -> {
                double[] variances = new double[columns.d()];
                for (int j = 0; j < variances.length; j++) {
                    double own = columns.variance(j) > 0 ? columns.variance(j) : columns.meanVariance();
                    variances[j] = scale * scale * own;
                }
                yield new Floor(strength, variances);
            }
        };
    }

    double strength() {
        return strength;
    }

    /// `a v₀ⱼ`.
    double pull(int j) {
        return strength * variances[j];
    }

    /// `a` times the mean of `v₀ⱼ`.
    double meanPull() {
        return strength * meanVariance();
    }

    private double meanVariance() {
        return Arrays.stream(variances).sum() / variances.length;
    }

    /// `−a KL(N(0, V₀) ‖ N(0, Σ))`: the log density of the prior, relative to its mode.
    double logPrior(Covariance covariance) {
        if (strength == 0) {
            return 0;
        }
        return -0.5
                * strength
                * switch (covariance) {
                    case Isotropic(double std, int d) -> d * excess(meanVariance() / std / std);
                    case Diagonal diagonal -> excess(diagonal.stds());
                    case LowRank lowRank -> excess(lowRank.noiseStds());
                    case Spectral spectral -> excess(spectral);
                };
    }

    private double excess(double[] stds) {
        double sum = 0;
        for (int j = 0; j < stds.length; j++) {
            sum += excess(variances[j] / stds[j] / stds[j]);
        }
        return sum;
    }

    /// `tr(V₀Σ⁻¹) − d − ln det(V₀Σ⁻¹)`.
    private double excess(Spectral spectral) {
        double[] precisions = Precisions.diagonal(spectral);
        double sum = spectral.logDeterminant();
        for (int j = 0; j < precisions.length; j++) {
            sum += variances[j] * precisions[j] - 1 - Math.log(variances[j]);
        }
        return sum;
    }

    /// `q − 1 − ln q ≥ 0`.
    private static double excess(double q) {
        return q - 1 - Math.log(q);
    }
}
