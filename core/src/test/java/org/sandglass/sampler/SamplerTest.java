package org.sandglass.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.FunctionDenoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.ExactKernel;
import org.sandglass.solver.Heun;
import org.sandglass.testing.Processes;
import org.sandglass.testing.SampleLaws;

class SamplerTest {
    private static final DiffusedMixture LAW = new DiffusedMixture(SampleLaws.quickstart(), LinearVp.standard());
    private static final MixtureDenoiser DENOISER = new MixtureDenoiser(LAW);
    private static final TimeGrid GRID = TimeGrid.uniform(LAW.schedule(), 1, 0, 10);
    private static final RandomStreams STREAMS = RandomStreams.of(71);

    private static List<Step> steps() {
        return List.of(new EulerMaruyama(), new Euler(), new Heun(), new Ddim(), new Ddim(0.6), new ExactKernel(LAW));
    }

    private static Trajectory run(Sampler sampler, int n, Workers workers, Recording recording) {
        return sampler.run(
                DENOISER, Start.EXACT.draw(LAW, 1, n, STREAMS), STREAMS, workers, recording, StepObserver.quiet());
    }

    /// 5000 points are 5 chunks, the last of 904.
    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        for (Step step : steps()) {
            Sampler sampler = new Sampler(step, GRID, Sampler.Finish.DENOISE);
            Points alone = sampler.run(DENOISER, Start.EXACT.draw(LAW, 1, 5000, STREAMS), STREAMS);
            for (int threads = 1; threads <= 3; threads++) {
                try (Workers workers = Workers.of(threads)) {
                    assertThat(run(sampler, 5000, workers, new Recording.EndOnly())
                                    .end())
                            .isEqualTo(alone);
                }
            }
        }
    }

    @Test
    void fewerPointsAreTheFirstOfMore() {
        for (Step step : steps()) {
            Sampler sampler = new Sampler(step, GRID);
            Points many = sampler.run(DENOISER, Start.EXACT.draw(LAW, 1, 3000, STREAMS), STREAMS);
            Points few = sampler.run(DENOISER, Start.EXACT.draw(LAW, 1, 1100, STREAMS), STREAMS);
            assertThat(few).as("%s", step).isEqualTo(many.slice(0, 1100));
        }
    }

    @Test
    void anotherSeedGivesOtherNoise() {
        Points start = Start.EXACT.draw(LAW, 1, 10, STREAMS);
        Sampler sampler = new Sampler(new EulerMaruyama(), GRID);
        assertThat(sampler.run(DENOISER, start, RandomStreams.of(1)))
                .isNotEqualTo(sampler.run(DENOISER, start, RandomStreams.of(2)));
    }

    @Test
    void theStartIsNotWrittenTo() {
        Points start = Start.EXACT.draw(LAW, 1, 100, STREAMS);
        Points copy = start.copy();
        for (Step step : steps()) {
            new Sampler(step, GRID).run(DENOISER, start, STREAMS);
        }
        assertThat(start).isEqualTo(copy);
    }

    @Test
    void keepsTheStatesAskedForAtTheirTimes() {
        try (Workers workers = Workers.of(2)) {
            Sampler sampler = new Sampler(new EulerMaruyama(), GRID);
            Trajectory whole = run(sampler, 1500, workers, new Recording.Every(1));
            Trajectory thin = run(sampler, 1500, workers, new Recording.Every(4));
            Trajectory end = run(sampler, 1500, workers, new Recording.EndOnly());
            assertThat(whole.times())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 11).mapToObj(GRID::time).toList());
            assertThat(whole.states().getFirst()).isEqualTo(Start.EXACT.draw(LAW, 1, 1500, STREAMS));
            assertThat(thin.times()).containsExactly(GRID.time(0), GRID.time(4), GRID.time(8), GRID.time(10));
            assertThat(thin.states())
                    .containsExactly(
                            whole.states().get(0),
                            whole.states().get(4),
                            whole.states().get(8),
                            whole.states().get(10));
            assertThat(end.times()).containsExactly(0.0);
            assertThat(end.states()).containsExactly(whole.end());
        }
    }

    @Test
    void denoisingReplacesTheEndByThePosteriorMean() {
        TimeGrid grid = TimeGrid.of(LAW.schedule(), 1, 0.5, 0.1);
        Points start = Start.EXACT.draw(LAW, 1, 20, STREAMS);
        Points plain = new Sampler(new Ddim(), grid).run(DENOISER, start, STREAMS);
        Points denoised = new Sampler(new Ddim(), grid, Sampler.Finish.DENOISE).run(DENOISER, start, STREAMS);
        assertThat(denoised).isEqualTo(LAW.at(0.1).posteriorMean(plain));
    }

    /// The count that is reported is the count that happens.
    @Test
    void countsTheEvaluationsThatItMakes() {
        for (Step step : List.of(new EulerMaruyama(), new Euler(), new Heun(), new Ddim(0.3))) {
            for (Sampler.Finish finish : Sampler.Finish.values()) {
                Sampler sampler = new Sampler(step, GRID, finish);
                AtomicLong points = new AtomicLong();
                sampler.run(counting(points), Start.EXACT.draw(LAW, 1, 7, STREAMS), STREAMS);
                assertThat(points.get())
                        .as("%s, %s", step, finish)
                        .isEqualTo(7L * sampler.evaluations().orElseThrow());
            }
        }
        try (Workers workers = Workers.of(1)) {
            Sampler heun = new Sampler(new Heun(), GRID, Sampler.Finish.DENOISE);
            assertThat(run(heun, 1, workers, new Recording.EndOnly()).evaluations())
                    .isEqualTo(21);
        }
    }

    private static Denoiser counting(AtomicLong points) {
        return new Denoiser() {
            @Override
            public int d() {
                return 2;
            }

            @Override
            public NoiseSchedule schedule() {
                return LAW.schedule();
            }

            @Override
            public DenoiserAt at(double t) {
                DenoiserAt exact = DENOISER.at(t);
                return (what, xt, out) -> {
                    points.addAndGet(xt.n());
                    exact.predict(what, xt, out);
                };
            }
        };
    }

    @Test
    void onlyStochasticStepsUseTheStream() {
        for (Step step : steps()) {
            Move move = step.move(DENOISER, TimeGrid.uniform(LAW.schedule(), 0.5, 0.4, 1), 0);
            Points one = Points.of(new double[] {0.3, -1});
            Points two = one.copy();
            move.apply(one, Memory.of(step.memory()), Noise.of(STREAMS.stream("one")));
            move.apply(two, Memory.of(step.memory()), Noise.of(STREAMS.stream("two")));
            assertThat(one.equals(two)).as("%s", step).isEqualTo(!step.stochastic());
        }
    }

    /// A user's function that predicts the noise, written down for one Gaussian, samples like the exact
    /// denoiser: roundings of 10 steps.
    @Test
    void samplesWithAFunctionOfTheUsers() {
        MixtureDenoiser exact = Processes.exact(Processes.GAUSSIAN, LinearVp.standard());
        FunctionDenoiser own = new FunctionDenoiser(
                1,
                LinearVp.standard(),
                Prediction.NOISE,
                (x, t) -> exact.law().at(t).noise(x));
        Points start = Start.EXACT.draw(exact.law(), 1, 50, STREAMS);
        TimeGrid grid = TimeGrid.uniform(LinearVp.standard(), 1, 0.01, 10);
        for (Step step : List.of(new EulerMaruyama(), new Euler(), new Heun(), new Ddim())) {
            double[] expected =
                    new Sampler(step, grid).run(exact, start, STREAMS).data();
            assertThat(new Sampler(step, grid).run(own, start, STREAMS).data())
                    .containsExactly(expected, Offset.offset(1e-12));
        }
    }

    @Test
    void noPointsAreNoTrouble() {
        for (Step step : steps()) {
            Points end = new Sampler(step, GRID, Sampler.Finish.DENOISE).run(DENOISER, Points.zeros(0, 2), STREAMS);
            assertThat(end).isEqualTo(Points.zeros(0, 2));
        }
    }

    @Test
    void tellsTheObserverAfterEveryStep() {
        List<String> told = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            TimeGrid grid = TimeGrid.uniform(LAW.schedule(), 1, 0, 3);
            new Sampler(new Ddim(), grid)
                    .run(
                            DENOISER,
                            Points.zeros(3, 2),
                            STREAMS,
                            workers,
                            new Recording.EndOnly(),
                            (done, total) -> told.add(done + "/" + total));
        }
        assertThat(told).containsExactly("1/3", "2/3", "3/3");
    }
}
