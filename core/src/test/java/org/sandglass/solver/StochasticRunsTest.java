package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.CountingDenoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

/// What every stochastic rule owes a run: an honest count, the same bytes on any threads, an answer at the
/// ends of a process or a reason.
class StochasticRunsTest {
    private static final WarmUp PLAIN = new WarmUp.LowerOrder();
    private static final WarmUp HEUN = new WarmUp.With(new Heun());

    private static final List<Step> FINITE_EVERYWHERE = List.of(
            new Ddpm(new Variance.Lower()),
            new Ddpm(new Variance.Upper()),
            new Ddpm(new Variance.OptimalDiagonal()),
            new Ddpm(new Variance.OptimalFull()),
            new SdeDpmSolverPlusPlus1(),
            new SdeDpmSolverPlusPlus2M(PLAIN),
            new SdeDpmSolverPlusPlus2M(HEUN),
            new Seeds1(),
            new Seeds2(),
            new SaSolver(1, 0, 1),
            new SaSolver(3, 4, 0.7),
            new SaSolver(2, 2, 0),
            new SaSolver(3, 0, 1, HEUN),
            new SaSolver(3, 3, 1, HEUN),
            new Restart(new Ddim(), 0.2, 0.6, 2, 3),
            new Restart(new Ddim(), 0.15, 0.6, 1, 2),
            new PredictorCorrector(new Ddim(), 2, 0.16),
            new LangevinFlow(0.5),
            new LangevinFlow(0));

    private static List<Step> all() {
        List<Step> all = new ArrayList<>(FINITE_EVERYWHERE);
        all.addAll(List.of(new EulerMaruyama(), new EulerMaruyama(0.5), new EulerMaruyama(0)));
        all.add(new AdaptiveSde(0.05, 0.1));
        all.add(new AdaptiveSde(0.05, 0.1, 0.01, AdaptiveSde.Refused.SAME_PATH));
        all.add(new PredictorCorrector(new EulerMaruyama(), 1, 0.2));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> statesHowOftenItAsks() {
        return each(all(), step -> {
            MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), LinearVp.standard());
            for (int steps : new int[] {1, 2, 3, 10}) {
                TimeGrid grid = TimeGrid.uniform(denoiser.schedule(), 1, 0, steps);
                Points start = Start.EXACT.draw(denoiser.law(), 1, 50, RandomStreams.of(8));
                CountingDenoiser counting = new CountingDenoiser(denoiser);
                new Sampler(step, grid).run(counting, start, RandomStreams.of(8));
                OptionalInt stated = step.evaluations(grid);
                if (stated.isPresent()) {
                    assertThat(counting.points()).as("%d steps", steps).isEqualTo(50L * stated.getAsInt());
                } else {
                    assertThat(run(step, grid, denoiser, start, 1).evaluations())
                            .isEqualTo(counting.points() / 50.0);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameBytesOnAnyThreads() {
        return each(all(), step -> {
            MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), LinearVp.standard());
            Points start = Start.EXACT.draw(denoiser.law(), 1, 2100, RandomStreams.of(9));
            TimeGrid grid = TimeGrid.uniform(denoiser.schedule(), 1, 0, 6);
            Points one = run(step, grid, denoiser, start, 1).end();
            assertThat(run(step, grid, denoiser, start, 3).end()).isEqualTo(one);
            Points fewer = run(step, grid, denoiser, start.slice(0, 1024), 2).end();
            assertThat(one.slice(0, 1024))
                    .as("no point depends on other chunks")
                    .isEqualTo(fewer);
        });
    }

    /// From `α = 0` and to `σ = 0`, under all schedules.
    @TestFactory
    Stream<DynamicTest> goesFromEndToEnd() {
        return each(FINITE_EVERYWHERE, step -> {
            for (NoiseSchedule schedule : List.of(Flow.standard(), LinearVp.standard())) {
                MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), schedule);
                TimeGrid grid = TimeGrid.uniform(schedule, 1, 0, 5);
                Points start = Start.EXACT.draw(denoiser.law(), 1, 20, RandomStreams.of(10));
                Points end = new Sampler(step, grid).run(denoiser, start, RandomStreams.of(10));
                assertThat(end.firstNonFiniteRow()).as("%s", schedule).isEqualTo(-1);
            }
        });
    }

    /// The two rules that need the rates `f` and `g²` themselves.
    @Test
    void rulesThatNeedRatesRefuseAnEndWithoutThem() {
        MixtureDenoiser denoiser = Processes.exact(SampleLaws.quickstart(), Flow.standard());
        TimeGrid grid = TimeGrid.uniform(Flow.standard(), 1, 0, 5);
        for (Step step : List.of(new EulerMaruyama(0.5), new AdaptiveSde(0.05, 0.1))) {
            assertThatThrownBy(() -> step.move(denoiser, grid, 0))
                    .isInstanceOf(NumericalException.class)
                    .hasMessageContaining("start the grid a little earlier, such as at 0.99");
        }
    }

    @Test
    void refusesParametersThatMeanNothing() {
        assertRefused(() -> new EulerMaruyama(-0.1), "xi must be finite and >= 0, got -0.1");
        assertRefused(() -> new EulerMaruyama(Double.NaN), "xi must be finite and >= 0, got NaN");
        assertRefused(() -> new LangevinFlow(-0.1), "noise must be finite and >= 0, got -0.1");
        assertRefused(() -> new SaSolver(4, 0, 1), "got 4 and 0");
        assertRefused(() -> new SaSolver(1, 5, 1), "got 1 and 5");
        assertRefused(() -> new SaSolver(1, 0, -1), "tau must be finite and >= 0, got -1.0");
        assertRefused(() -> new Restart(new Ddim(), 0.5, 0.4, 1, 1), "got low=0.5, high=0.4");
        assertRefused(() -> new Restart(new Ddim(), 0.5, 0.6, 0, 1), "times must be >= 1, got 0");
        assertRefused(() -> new Restart(new Ddim(), 0.5, 0.6, 1, 0), "steps must be >= 1, got 0");
        assertRefused(() -> new AdaptiveSde(0, 0), "absolute + relative must be finite and > 0, got 0.0");
        assertRefused(
                () -> new AdaptiveSde(0.1, 0.1, 2, AdaptiveSde.Refused.SAME_PATH),
                "first must be within (0, 1], got 2.0");
        assertRefused(() -> new PredictorCorrector(new Ddim(), -1, 0.1), "corrections must be >= 0, got -1");
        assertRefused(() -> new PredictorCorrector(new Ddim(), 1, -0.1), "snr must be finite and >= 0, got -0.1");
    }

    @Test
    void restartRefusesAGridThatDoesNotPassIt() {
        Restart restart = new Restart(new Ddim(), 0.2, 0.6, 1, 1);
        TimeGrid grid = TimeGrid.uniform(LinearVp.standard(), 1, 0.3, 5);
        assertRefused(() -> restart.evaluations(grid), "a grid that passes low=0.2, got one from 1.0 to 0.3");
    }

    private static void assertRefused(Runnable maker, String message) {
        assertThatThrownBy(maker::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Trajectory run(Step step, TimeGrid grid, MixtureDenoiser denoiser, Points start, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return new Sampler(step, grid)
                    .run(denoiser, start, RandomStreams.of(8), workers, new Recording.EndOnly(), StepObserver.quiet());
        }
    }

    private static Stream<DynamicTest> each(List<Step> steps, java.util.function.Consumer<Step> check) {
        return steps.stream().map(step -> DynamicTest.dynamicTest(step.toString(), () -> check.accept(step)));
    }
}
