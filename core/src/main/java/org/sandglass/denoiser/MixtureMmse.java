package org.sandglass.denoiser;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.random.RandomStreams;

/// `E tr Cov[x₀|xₜ]/d` of a mixture at one time.
final class MixtureMmse {
    private static final int DRAWS = 4096;
    private static final long SEED = 20220117;

    /// Nodes of the quadrature: 32 for each standard deviation, up to 10 of them on either side, so that what
    /// is left out is below 1e-22.
    private static final int PER_STD = 32;

    private static final int STDS = 10;

    private MixtureMmse() {}

    static double of(NoisyMixture noisy) {
        GaussianMixture marginal = noisy.marginal();
        if (noisy.prior().k() == 1) {
            return meanVariance(noisy, marginal.means().row(0));
        }
        return noisy.prior().d() == 1 ? byQuadrature(noisy, marginal) : byDraws(noisy, marginal);
    }

    /// `Σₖ wₖ ∫ N(x; αμₖ, cₖ²) Var[x₀|x] dx` by the trapezoidal rule, which converges faster than any power
    /// of the step.
    private static double byQuadrature(NoisyMixture noisy, GaussianMixture marginal) {
        double sum = 0;
        for (int k = 0; k < marginal.k(); k++) {
            double std = Math.sqrt(marginal.covariance(k).matrix()[0]);
            for (int i = -STDS * PER_STD; i <= STDS * PER_STD; i++) {
                double z = (double) i / PER_STD;
                double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) / PER_STD;
                double x = marginal.means().get(k, 0) + std * z;
                sum += marginal.weights()[k] * density * meanVariance(noisy, x);
            }
        }
        return sum;
    }

    private static double byDraws(NoisyMixture noisy, GaussianMixture marginal) {
        Points x = marginal.sample(DRAWS, RandomStreams.of(SEED));
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += meanVariance(noisy, x.row(i));
        }
        return sum / DRAWS;
    }

    private static double meanVariance(NoisyMixture noisy, double... x) {
        double[] covariance = noisy.posteriorCovariance(x);
        double trace = 0;
        for (int j = 0; j < x.length; j++) {
            trace += covariance[j * x.length + j];
        }
        return trace / x.length;
    }
}
