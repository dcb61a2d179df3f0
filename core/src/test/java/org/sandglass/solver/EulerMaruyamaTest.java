package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class EulerMaruyamaTest {
    private static final EulerMaruyama STEP = new EulerMaruyama();

    /// Seed 51, 10 000 points. A chain without bias fails at another seed with odds 1e-2; the bias here, in the
    /// third decimal, hardly adds to them.
    @Test
    void fitsTheQuickstartInFiveHundredSteps() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), LinearVp.standard());
        RandomStreams streams = RandomStreams.of(51);
        Points start = Start.EXACT.draw(law, 1, 10_000, streams);
        TimeGrid grid = TimeGrid.uniform(law.schedule(), 1, 0, 500);
        Points end = new Sampler(STEP, grid).run(new MixtureDenoiser(law), start, streams);
        GoodnessOfFit.assertDrawnFrom(end, law.mixture(), 1e-2, "seed 51");
    }

    /// A chain of 20 steps is far from the data, and just where its affine steps say. Seed 52, 20 000 points,
    /// odds 1e-3.
    @Test
    void coarseChainHasItsOwnExactLaw() {
        double[] means = {1.5, -0.5};
        double[] stds = {0.5, 1.2};
        DiffusedMixture law =
                new DiffusedMixture(GaussianMixture.gaussian(means, Diagonal.of(stds)), LinearVp.standard());
        RandomStreams streams = RandomStreams.of(52);
        TimeGrid grid = TimeGrid.uniform(law.schedule(), 1, 0, 20);
        Points start = Start.EXACT.draw(law, 1, 20_000, streams);
        Points end = new Sampler(STEP, grid).run(new MixtureDenoiser(law), start, streams);
        AffineStep.Law first = ownLaw(means[0], stds[0], grid);
        AffineStep.Law second = ownLaw(means[1], stds[1], grid);
        GaussianMixture own = GaussianMixture.gaussian(
                new double[] {first.mean(), second.mean()}, Diagonal.of(first.std(), second.std()));
        GoodnessOfFit.assertDrawnFrom(end, own, 1e-3, "seed 52");
        assertThat(GoodnessOfFit.pValues(end, law.mixture())).anyMatch(p -> p < 1e-9);
    }

    private static AffineStep.Law ownLaw(double mean, double std, TimeGrid grid) {
        MixtureDenoiser denoiser =
                Processes.exact(GaussianMixture.gaussian(new double[] {mean}, Diagonal.of(std)), LinearVp.standard());
        return Processes.lawAt(denoiser, 1).after(STEP, denoiser, grid);
    }

    /// `x ← x + (g² s − f x) h + g √h z` with `s = −(x − αμ)/c²`: slope, intercept and spread by hand, errors
    /// of a few roundings of terms below 100.
    @Test
    void stepIsTheFormula() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            double t = 0.7 * schedule.end();
            double h = 0.01 * schedule.end();
            AffineStep.Law law = Processes.lawAt(denoiser, t);
            double g2 = schedule.diffusionSquared(t);
            double pull = g2 * h / law.std() / law.std();
            AffineStep step = AffineStep.of(STEP, denoiser, t, t - h);
            assertThat(step.slope()).isCloseTo(1 - schedule.drift(t) * h - pull, Offset.offset(1e-12));
            assertThat(step.intercept()).isCloseTo(pull * law.mean(), Offset.offset(1e-11));
            assertThat(step.spread()).isCloseTo(Math.sqrt(g2 * h), Offset.offset(1e-11));
        }
    }

    /// The error is `c/n + O(1/n²)`, so halving the step halves it up to a relative `O(1/n)`: 1e-3 here, as
    /// both terms are alike.
    @Test
    void biasOnOneGaussianFallsWithOrderOne() {
        for (NoiseSchedule schedule : List.of(LinearVp.standard(), CosineVp.standard())) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            double coarse = bias(denoiser, 1000);
            double fine = bias(denoiser, 2000);
            assertThat(Math.log(coarse / fine) / Math.log(2))
                    .as("%s: %g, %g", schedule, coarse, fine)
                    .isBetween(0.99, 1.01);
        }
    }

    private static double bias(MixtureDenoiser denoiser, int steps) {
        NoiseSchedule schedule = denoiser.schedule();
        TimeGrid grid = TimeGrid.uniform(schedule, 0.9 * schedule.end(), 0, steps);
        AffineStep.Law start = Processes.lawAt(denoiser, grid.from());
        return start.after(STEP, denoiser, grid).distanceTo(Processes.lawAt(denoiser, 0));
    }

    @Test
    void refusesAnEndWithoutRatesAndNamesTheRemedy() {
        for (NoiseSchedule schedule : List.of(Flow.standard(), CosineVp.standard())) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            assertThatThrownBy(() -> STEP.between(denoiser, 1, 0.9))
                    .isInstanceOf(NumericalException.class)
                    .hasMessageContaining("at t=1.0")
                    .hasMessageContaining("start the grid a little earlier, such as at 0.99");
        }
    }

    /// Seed 53, 10 000 points, 1000 steps; odds 1e-3 but for the bias.
    @Test
    void runsFromJustBeforeAnEndWithoutRates() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), Flow.standard());
        RandomStreams streams = RandomStreams.of(53);
        TimeGrid grid = TimeGrid.uniform(law.schedule(), 0.99, 0, 1000);
        Points start = Start.EXACT.draw(law, grid.from(), 10_000, streams);
        Points end = new Sampler(STEP, grid).run(new MixtureDenoiser(law), start, streams);
        GoodnessOfFit.assertDrawnFrom(end, law.mixture(), 1e-3, "seed 53");
    }
}
