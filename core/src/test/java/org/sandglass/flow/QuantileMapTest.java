package org.sandglass.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.AdaptiveOde;
import org.sandglass.testing.Processes;

/// The quantile map, and the adaptive solver against it.
class QuantileMapTest {
    private static final double[] PLACES = {-4, -1.5, -0.3, 0, 0.02, 0.8, 2, 5};

    private static Points start(DiffusedMixture law, double t) {
        GaussianMixture marginal = law.marginal(t);
        double mean = marginal.mean()[0];
        double std = Math.sqrt(marginal.covariance()[0]);
        return Points.wrap(
                IntStream.range(0, PLACES.length)
                        .mapToDouble(i -> mean + std * PLACES[i])
                        .toArray(),
                PLACES.length,
                1);
    }

    @Test
    void onOneGaussianItIsAffine() {
        DiffusedMixture law = new DiffusedMixture(Processes.GAUSSIAN, LinearVp.standard());
        double alpha = law.schedule().alpha(0.7);
        double std = Math.hypot(alpha * 0.5, law.schedule().sigma(0.7));
        for (double z : new double[] {-30, -3, 0, 0.1, 8, 35}) {
            assertThat(QuantileMap.of(law, 0.7, 0).apply(alpha * 1.5 + std * z))
                    .isCloseTo(1.5 + 0.5 * z, Offset.offset(1e-12 * Math.max(1, Math.abs(z))));
        }
    }

    @Test
    void thereAndBackIsTheSamePoint() {
        DiffusedMixture law = new DiffusedMixture(Processes.TWO_MODES, LinearVp.standard());
        Points x = start(law, 1);
        Points back = QuantileMap.of(law, 0, 1).apply(QuantileMap.of(law, 1, 0).apply(x));
        for (int i = 0; i < x.n(); i++) {
            assertThat(back.get(i, 0)).isCloseTo(x.get(i, 0), Offset.offset(1e-12));
        }
    }

    /// The global error is some ten times the tolerance of a step.
    @Test
    void theAdaptiveSolverFollowsItFromTheEndToDataForEverySchedule() {
        for (NoiseSchedule schedule : Processes.all()) {
            DiffusedMixture law = new DiffusedMixture(Processes.TWO_MODES, schedule);
            Points x = start(law, schedule.end());
            Points exact = QuantileMap.of(law, schedule.end(), 0).apply(x);
            for (double tolerance : new double[] {1e-5, 1e-8, 1e-11}) {
                Points end = run(law, x, tolerance, Workers.of(1)).end();
                for (int i = 0; i < x.n(); i++) {
                    assertThat(end.get(i, 0))
                            .as("%s, tolerance %g, %d", schedule, tolerance, i)
                            .isCloseTo(exact.get(i, 0), Offset.offset(100 * tolerance));
                }
            }
        }
    }

    private static Trajectory run(DiffusedMixture law, Points x, double tolerance, Workers workers) {
        NoiseSchedule schedule = law.schedule();
        return new Sampler(new AdaptiveOde(tolerance, tolerance), TimeGrid.of(schedule, schedule.end(), 0))
                .run(
                        new MixtureDenoiser(law),
                        x,
                        RandomStreams.of(0),
                        workers,
                        new Recording.EndOnly(),
                        StepObserver.quiet());
    }

    /// The flow over the angle is the same for all schedules: so is its cost, but for where they begin.
    @Test
    void theAdaptiveSolverCostsAsMuchForEverySchedule() {
        for (NoiseSchedule schedule : Processes.all()) {
            DiffusedMixture law = new DiffusedMixture(Processes.TWO_MODES, schedule);
            double evaluations =
                    run(law, start(law, schedule.end()), 1e-8, Workers.of(1)).evaluations();
            assertThat(evaluations).as(schedule + "").isBetween(100.0, 400.0);
        }
    }

    @Test
    void theAdaptiveSolverGivesTheSameBytesOnAnyThreads() {
        DiffusedMixture law = new DiffusedMixture(Processes.TWO_MODES, LinearVp.standard());
        Points x = law.marginal(1).sample(3000, RandomStreams.of(3));
        Trajectory alone = run(law, x, 1e-6, Workers.of(1));
        try (Workers workers = Workers.of(3)) {
            assertThat(run(law, x, 1e-6, workers).end()).isEqualTo(alone.end());
        }
    }

    @Test
    void refusesPlacesBeyondAllMass() {
        DiffusedMixture law = new DiffusedMixture(Processes.TWO_MODES, LinearVp.standard());
        assertThatThrownBy(() -> QuantileMap.of(law, 1, 0).apply(-60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0, 1)");
        assertThatThrownBy(() -> QuantileMap.of(law, 1, 0).apply(Points.zeros(2, 3)))
                .hasMessageContaining("points on the line");
    }
}
