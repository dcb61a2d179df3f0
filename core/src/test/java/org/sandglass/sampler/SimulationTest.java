package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.testing.AffineStep;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class SimulationTest {
    private static final RandomStreams STREAMS = RandomStreams.of(101);
    private static final Simulation.Drift STILL = (x, _) -> Points.zeros(x.n(), x.d());

    @Test
    void withoutDriftAndNoiseNothingMoves() {
        Points start = Points.of(new double[] {1, -2}, new double[] {0.5, 1e300});
        Trajectory way = Simulation.run(STILL, Simulation.Diffusion.none(), start, new double[] {0, 0.3, 1}, STREAMS);
        assertThat(way.times()).containsExactly(0.0, 0.3, 1.0);
        assertThat(way.states()).containsExactly(start, start, start);
        assertThat(way.evaluations()).isEqualTo(2);
    }

    /// `dx = t dt` from 1 to 0: Euler takes the slope at the beginning of each step, with a negative step.
    @Test
    void walksBackInTime() {
        Simulation.Drift slope = (x, t) -> Points.wrap(new double[] {t}, 1, 1);
        Trajectory way = Simulation.run(
                slope, Simulation.Diffusion.none(), Points.zeros(1, 1), new double[] {1, 0.5, 0}, STREAMS);
        assertThat(way.states().get(1).get(0, 0)).isEqualTo(-0.5);
        assertThat(way.end().get(0, 0)).isEqualTo(-0.75);
    }

    /// A drift may hand back the very points it was given.
    @Test
    void aDriftMayReturnItsArgument() {
        Trajectory way = Simulation.run(
                (x, _) -> x,
                Simulation.Diffusion.none(),
                Points.of(new double[] {1, 2}),
                new double[] {0, 0.5},
                STREAMS);
        assertThat(way.end().data()).containsExactly(1.5, 3);
    }

    /// Noise alone adds up: `N(0, Σ g²|h|)`. Seed 101, 10 000 points; odds 1e-4 for each of 2.
    @Test
    void noiseAddsUpInBothDirections() {
        for (double[] times : List.of(new double[] {0, 1, 3}, new double[] {3, 1, 0})) {
            double variance = times[0] == 0 ? 1 * 1 + 4 * 2 : 16 * 2 + 4 * 1;
            Points end = Simulation.run(STILL, t -> 1 + t, Points.zeros(10_000, 1), times, STREAMS)
                    .end();
            GaussianMixture law = GaussianMixture.gaussian(new double[1], new Isotropic(Math.sqrt(variance), 1));
            GoodnessOfFit.assertDrawnFrom(end, law, 1e-4, "noise alone");
        }
    }

    /// With `f x − g² ∇ln pₜ` and `g` it is the Euler–Maruyama step: the chain's exact law on one Gaussian.
    /// Seed 101, 20 000 points, odds 1e-3.
    @Test
    void reverseDriftOfTheUsersHasTheLawOfEulerMaruyama() {
        MixtureDenoiser denoiser = Processes.exact(Processes.GAUSSIAN, LinearVp.standard());
        DiffusedMixture law = denoiser.law();
        TimeGrid grid = TimeGrid.uniform(law.schedule(), 1, 0, 25);
        Points end = Simulation.run(
                        (x, t) -> reverseDrift(law, x, t, 1),
                        t -> Math.sqrt(law.schedule().diffusionSquared(t)),
                        Start.EXACT.draw(law, 1, 20_000, STREAMS),
                        grid.toArray(),
                        STREAMS)
                .end();
        AffineStep.Law own = Processes.lawAt(denoiser, 1).after(new EulerMaruyama(), denoiser, grid);
        GaussianMixture expected = GaussianMixture.gaussian(new double[] {own.mean()}, new Isotropic(own.std(), 1));
        GoodnessOfFit.assertDrawnFrom(end, expected, 1e-3, "reverse drift, seed 101");
    }

    /// With `f x − ½ g² ∇ln pₜ` and no noise it is Euler's method: roundings of 25 steps of numbers below 100.
    @Test
    void flowOfTheUsersIsEuler() {
        MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), LinearVp.standard());
        TimeGrid grid = TimeGrid.uniform(denoiser.schedule(), 1, 0, 25);
        Points start = Start.EXACT.draw(denoiser.law(), 1, 100, STREAMS);
        Points own = Simulation.run(
                        (x, t) -> reverseDrift(denoiser.law(), x, t, 0.5),
                        Simulation.Diffusion.none(),
                        start,
                        grid.toArray(),
                        STREAMS)
                .end();
        assertThat(own.data())
                .containsExactly(
                        new Sampler(new Euler(), grid)
                                .run(denoiser, start, STREAMS)
                                .data(),
                        Offset.offset(1e-12));
    }

    private static Points reverseDrift(DiffusedMixture law, Points x, double t, double share) {
        Points out = law.at(t).score(x);
        double f = law.schedule().drift(t);
        double g2 = law.schedule().diffusionSquared(t);
        for (int i = 0; i < out.data().length; i++) {
            out.data()[i] = f * x.data()[i] - share * g2 * out.data()[i];
        }
        return out;
    }

    @Test
    void threadsDoNotChangeTheBytesAndRecordingThins() {
        double[] times = {0, 0.1, 0.2, 0.3, 0.4, 0.5};
        Simulation.Drift pull = (x, _) -> {
            Points out = x.copy();
            for (int i = 0; i < out.data().length; i++) {
                out.data()[i] *= -2;
            }
            return out;
        };
        Trajectory whole = Simulation.run(pull, _ -> 1.5, Points.zeros(4000, 2), times, STREAMS);
        try (Workers workers = Workers.of(3)) {
            Trajectory thin = Simulation.run(
                    pull,
                    _ -> 1.5,
                    Points.zeros(4000, 2),
                    times,
                    STREAMS,
                    workers,
                    new Recording.Every(3),
                    StepObserver.quiet());
            assertThat(thin.times()).containsExactly(0.0, 0.3, 0.5);
            assertThat(thin.states())
                    .containsExactly(
                            whole.states().get(0),
                            whole.states().get(3),
                            whole.states().get(5));
        }
    }

    @Test
    void refusesWhatCannotBe() {
        Points x = Points.zeros(2, 1);
        Simulation.Diffusion none = Simulation.Diffusion.none();
        refuses("at least two times, got 1", STILL, none, x, 0.5);
        refuses("strictly monotone, got 0.5 before 0.5 at index 1", STILL, none, x, 0.5, 0.5);
        refuses("strictly monotone, got 1.0 before 0.5 at index 2", STILL, none, x, 0, 1, 0.5);
        refuses("strictly monotone, got NaN before 1.0 at index 1", STILL, none, x, Double.NaN, 1);
        refuses("diffusion must be finite and >= 0, got -1.0 at t=0.0", STILL, _ -> -1, x, 0, 1);
        refuses("diffusion must be finite and >= 0, got NaN at t=0.0", STILL, _ -> Double.NaN, x, 0, 1);
        refuses("the drift must return 2 x 1 numbers, got 1 x 1", (_, _) -> Points.zeros(1, 1), none, x, 0, 1);
        refuses("must be finite, got [Infinity] at row 0", STILL, none, Points.of(new double[] {1 / 0.0}), 0, 1);
    }

    private static void refuses(
            String message, Simulation.Drift drift, Simulation.Diffusion diffusion, Points x, double... times) {
        assertThatThrownBy(() -> Simulation.run(drift, diffusion, x, times, STREAMS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheStepAtWhichAPointIsLost() {
        Simulation.Drift pole = (x, t) -> Points.wrap(new double[] {1 / (t - 0.5)}, 1, 1);
        assertThatThrownBy(() -> Simulation.run(
                        pole, Simulation.Diffusion.none(), Points.zeros(1, 1), new double[] {0, 0.5, 1}, STREAMS))
                .isInstanceOf(NumericalException.class)
                .hasMessageStartingWith("point 0 is no longer finite after the step from t=0.5 to t=1.0");
    }
}
