package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.Processes;

class DdimTest {
    private static final double X0 = 1.75;

    /// For `α = 1 − t`, `σ = t` both are `x + (s − t) v`. 50 steps of numbers below 10: 1e-12 is some 20 ulps
    /// of each.
    @Test
    void isEulersMethodForFlow() {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, Flow.standard());
        TimeGrid grid = TimeGrid.uniform(Flow.standard(), 1, 0, 50);
        Points start = Start.EXACT.draw(denoiser.law(), 1, 100, RandomStreams.of(61));
        Points euler = new Sampler(new Euler(), grid).run(denoiser, start, RandomStreams.of(61));
        Points ddim = new Sampler(new Ddim(), grid).run(denoiser, start, RandomStreams.of(61));
        assertThat(ddim.data()).containsExactly(euler.data(), Offset.offset(1e-12));
    }

    /// `η = 1` is the exact kernel `p(xₛ | xₜ, x₀)`, of which the ancestral step of DDPM replaces `x₀` by its
    /// estimate.
    @Test
    void withEtaOneIsTheAncestralPosterior() {
        for (NoiseSchedule schedule : Processes.all()) {
            DiffusedMixture law = DiffusedMixture.from(schedule, X0);
            double t = 0.8 * schedule.end();
            double s = 0.5 * schedule.end();
            AffineStep step = AffineStep.of(new Ddim(1), new MixtureDenoiser(law), t, s);
            double scale = schedule.sigma(s) + 1;
            for (double xt : new double[] {-1, 0, 2.5}) {
                GaussianMixture kernel = law.reverseKernel(s, t, xt);
                assertThat(step.slope() * xt + step.intercept())
                        .isCloseTo(kernel.means().get(0, 0), Offset.offset(1e-14 * scale));
                assertThat(step.spread())
                        .isCloseTo(Math.sqrt(kernel.covariance(0).matrix()[0]), Offset.offset(1e-14 * scale));
            }
        }
    }

    /// On a point mass every `η` carries `N(αₜ x₀, σₜ²)` to `N(αₛ x₀, σₛ²)`, in a step of any length.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void isExactForAPointMass(double eta) {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = new MixtureDenoiser(DiffusedMixture.from(schedule, X0));
            for (double u : new double[] {0, 0.001, 0.4, 0.9}) {
                double s = u * schedule.end();
                AffineStep step = AffineStep.of(new Ddim(eta), denoiser, schedule.end(), s);
                AffineStep.Law law = Processes.lawAt(denoiser, schedule.end()).after(step);
                double scale = 1e-13 * (1 + schedule.sigma(s));
                assertThat(law.mean())
                        .as("%s at %g", schedule, s)
                        .isCloseTo(schedule.alpha(s) * X0, Offset.offset(scale));
                assertThat(law.std()).as("%s at %g", schedule, s).isCloseTo(schedule.sigma(s), Offset.offset(scale));
            }
        }
    }

    /// The stochastic family solves the reverse SDE: on one Gaussian its law converges with order 1 too, up to
    /// a relative `O(1/n)`.
    @Test
    void withNoiseConvergesOnOneGaussianWithOrderOne() {
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, Flow.standard());
        for (double eta : new double[] {0.5, 1}) {
            double order = Math.log(bias(denoiser, eta, 1000) / bias(denoiser, eta, 2000)) / Math.log(2);
            assertThat(order).as("eta %g", eta).isBetween(0.97, 1.03);
        }
    }

    private static double bias(MixtureDenoiser denoiser, double eta, int steps) {
        TimeGrid grid = TimeGrid.uniform(denoiser.schedule(), 1, 0, steps);
        return Processes.lawAt(denoiser, 1)
                .after(new Ddim(eta), denoiser, grid)
                .distanceTo(Processes.lawAt(denoiser, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAnEtaOutsideItsRange(double eta) {
        assertThatThrownBy(() -> new Ddim(eta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("eta must be within [0, 1], got " + eta);
    }
}
