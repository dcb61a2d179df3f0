package org.sandglass.metric;

import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// The mode-mass error: total variation `½ Σₖ |mₖ − wₖ|` between the exact weights `wₖ` and the masses `mₖ =
/// 1/n Σᵢ rₖ(xᵢ)` that the points give the components by their responsibilities.
///
/// In `[0, 1]`, of order `√(K/n)` for exact draws. The standard error is that of `½ Σₖ sₖ mₖ`, with the signs
/// `sₖ` of `mₖ − wₖ` as they came out (the delta method), from ten blocks. Costs `O(n K d)`, for full
/// covariances `O(n K d²)`.
public record ModeWeights() implements Metric {
    @Override
    public String name() {
        return "mode-weights";
    }

    @Override
    public String summary() {
        return "total variation between the exact weights and the masses by responsibility";
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.density(reference);
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
        double[] excess = new double[exact.length];
        for (int k = 0; k < excess.length; k++) {
            for (double[] sum : sums) {
                excess[k] += sum[k];
            }
            excess[k] = excess[k] / x.n() - exact[k];
        }
        double[] scores = new double[blocks.count()];
        double total = 0;
        for (int k = 0; k < excess.length; k++) {
            double sign = Math.signum(excess[k]) / 2;
            total += sign * excess[k];
            for (int i = 0; i < scores.length; i++) {
                scores[i] += sign * sums[i][k] / blocks.size();
            }
        }
        return new Estimate(total, Estimate.errorOfMean(scores));
    }

    private static double[] massesOf(GaussianMixture mixture, Points x) {
        double[] responsibilities = mixture.responsibilities(x);
        double[] sums = new double[mixture.k()];
        for (int i = 0; i < responsibilities.length; i++) {
            sums[i % sums.length] += responsibilities[i];
        }
        return sums;
    }
}
