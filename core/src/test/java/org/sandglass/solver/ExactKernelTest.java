package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class ExactKernelTest {
    /// Every process from its very end to time 0. Seed 41, 5000 points in each of 120 cases; all right, one
    /// of them fails at another seed with odds 1.2e-2.
    @TestFactory
    Stream<DynamicTest> reachesTheLawInOneThreeAndThirtySteps() {
        return Processes.all().stream()
                .flatMap(schedule -> SampleLaws.ofEachStructure().entrySet().stream()
                        .flatMap(law -> Stream.of(1, 3, 30)
                                .map(steps -> DynamicTest.dynamicTest(
                                        schedule + ", " + law.getKey() + ", " + steps,
                                        () -> reaches(law.getValue(), schedule, steps)))));
    }

    private static void reaches(GaussianMixture mixture, NoiseSchedule schedule, int steps) {
        DiffusedMixture law = new DiffusedMixture(mixture, schedule);
        RandomStreams streams = RandomStreams.of(41);
        TimeGrid grid = TimeGrid.uniform(schedule, schedule.end(), 0, steps);
        Points start = Start.EXACT.draw(law, grid.from(), 5000, streams);
        Points end = new Sampler(new ExactKernel(law), grid).run(new MixtureDenoiser(law), start, streams);
        GoodnessOfFit.assertDrawnFrom(end, law.marginal(0), 1e-4, schedule + " in " + steps + ", seed 41");
    }

    /// On the way too: each kept state has the marginal of its time. Seed 42, odds 1e-4 for each of 5.
    @Test
    void everyStateOnTheWayHasItsMarginal() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), LinearVp.standard());
        RandomStreams streams = RandomStreams.of(42);
        TimeGrid grid = TimeGrid.of(law.schedule(), 1, 0.5, 0.2, 0.05, 0);
        try (Workers workers = Workers.of(2)) {
            Trajectory way = new Sampler(new ExactKernel(law), grid)
                    .run(
                            new MixtureDenoiser(law),
                            Start.EXACT.draw(law, 1, 10_000, streams),
                            streams,
                            workers,
                            new Recording.Every(1),
                            StepObserver.quiet());
            for (int i = 0; i < 5; i++) {
                GoodnessOfFit.assertDrawnFrom(
                        way.states().get(i),
                        law.marginal(way.times().get(i)),
                        1e-4,
                        "t = " + way.times().get(i));
            }
        }
    }

    /// Point masses have no density at time 0, but the kernel towards them is that of choosing one.
    @Test
    void reachesPointMassesThemselves() {
        DiffusedMixture law = DiffusedMixture.from(Flow.standard(), 2, -3);
        RandomStreams streams = RandomStreams.of(43);
        Points start = Start.EXACT.draw(law, 1, 10, streams);
        TimeGrid grid = TimeGrid.uniform(law.schedule(), 1, 0, 3);
        Points end = new Sampler(new ExactKernel(law), grid).run(new MixtureDenoiser(law), start, streams);
        assertThat(end.row(9)).containsExactly(2, -3);
    }

    @Test
    void refusesALawOfAnotherDimensionThanTheDenoiser() {
        DiffusedMixture law = new DiffusedMixture(SampleLaws.quickstart(), LinearVp.standard());
        MixtureDenoiser other = Processes.exact(Processes.GAUSSIAN, LinearVp.standard());
        assertThatThrownBy(() -> new ExactKernel(law).between(other, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension 2, the denoiser 1");
    }
}
