package org.sandglass.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Points;

/// Dropping and merging components.
final class Reduction {
    private Reduction() {}

    static GaussianMixture without(GaussianMixture mixture, int[] components) {
        LinearMaps.requireDistinct(components, mixture.k(), "components");
        int[] kept = LinearMaps.others(components, mixture.k());
        if (kept.length == 0) {
            throw new IllegalArgumentException("dropping all " + mixture.k() + " components leaves nothing");
        }
        return pick(mixture, kept);
    }

    private static GaussianMixture pick(GaussianMixture mixture, int[] kept) {
        double[] logs = LinearMaps.pick(mixture.logWeights(), kept);
        double[][] means = Arrays.stream(kept).mapToObj(mixture.means()::row).toArray(double[][]::new);
        List<Covariance> covariances =
                Arrays.stream(kept).mapToObj(mixture::covariance).toList();
        return GaussianMixture.ofLogits(logs, Points.of(means), covariances).withPruning(mixture.pruning());
    }

    static GaussianMixture merge(GaussianMixture mixture, int[] components) {
        LinearMaps.requireDistinct(components, mixture.k(), "components");
        GaussianMixture group = pick(mixture, components);
        double mass = Weights.logSumExp(LinearMaps.pick(mixture.logWeights(), components));
        double[] logs = mixture.logWeights();
        Points means = mixture.means().copy();
        List<Covariance> covariances = new ArrayList<>(mixture.covariances());
        int place = components[0];
        logs[place] = mass;
        System.arraycopy(group.mean(), 0, means.data(), place * mixture.d(), mixture.d());
        covariances.set(place, covarianceOf(group));
        GaussianMixture whole =
                GaussianMixture.ofLogits(logs, means, covariances).withPruning(mixture.pruning());
        int[] rest = Arrays.copyOfRange(components, 1, components.length);
        return rest.length == 0 ? whole : without(whole, rest);
    }

    /// The covariance of a mixture from the square root `[√wₖ Gₖ, √wₖ (μₖ − m), …]`.
    private static Covariance covarianceOf(GaussianMixture group) {
        if (group.k() == 1) {
            return group.covariance(0);
        }
        double[] mean = group.mean();
        DMatrixRMaj factor = new DMatrixRMaj(group.d(), 0);
        for (int k = 0; k < group.k(); k++) {
            double root = Math.exp(0.5 * group.logWeight(k));
            DMatrixRMaj part = Matrices.beside(
                    Factors.of(group.covariance(k)),
                    Matrices.minus(Matrices.column(group.means().row(k)), Matrices.column(mean)));
            for (int i = 0; i < part.getNumElements(); i++) {
                part.data[i] *= root;
            }
            factor = Matrices.beside(factor, part);
        }
        return Spectral.ofFactor(factor);
    }
}
