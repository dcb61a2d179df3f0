package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.FunctionDenoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Mmse;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Spectral;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.Near;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class DdpmTest {
    private static final GaussianMixture FULL = GaussianMixture.ofWeights(
            new double[] {0.4, 0.6},
            Points.of(new double[] {-1, 0, 1}, new double[] {1, 1, 0}),
            List.of(
                    Spectral.of(new double[] {1, 0.5, 0.2, 0.5, 0.8, 0.1, 0.2, 0.1, 0.3}, 3),
                    Spectral.of(new double[] {0.4, -0.2, 0, -0.2, 0.5, 0.2, 0, 0.2, 0.6}, 3)));

    /// `N(0, I)` under a variance preserving schedule stays `N(0, I)`: there the forward variance is the
    /// right one.
    @Test
    void upperVarianceIsExactForDataOfUnitVariance() {
        GaussianMixture unit = GaussianMixture.gaussian(new double[] {0}, new Isotropic(1, 1));
        for (NoiseSchedule schedule : List.of(LinearVp.standard(), CosineVp.standard())) {
            AffineStep step = AffineStep.of(new Ddpm(new Variance.Upper()), Processes.exact(unit, schedule), 0.8, 0.1);
            assertThat(new AffineStep.Law(0, 1).after(step).std()).isCloseTo(1, within(1e-14));
        }
    }

    /// "z = 0 if t = 1" of Ho et al.'s algorithm 2.
    @Test
    void upperVarianceAddsNothingTowardsTheData() {
        AffineStep step = AffineStep.of(
                new Ddpm(new Variance.Upper()), Processes.exact(Processes.GAUSSIAN, Flow.standard()), 0.1, 0);
        assertThat(step.spread()).isZero();
    }

    /// One Gaussian from end to end, in one step of any length.
    @Test
    void theOptimumIsExactForOneGaussian() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            for (Variance variance : List.of(
                    new Variance.Analytic(Mmse.of(denoiser.law())),
                    new Variance.OptimalDiagonal(),
                    new Variance.OptimalFull())) {
                AffineStep step = AffineStep.of(new Ddpm(variance), denoiser, schedule.end(), 0);
                AffineStep.Law end = Processes.lawAt(denoiser, schedule.end()).after(step);
                assertThat(end.distanceTo(Processes.lawAt(denoiser, 0)))
                        .as("%s, %s", variance, schedule)
                        .isCloseTo(0, within(1e-12));
            }
        }
    }

    /// Mean and covariance of the exact reverse kernel, on mixtures of every structure.
    @Test
    void fullOptimumHasTheMomentsOfTheExactKernel() {
        SampleLaws.ofEachStructure().forEach((name, mixture) -> {
            DiffusedMixture law = new DiffusedMixture(mixture, LinearVp.standard());
            Points x = law.marginal(0.6).sample(3, RandomStreams.of(12));
            for (int i = 0; i < 3; i++) {
                GaussianMixture kernel = law.reverseKernel(0.3, 0.6, x.row(i));
                Ddpm rule = new Ddpm(new Variance.OptimalFull());
                double[] mean = moved(rule, law, x.row(i), -1);
                Near.nearAsWhole(name, mean, kernel.mean(), 1e-12, 1);
                Near.nearAsWhole(name, covariance(rule, law, x.row(i)), kernel.covariance(), 1e-12, 1);
            }
        });
    }

    /// Its diagonal is that of the full one; its noise is independent in each coordinate.
    @Test
    void diagonalOptimumIsTheDiagonalOfTheFullOne() {
        DiffusedMixture law = new DiffusedMixture(FULL, LinearVp.standard());
        double[] x = law.marginal(0.6).sample(1, RandomStreams.of(13)).row(0);
        double[] full = covariance(new Ddpm(new Variance.OptimalFull()), law, x);
        double[] diagonal = covariance(new Ddpm(new Variance.OptimalDiagonal()), law, x);
        for (int i = 0; i < 9; i++) {
            assertThat(diagonal[i]).isCloseTo(i % 4 == 0 ? full[i] : 0, within(1e-13));
        }
    }

    /// `L Lᵀ` from the columns of `L`, which unit noise shows one by one.
    private static double[] covariance(Ddpm rule, DiffusedMixture law, double[] x) {
        int d = x.length;
        double[] mean = moved(rule, law, x, -1);
        double[] out = new double[d * d];
        for (int l = 0; l < d; l++) {
            double[] column = moved(rule, law, x, l);
            for (int i = 0; i < d * d; i++) {
                out[i] += (column[i / d] - mean[i / d]) * (column[i % d] - mean[i % d]);
            }
        }
        return out;
    }

    /// Where the rule takes a point with noise along one axis, or none.
    private static double[] moved(Ddpm rule, DiffusedMixture law, double[] x, int axis) {
        Points one = Points.of(x);
        rule.between(new MixtureDenoiser(law), 0.6, 0.3).apply(one, Memory.of(0), new Noise() {
            @Override
            public void fillNormals(double[] out) {
                Arrays.fill(out, 0);
                if (axis >= 0) {
                    out[axis] = 1;
                }
            }

            @Override
            public RandomStream stream() {
                throw new UnsupportedOperationException();
            }
        });
        return one.row(0);
    }

    /// Tweedie's second formula on average, `E tr Cov[x₀|xₜ] = (σ²/α²)(d − σ² E‖∇ln pₜ‖²)`, with the mean
    /// squared score by quadrature too. The right side loses `σ²/α²` units in the last place.
    @Test
    void mmseAndMeanSquaredScoreAreOneNumber() {
        DiffusedMixture law = new DiffusedMixture(Processes.TWO_MODES, LinearVp.standard());
        Mmse direct = Mmse.of(law);
        Mmse byScore = Mmse.ofMeanSquaredScore(law.schedule(), t -> meanSquaredScore(law.at(t)));
        for (double t : new double[] {0.05, 0.2, 0.5}) {
            assertThat(direct.at(t)).isCloseTo(byScore.at(t), within(1e-10));
        }
        assertThat(direct.at(0)).isZero();
    }

    private static double meanSquaredScore(NoisyMixture noisy) {
        double sum = 0;
        for (int i = -8000; i <= 8000; i++) {
            Points x = Points.of(new double[] {i / 1000.0});
            double s = noisy.score(x).get(0, 0);
            sum += Math.exp(noisy.logDensity(x)[0]) * s * s / 1000;
        }
        return sum;
    }

    /// In more dimensions by draws: against the same sum over independent coordinates. 4096 draws, and a
    /// trace that varies by less than its mean: 5 % are three standard errors.
    @Test
    void mmseInMoreDimensionsIsAMeanOverDraws() {
        GaussianMixture plane = GaussianMixture.ofWeights(
                new double[] {0.3, 0.7},
                Points.of(new double[] {-1, 0}, new double[] {1, 0}),
                List.of(Diagonal.of(0.5, 0.3), Diagonal.of(0.4, 0.3)));
        GaussianMixture other = GaussianMixture.gaussian(new double[] {0}, new Isotropic(0.3, 1));
        for (double t : new double[] {0.1, 0.4}) {
            double expected = (mmse(Processes.TWO_MODES, t) + mmse(other, t)) / 2;
            assertThat(mmse(plane, t)).isCloseTo(expected, within(0.05 * expected));
        }
    }

    private static double mmse(GaussianMixture mixture, double t) {
        return Mmse.of(new DiffusedMixture(mixture, LinearVp.standard())).at(t);
    }

    @Test
    void pointwiseOptimumNeedsADenoiserThatKnowsCovariances() {
        FunctionDenoiser means = new FunctionDenoiser(1, Flow.standard(), Prediction.X0, (x, _) -> x);
        assertThatThrownBy(() -> new Ddpm(new Variance.OptimalFull()).between(means, 0.5, 0.4))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("not Cov[x0 | xt]");
    }
}
