package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

/// Rules of different papers that are one rule. Chains of 20 steps on all schedules, on three components in
/// the plane: 1e-12 of the largest coordinate is some 200 units in the last place.
class StochasticIdentitiesTest {
    @Test
    void eulerMaruyamaWithoutNoiseIsEuler() {
        assertSame(new EulerMaruyama(0), new Euler());
    }

    @Test
    void langevinFlowWithoutNoiseIsEuler() {
        assertSame(new LangevinFlow(0), new Euler());
    }

    @Test
    void saSolverWithoutNoiseIsDdim() {
        assertSame(new SaSolver(1, 0, 0), new Ddim());
    }

    @Test
    void ancestralStepsOfFourNamesAreOne() {
        assertSame(new Ddpm(new Variance.Lower()), new Ddim(1));
        assertSame(new SdeDpmSolverPlusPlus1(), new Ddim(1));
        assertSame(new SaSolver(1, 0, 1), new Ddim(1));
    }

    @Test
    void aCorrectorOfNothingIsThePredictor() {
        assertSame(new PredictorCorrector(new Ddim(), 0, 0.16), new Ddim());
        assertSame(new PredictorCorrector(new Ddim(), 2, 0), new Ddim());
    }

    @Test
    void oneStepOfTheMultistepRulesIsThatOfOrderOne() {
        for (NoiseSchedule schedule : Processes.all()) {
            TimeGrid one = TimeGrid.uniform(schedule, 0.9 * schedule.end(), 0.3 * schedule.end(), 1);
            assertSame(new SaSolver(3, 4, 0.7), new SaSolver(1, 0, 0.7), one, schedule);
            assertSame(new SdeDpmSolverPlusPlus2M(new WarmUp.LowerOrder()), new SdeDpmSolverPlusPlus1(), one, schedule);
        }
    }

    private static void assertSame(Step one, Step other) {
        for (NoiseSchedule schedule : Processes.all()) {
            double end = schedule.end();
            assertSame(one, other, TimeGrid.uniform(schedule, 0.9 * end, 0.1 * end, 20), schedule);
        }
    }

    private static void assertSame(Step one, Step other, TimeGrid grid, NoiseSchedule schedule) {
        MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), schedule);
        Points start = Start.EXACT.draw(denoiser.law(), grid.from(), 200, RandomStreams.of(3));
        double[] first =
                new Sampler(one, grid).run(denoiser, start, RandomStreams.of(4)).data();
        double[] second = new Sampler(other, grid)
                .run(denoiser, start, RandomStreams.of(4))
                .data();
        for (int i = 0; i < first.length; i++) {
            assertThat(first[i])
                    .as("%s and %s under %s", one, other, schedule)
                    .isCloseTo(second[i], within(1e-12 * (1 + schedule.sigma(grid.from()))));
        }
    }

    /// The formula as it stood before `ξ`: the same bits.
    @Test
    void eulerMaruyamaKeepsItsBits() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), schedule);
            double t = 0.7 * schedule.end();
            double h = t - 0.65 * schedule.end();
            Points x = denoiser.law().marginal(t).sample(50, RandomStreams.of(5));
            double[] score = new double[100];
            denoiser.at(t).predict(Prediction.SCORE, x, Points.wrap(score, 50, 2));
            double[] z = new double[100];
            RandomStreams.of(6).stream("z").fillNormals(z, 0, 100);
            double g2 = schedule.diffusionSquared(t);
            double[] expected = x.data().clone();
            for (int i = 0; i < 100; i++) {
                expected[i] = (1 - schedule.drift(t) * h) * expected[i] + g2 * h * score[i] + Math.sqrt(g2 * h) * z[i];
            }
            Move move = new EulerMaruyama().between(denoiser, t, 0.65 * schedule.end());
            move.apply(x, Memory.of(0), Noise.of(RandomStreams.of(6).stream("z")));
            assertThat(x.data()).isEqualTo(expected);
        }
    }

    /// The exact linear part: on a point mass at 0 every exponential rule ends with the exact variance. Noise
    /// that is √2 too large would end with up to twice of it.
    @Test
    void varianceIsThatOfTheProcessOnAPointMass() {
        List<Step> rules = List.of(
                new SdeDpmSolverPlusPlus1(),
                new SdeDpmSolverPlusPlus2M(new WarmUp.LowerOrder()),
                new SaSolver(3, 4, 1.3),
                new SaSolver(2, 0, 0.4),
                new Ddpm(new Variance.OptimalFull()));
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser =
                    new MixtureDenoiser(org.sandglass.diffusion.DiffusedMixture.from(schedule, 1.75));
            TimeGrid grid = TimeGrid.uniform(schedule, schedule.end(), 0.1 * schedule.end(), 7);
            for (Step rule : rules) {
                AffineStep.Law end =
                        Processes.lawAt(denoiser, grid.from()).after(AffineStep.ofChain(rule, denoiser, grid));
                double scale = 1e-11 * (1 + schedule.sigma(grid.from()));
                assertThat(end.std()).as("%s, %s", rule, schedule).isCloseTo(schedule.sigma(grid.to()), within(scale));
                assertThat(end.mean())
                        .as("%s, %s", rule, schedule)
                        .isCloseTo(1.75 * schedule.alpha(grid.to()), within(scale));
            }
        }
    }
}
