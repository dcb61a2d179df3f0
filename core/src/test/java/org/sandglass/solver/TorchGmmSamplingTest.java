package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.ForwardProcess;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Simulation;
import org.sandglass.sampler.Step;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.Karras;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.GoodnessOfFit;

/// The sampling tests of torchGMM, set up as there: at every fifth time the histogram is within 0.05 of the
/// exact density and W1 below 0.08; forward and reverse, flow and SDE with noise levels 0.1, 0.5, 1 and 1.5.
///
/// What the thresholds are worth, by 2000 sets of exact draws at the time of data
/// ([#thresholdsAgainstExactDraws]): of 50 000 points the 99.9 % points are 0.025 for the histogram and 0.020
/// for W1, so both have room. Of 10 000, as for the flow, they are 0.060 and 0.043: exact draws themselves
/// miss the 0.05 of the histogram in 17 sets of 2000, and a right run may at another seed. A W1 of 0.08 lets
/// means pass that are off by 0.08.
///
/// What their set-up is worth: reverse runs begin at N(0, 1), which is right to 0.008 in W1 for Beta and
/// Linear at 0.99. It is no start for Karras, whose noise ends at `σ = 1` beside data of standard deviation
/// 1.4: there we begin with exact draws. Linear runs end at 0.1, where the density is wider than that of the
/// data and its bars easier. From 0.99 with 200 steps the first step of noise level 1.5 leaves a standard
/// deviation of 1.4 for 0.99, and W1 is still 0.097 after five: those runs take 400 steps. Bins are compared
/// with their exact probability; their midpoint's density differs by up to 0.014 by itself.
@Tag("slow")
class TorchGmmSamplingTest {
    private static final double WIDTH = 0.2;
    private static final int BINS = 51;
    private static final double W1 = 0.08;
    private static final double BAR = 0.05;

    private static final GaussianMixture FIRST =
            mixture(new double[] {-2, 0, 2}, new double[] {0.3, 0.3, 0.2}, new double[] {0.33, 0.5, 0.17});

    private static final GaussianMixture SECOND =
            mixture(new double[] {-1.5, 0.5, 2.5}, new double[] {0.2, 0.4, 0.3}, new double[] {1, 2, 1});

    /// A schedule and where its runs begin and end.
    private record Path(NoiseSchedule schedule, double from, double to, int steps) {}

    private static final List<Path> PATHS = List.of(
            new Path(LinearVp.standard(), 0.99, 0.01, 200),
            new Path(Flow.standard(), 0.99, 0.1, 400),
            new Path(new Karras(0.01, 1, 7, 1, 1), 1, 0.01, 400));

    private static GaussianMixture mixture(double[] means, double[] stds, double[] weights) {
        return GaussianMixture.ofWeights(
                weights,
                Points.wrap(means, 3, 1),
                Arrays.stream(stds).mapToObj(s -> new Isotropic(s, 1)).toList());
    }

    @TestFactory
    Stream<DynamicTest> flowBackward() {
        return each((law, path) -> check(law, reverse(law, path, new Euler(), 10_000)));
    }

    @TestFactory
    Stream<DynamicTest> sdeBackward() {
        return Stream.of(0.1, 0.5, 1.0, 1.5)
                .flatMap(xi -> each((law, path) -> check(law, reverse(law, path, new EulerMaruyama(xi), 50_000))));
    }

    /// As a user of theirs would, with functions: Euler's method for the flow, upwards.
    @TestFactory
    Stream<DynamicTest> flowForward() {
        return each((law, path) ->
                check(law, simulated(law, path, (x, t) -> law.velocity(x, t), Simulation.Diffusion.none(), 10_000)));
    }

    @TestFactory
    Stream<DynamicTest> sdeForward() {
        return each((law, path) -> {
            NoiseSchedule schedule = law.schedule();
            Simulation.Drift drift = (x, t) -> {
                Points out = x.copy();
                Arrays.setAll(out.data(), i -> schedule.drift(t) * x.data()[i]);
                return out;
            };
            check(law, simulated(law, path, drift, t -> Math.sqrt(schedule.diffusionSquared(t)), 50_000));
        });
    }

    /// Ours, without error of steps.
    @TestFactory
    Stream<DynamicTest> exactForward() {
        return each((law, path) -> {
            Points start = law.marginal(path.to).sample(50_000, RandomStreams.of(205));
            check(law, new ForwardProcess(law.schedule()).run(start, grid(path), RandomStreams.of(206)));
        });
    }

    /// 2000 sets of exact draws of either size at the time of data, two of which lie above these points.
    @Test
    void thresholdsAgainstExactDraws() {
        DiffusedMixture law = new DiffusedMixture(FIRST, LinearVp.standard());
        assertThat(point(law, 50_000, TorchGmmSamplingTest::histogramError)).isCloseTo(0.025, within(0.001));
        assertThat(point(law, 50_000, TorchGmmSamplingTest::w1)).isCloseTo(0.020, within(0.001));
        assertThat(point(law, 10_000, TorchGmmSamplingTest::histogramError)).isCloseTo(0.060, within(0.001));
        assertThat(point(law, 10_000, TorchGmmSamplingTest::w1)).isCloseTo(0.043, within(0.001));
    }

