package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.PowerInterpolant;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class LangevinFlowTest {
    private static final LangevinFlow STEP = new LangevinFlow(0.5);
    private static final PowerInterpolant ROOT = new PowerInterpolant(1, 0.5, 1);

    /// Velocity and score asked for one by one, at times of much and of little noise and at the very end; to
    /// rounding of terms of the size of the noise.
    @Test
    void stepIsTheFormula() {
        for (NoiseSchedule schedule : Processes.all()) {
            MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), schedule);
            for (double part : new double[] {0.05, 0.5, 0.9, 1}) {
                double t = part * schedule.end();
                double h = t - 0.95 * t;
                Points x = denoiser.law().marginal(t).sample(50, RandomStreams.of(5));
                double[] expected = byDefinition(denoiser, x, t, h);
                STEP.between(denoiser, t, 0.95 * t).apply(x, Memory.of(0), Noise.of(RandomStreams.of(6).stream("z")));
                double size = 1 + schedule.sigma(t) + h * schedule.varianceRate(t);
                assertThat(x.data()).as("%s at %s", schedule, t).containsExactly(expected, within(1e-12 * size));
            }
        }
    }

    private static double[] byDefinition(MixtureDenoiser denoiser, Points x, double t, double h) {
        Points velocity = Points.zeros(50, 2);
        Points score = Points.zeros(50, 2);
        denoiser.at(t).predict(Prediction.VELOCITY, x, velocity);
        denoiser.at(t).predict(Prediction.SCORE, x, score);
        double[] z = new double[100];
        RandomStreams.of(6).stream("z").fillNormals(z, 0, 100);
        double[] expected = x.data().clone();
        for (int i = 0; i < 100; i++) {
            expected[i] += -h * velocity.data()[i] + 0.125 * h * score.data()[i] + 0.5 * Math.sqrt(h) * z[i];
        }
        return expected;
    }

    /// From `α = 0` to 0, mean and standard deviation of one Gaussian as its affine steps have them: the
    /// error halves with the step.
    @Test
    void biasFromEndToEndFallsWithOrderOne() {
        for (NoiseSchedule schedule : List.of(Flow.standard(), ROOT)) {
            MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, schedule);
            double ratio = bias(denoiser, 1000) / bias(denoiser, 2000);
            assertThat(Math.log(ratio) / Math.log(2)).as("%s", schedule).isBetween(0.95, 1.05);
        }
    }

    private static double bias(MixtureDenoiser denoiser, int steps) {
        TimeGrid grid = TimeGrid.uniform(denoiser.schedule(), 1, 0, steps);
        AffineStep.Law start = Processes.lawAt(denoiser, 1);
        return start.after(STEP, denoiser, grid).distanceTo(Processes.lawAt(denoiser, 0));
    }

    /// Seed 54, 10 000 points, 1000 steps from pure noise; odds 1e-3 but for the bias.
    @Test
    void fitsTheDataFromPureNoise() {
        for (NoiseSchedule schedule : List.of(Flow.standard(), ROOT)) {
            DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), schedule);
            RandomStreams streams = RandomStreams.of(54);
            Points start = Start.PRIOR.draw(law, 1, 10_000, streams);
            TimeGrid grid = TimeGrid.uniform(schedule, 1, 0, 1000);
            Points end = new Sampler(STEP, grid).run(new MixtureDenoiser(law), start, streams);
            GoodnessOfFit.assertDrawnFrom(end, law.mixture(), 1e-3, "seed 54 under " + schedule);
        }
    }

    /// Where the signal falls infinitely fast, no step is right.
    @Test
    void refusesAnInfiniteVelocity() {
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, new PowerInterpolant(0.5, 0.5, 1));
        assertThatThrownBy(() -> STEP.between(denoiser, 1, 0.9))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("at t=1.0")
                .hasMessageContaining("VELOCITY is not determined");
        assertThat(STEP.between(denoiser, 0.99, 0.9)).isNotNull();
    }
}
