package org.sandglass.metric;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// The mode-mass error: total variation `½ Σₖ |mₖ − wₖ|` between the exact weights `wₖ` and the masses `mₖ = 1/n Σᵢ rₖ(xᵢ)` that the points give
/// the components by their responsibilities.
///
/// In `[0, 1]`, of order `√(K/n)` for exact draws. The standard error is that of ten blocks, whose scores fluctuate like `1/√size`.
/// Costs `O(n K d)`, for full covariances `O(n K d²)`.
public record ModeWeights() implements Metric {
    @Override
    public String name() {
        return "mode-weights";
    }

    @Override
    public boolean needsDensity() {
        return true;
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        GaussianMixture mixture = reference.mixture();
        Blocks blocks = Blocks.ten(x.n());
        double[][] sums = new double[blocks.count() + 1][];
        reference.loop().forEach(sums.length, i -> {
            int from = i * blocks.size();
            int to = i < blocks.count() ? from + blocks.size() : x.n();
            sums[i] = massesOf(mixture, x.slice(from, to));
        });
        double[] exact = mixture.weights();
        double[] scores = new double[blocks.count()];
        double[] all = new double[exact.length];
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < all.length; k++) {
                all[k] += sums[i][k];
            }
            if (i < scores.length) {
                scores[i] = totalVariation(sums[i], blocks.size(), exact);
            }
        }
        return new Estimate(totalVariation(all, x.n(), exact), Estimate.errorOfMean(scores));
    }

    private static double[] massesOf(GaussianMixture mixture, Points x) {
        double[] responsibilities = mixture.responsibilities(x);
        double[] sums = new double[mixture.k()];
        for (int i = 0; i < responsibilities.length; i++) {
            sums[i % sums.length] += responsibilities[i];
        }
        return sums;
    }

    private static double totalVariation(double[] sums, int n, double[] exact) {
        double sum = 0;
        for (int k = 0; k < exact.length; k++) {
            sum += Math.abs(sums[k] / n - exact[k]);
        }
        return sum / 2;
    }
}