    private static double point(DiffusedMixture law, int n, ToDoubleBiFunction<double[], GaussianMixture> error) {
        GaussianMixture marginal = law.marginal(0.01);
        double[] values = new double[2000];
        Arrays.setAll(
                values,
                i -> error.applyAsDouble(
                        marginal.sample(n, RandomStreams.of(1000 + i)).data(), marginal));
        Arrays.sort(values);
        return values[1997];
    }

    private static Trajectory reverse(DiffusedMixture law, Path path, Step step, int n) {
        RandomStreams streams = RandomStreams.of(201);
        Points start = law.marginal(path.from).sample(n, streams);
        if (!(law.schedule() instanceof Karras)) {
            streams.stream("standard normal").fillNormals(start.data(), 0, n);
        }
        try (Workers workers = Workers.of(2)) {
            return new Sampler(step, grid(path))
                    .run(
                            new MixtureDenoiser(law),
                            start,
                            streams,
                            workers,
                            new Recording.Every(5),
                            StepObserver.quiet());
        }
    }

    private static Trajectory simulated(
            DiffusedMixture law, Path path, Simulation.Drift drift, Simulation.Diffusion diffusion, int n) {
        double[] times = grid(path).toArray();
        double[] upwards = new double[times.length];
        Arrays.setAll(upwards, i -> times[times.length - 1 - i]);
        try (Workers workers = Workers.of(2)) {
            return Simulation.run(
                    drift,
                    diffusion,
                    law.marginal(path.to).sample(n, RandomStreams.of(203)),
                    upwards,
                    RandomStreams.of(204),
                    workers,
                    new Recording.Every(5),
                    StepObserver.quiet());
        }
    }

    private static TimeGrid grid(Path path) {
        return TimeGrid.uniform(path.schedule, path.from, path.to, path.steps);
    }

    private static void check(DiffusedMixture law, Trajectory way) {
        double worstBin = 0;
        double worstW1 = 0;
        for (int i = 0; i < way.times().size(); i++) {
            GaussianMixture marginal = law.marginal(way.times().get(i));
            double[] x = way.states().get(i).data();
            worstBin = Math.max(worstBin, histogramError(x, marginal));
            worstW1 = Math.max(worstW1, w1(x, marginal));
        }
        assertThat(worstBin).as("histogram").isLessThan(BAR);
        assertThat(worstW1).as("W1").isLessThan(W1);
    }

    private static double histogramError(double[] x, GaussianMixture law) {
        DoubleUnaryOperator cdf = GoodnessOfFit.cdf(law);
        int[] counts = new int[BINS];
        for (double v : x) {
            int bin = (int) Math.floor((v + 5 + WIDTH / 2) / WIDTH);
            if (bin >= 0 && bin < BINS) {
                counts[bin]++;
            }
        }
        double worst = 0;
        for (int b = 0; b < BINS; b++) {
            double left = -5 - WIDTH / 2 + b * WIDTH;
            double exact = cdf.applyAsDouble(left + WIDTH) - cdf.applyAsDouble(left);
            worst = Math.max(worst, Math.abs(counts[b] / (double) x.length - exact) / WIDTH);
        }
        return worst;
    }

    /// `∫|Fₙ − F|` over 3200 cells of [−8, 8], whose width adds less than 1e-5.
    private static double w1(double[] x, GaussianMixture law) {
        DoubleUnaryOperator cdf = GoodnessOfFit.cdf(law);
        int cells = 3200;
        int[] counts = new int[cells];
        for (double v : x) {
            counts[Math.clamp((long) Math.floor((v + 8) * cells / 16), 0, cells - 1)]++;
        }
        double below = 0;
        double sum = 0;
        for (int c = 0; c < cells; c++) {
            double middle = -8 + (c + 0.5) * 16 / cells;
            double inTheMiddle = (below + counts[c] / 2.0) / x.length;
            below += counts[c];
            sum += Math.abs(inTheMiddle - cdf.applyAsDouble(middle)) * 16 / cells;
        }
        return sum;
    }

    /// A check of one mixture on one path.
    private interface Check {
        void of(DiffusedMixture law, Path path);
    }

    private static Stream<DynamicTest> each(Check check) {
        return PATHS.stream()
                .flatMap(path -> Stream.of(FIRST, SECOND)
                        .map(law -> DynamicTest.dynamicTest(
                                path.schedule + (law == FIRST ? ", first" : ", second"),
                                () -> check.of(new DiffusedMixture(law, path.schedule), path))));
    }
}
