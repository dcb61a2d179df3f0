package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sandglass.testing.Near.near;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.CountingDenoiser;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Step;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.Allocation;
import org.sandglass.testing.Processes;

/// Runs of the rules that look back: evaluations, ends, few steps, threads, memory.
class MultistepRunsTest {
    private static final WarmUp LOWER = new WarmUp.LowerOrder();
    private static final WarmUp HEUN = new WarmUp.With(new Heun());
    private static final RandomStreams STREAMS = RandomStreams.of(1);

    /// Predicts a fixed part of the point, and allocates nothing.
    private static final Denoiser PULL = new Denoiser() {
        @Override
        public int d() {
            return 1;
        }

        @Override
        public NoiseSchedule schedule() {
            return VP;
        }

        @Override
        public DenoiserAt at(double t) {
            return (what, xt, out) -> {
                for (int i = 0; i < out.data().length; i++) {
                    out.data()[i] = -0.5 * xt.data()[i];
                }
            };
        }
    };

    private static final Edm EDM = Edm.standard();
    private static final Flow FLOW = Flow.standard();
    private static final LinearVp VP = LinearVp.standard();

    private static List<Step> with(WarmUp warmUp) {
        return Stream.of(
                        Stream.of(new DpmSolverPlusPlus2M(warmUp), new DpmSolverPlusPlus3M(warmUp)),
                        Stream.of(Deis.Kind.values())
                                .flatMap(kind ->
                                        IntStream.rangeClosed(0, 3).mapToObj(order -> new Deis(kind, order, warmUp))),
                        IntStream.rangeClosed(1, 3)
                                .boxed()
                                .flatMap(order -> Stream.of(Form.values())
                                        .map(form -> new UniPc(
                                                order,
                                                UniPc.B.BH1,
                                                UniPc.Corrector.UNI_C,
                                                form,
                                                warmUp,
                                                LastSteps.FULL_ORDER))),
                        Stream.of(new UniPc(3, UniPc.B.BH2, UniPc.Corrector.NONE, warmUp)),
                        Stream.of(Plms.Variant.values()).map(variant -> new Plms(variant, warmUp)))
                .<Step>flatMap(steps -> steps)
                .toList();
    }

    private static List<Step> all() {
        return Stream.of(LOWER, HEUN).flatMap(warmUp -> with(warmUp).stream()).toList();
    }

    /// Grids inside, to `σ = 0`, and from `α = 0` to `σ = 0`.
    private static Stream<TimeGrid> grids(int n) {
        return Stream.of(TimeGrid.uniform(FLOW, 0.9, 0.1, n), TimeGrid.uniform(FLOW, 0.9, 0, n), fromTheEnd(n));
    }

    private static TimeGrid fromTheEnd(int n) {
        return TimeGrid.uniform(FLOW, 1, 0, n);
    }

    /// Also of fewer steps than the order; published programs divide by zero there (diffusers, issues 9007
    /// and 9104).
    @Test
    void evaluationsAreThoseDeclaredOnGridsOfAnyNumberOfSteps() {
        for (int n : new int[] {1, 2, 3, 4, 5, 8, 11}) {
            grids(n).forEach(grid -> all().forEach(step -> assertThat(counted(step, grid))
                    .as("%s on %s", step, grid)
                    .isEqualTo(step.evaluations(grid).orElse(counted(step, grid)))));
        }
    }

    private static int counted(Step step, TimeGrid grid) {
        CountingDenoiser counting = new CountingDenoiser(Processes.exact(Processes.TWO_MODES, FLOW));
        Points start = Points.of(new double[] {0.5}, new double[] {-1});
        Points end = new Sampler(step, grid).run(counting, start, STREAMS);
        assertThat(end.firstNonFiniteRow()).isEqualTo(-1);
        return Math.toIntExact(counting.points() / 2);
    }

    @Test
    void evaluationsAreOneAStepAndThoseOfTheWarmUp() {
        TimeGrid grid = TimeGrid.uniform(VP, 1, 0, 10);
        assertThat(new DpmSolverPlusPlus3M().evaluations(grid)).hasValue(10);
        assertThat(new DpmSolverPlusPlus3M(HEUN).evaluations(grid)).hasValue(14);
        assertThat(new UniPc(3, UniPc.B.BH1).evaluations(grid)).hasValue(10);
        assertThat(new Plms(Plms.Variant.PLMS).evaluations(grid)).hasValue(11);
        assertThat(new Plms(Plms.Variant.F_PNDM).evaluations(grid)).hasValue(19);
        assertThat(new Plms(HEUN).evaluations(grid)).hasValue(16);
        assertThat(new Plms(Plms.Variant.F_PNDM).evaluations(TimeGrid.uniform(VP, 1, 0, 4)))
                .isEmpty();
    }

    @Test
    void theStepToNoNoiseEndsAtThePrediction() {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, EDM);
        TimeGrid grid = TimeGrid.karras(EDM, 80, 0.002, 9, 7).followedBy(EDM, 0);
        for (Step step : with(LOWER)) {
            if (!(step instanceof UniPc)) { // whose last point but one is seen before it is corrected
                List<Points> states = states(step, denoiser, grid, 3.0);
                double[] predicted = denoiser.at(0.002)
                        .posteriorMean(states.get(states.size() - 2))
                        .data();
                near(step.toString(), states.getLast().data(), predicted, 1e-12);
            }
        }
    }

    /// What is predicted at `λ = −∞` is never extrapolated from: the first two steps are DDIM.
    @Test
    void thePredictionAtTheEndOfTheStraightPathIsNotUsedTwice() {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, FLOW);
        List<Points> ddim = states(new Ddim(), denoiser, fromTheEnd(5), 0.7);
        for (Step step : with(LOWER)) {
            List<Points> states = states(step, denoiser, fromTheEnd(5), 0.7);
            near(step.toString(), states.get(1).data(), ddim.get(1).data(), 1e-13);
            if (!(step instanceof Plms)) {
                near(step.toString(), states.get(2).data(), ddim.get(2).data(), 1e-13);
            }
        }
    }

    /// In diffusers the option once had no effect (issue 6953).
    @Test
    void loweredLastStepIsDdimAndAFullOneIsNot() {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, VP);
        assertThat(lastIsDdim(new DpmSolverPlusPlus2M(LOWER, LastSteps.LOWER_ORDER), denoiser, 20))
                .isTrue();
        assertThat(lastIsDdim(new DpmSolverPlusPlus2M(LOWER, LastSteps.FULL_ORDER), denoiser, 20))
                .isFalse();
        assertThat(lastIsDdim(new DpmSolverPlusPlus2M(LOWER, LastSteps.LOWER_ORDER_IF_FEW), denoiser, 14))
                .isTrue();
        assertThat(lastIsDdim(new DpmSolverPlusPlus2M(LOWER, LastSteps.LOWER_ORDER_IF_FEW), denoiser, 15))
                .isFalse();
    }

    private static boolean lastIsDdim(Step step, MixtureDenoiser denoiser, int n) {
        TimeGrid grid = TimeGrid.uniform(VP, 0.9, 0.1, n);
        List<Points> states = states(step, denoiser, grid, 0.3);
        Points x = states.get(n - 1);
        new Ddim().move(denoiser, grid, n - 1).apply(x, Memory.of(0), noise());
        return Math.abs(x.get(0, 0) - states.get(n).get(0, 0)) < 1e-12;
    }

    private static List<Points> states(Step step, MixtureDenoiser denoiser, TimeGrid grid, double from) {
        return run(step, denoiser, grid, Points.of(new double[] {from}), 1, new Recording.Every(1))
                .states();
    }

    private static Trajectory run(
            Step step, MixtureDenoiser denoiser, TimeGrid grid, Points start, int threads, Recording recording) {
        try (Workers workers = Workers.of(threads)) {
            return new Sampler(step, grid).run(denoiser, start, STREAMS, workers, recording, StepObserver.quiet());
        }
    }

    private static Noise noise() {
        return Noise.of(STREAMS.stream("none"));
    }

    /// Chunks of 1024 points, of which the last is short; keeping every state cuts the work at every step.
    @Test
    void bytesDoNotDependOnThreadsOrSpans() {
        MixtureDenoiser denoiser = Processes.exact(Processes.TWO_MODES, VP);
        Points start = denoiser.law().marginal(1).sample(2100, STREAMS);
        TimeGrid grid = TimeGrid.uniform(VP, 1, 0, 7);
        for (Step step : all()) {
            Points end =
                    run(step, denoiser, grid, start, 1, new Recording.EndOnly()).end();
            assertThat(run(step, denoiser, grid, start, 2, new Recording.EndOnly())
                            .end())
                    .as("%s", step)
                    .isEqualTo(end);
            assertThat(run(step, denoiser, grid, start, 2, new Recording.Every(1))
                            .end())
                    .as("%s", step)
                    .isEqualTo(end);
        }
    }

    /// 8192 bytes of points move with less than 1000, once the memory is full.
    @Test
    void aStepAllocatesLessThanAThousandBytes() {
        TimeGrid grid = TimeGrid.uniform(VP, 0.9, 0.1, 10);
        Points x = Points.zeros(1024, 1);
        for (Step step : List.of(
                new DpmSolverPlusPlus3M(), new Deis(Deis.Kind.TAB, 3), new UniPc(3, UniPc.B.BH1), new Plms(LOWER))) {
            Memory memory = Memory.of(step.memory());
            for (int i = 0; i < step.memory(); i++) {
                memory.remember(x);
            }
            Move move = step.move(PULL, grid, 6);
            Noise noise = noise();
            Allocation.assertBelow(1000, 200, step.toString(), () -> {
                Arrays.fill(x.data(), 0.3);
                move.apply(x, memory, noise);
            });
        }
    }

    @Test
    void onlyARandomStarterMakesARuleRandom() {
        WarmUp random = new WarmUp.With(new EulerMaruyama());
        assertThat(all()).noneMatch(Step::stochastic);
        assertThat(new DpmSolverPlusPlus2M(random).stochastic()).isTrue();
        assertThat(new Plms(random).stochastic()).isTrue();
    }

    /// `ddpm` has kinks at its thousand nodes: the quadrature of DEIS still gives weights whose sum is that
    /// of DDIM, and agrees with twice the panels.
    @Test
    void weightsOfDeisAddUpOnEverySchedule() {
        for (NoiseSchedule schedule : Processes.all()) {
            double end = schedule.end();
            TimeGrid grid = TimeGrid.of(schedule, 0.9 * end, 0.75 * end, 0.7 * end, 0.4 * end, 0.1 * end);
            Past past = Past.of(schedule, grid, 3, 4);
            double sum = Arrays.stream(DeisWeights.inTime(past, 4)).sum();
            close("tAB on " + schedule, sum, -past.leg().covered(), 1e-12);
            sum = Arrays.stream(DeisWeights.inRho(past, 4)).sum();
            close("rhoAB on " + schedule, sum, -past.leg().covered(), 1e-12);
        }
    }

    private static void close(String what, double actual, double expected, double tolerance) {
        near(what, new double[] {actual}, new double[] {expected}, tolerance);
    }
}
