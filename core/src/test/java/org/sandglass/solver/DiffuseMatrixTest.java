package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Metric;
import org.sandglass.metric.Reference;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// diffuse's twelve pairs of model and integrator with its settings, on its two mixtures and with its metric:
/// 500 points, 300 equal steps to 0.001, unbiased MMD² with the median distance of the pooled points, against
/// 500 fresh draws.
///
/// Here the start is exact, and so is the score; the posterior is that of the noise that measured, where
/// theirs assumes another. Euler–Maruyama under the cosine schedule starts at 0.99, as `g²` is infinite at 1.
///
/// The mean over ten seeds is held against the 99.9 % point of exact draws: 400 values of exact pairs, and
/// 100 000 means of ten drawn from them give 0.0018 for the simple mixture and 0.0033 for the posterior. No
/// root of one value may exceed 0.1, as there: of the 400 exact pairs of the posterior 4 do, of the simple
/// mixture none, so of 120 right values of the posterior one or so would at other seeds. Here the largest is
/// 0.075.
@Tag("slow")
class DiffuseMatrixTest {
    private static final Metric MMD2 = Metric.find("mmd2").orElseThrow();
    private static final int N = 500;

    private static final GaussianMixture SIMPLE = GaussianMixture.ofWeights(
            new double[] {0.203095, 0.360947, 0.435958},
            Points.of(
                    new double[] {-1.58598, -0.61685}, new double[] {2.72204, -0.45613}, new double[] {2.56791, 2.79501
                    }),
            List.of(isotropic(0.124212), isotropic(0.104716), isotropic(0.055989)));

    /// Four modes seen through `x₁ + x₂` with noise 1.
    private static final GaussianMixture POSTERIOR = GaussianMixture.equallyWeighted(
                    Points.of(new double[] {-8, -8}, new double[] {8, -8}, new double[] {-8, 8}, new double[] {8, 8}),
                    isotropic(1.5))
            .condition(LinearMeasurement.of(new double[][] {{1, 1}}, new double[] {-1.0887954}, new Isotropic(1, 1)))
            .mixture();

    private static Isotropic isotropic(double variance) {
        return new Isotropic(Math.sqrt(variance), 2);
    }

    /// Where the mean of ten lies with exact draws, for either law.
    private static double ofSimple;

    private static double ofPosterior;

    @BeforeAll
    static void exactDraws() {
        ofSimple = meanOfTen(SIMPLE);
        ofPosterior = meanOfTen(POSTERIOR);
    }

    private static double meanOfTen(GaussianMixture law) {
        double[] values = new double[400];
        Arrays.setAll(values, i -> mmd2(law.sample(N, RandomStreams.of(10_000 + i)), law, 20_000 + i));
        Random random = new Random(1);
        double[] means = new double[100_000];
        Arrays.setAll(means, _ -> {
            double sum = 0;
            for (int j = 0; j < 10; j++) {
                sum += values[random.nextInt(values.length)];
            }
            return sum / 10;
        });
        Arrays.sort(means);
        return means[99_900];
    }

    @TestFactory
    Stream<DynamicTest> simpleMixture() {
        return cases(SIMPLE, false);
    }

    @TestFactory
    Stream<DynamicTest> posteriorOfFourModes() {
        return cases(POSTERIOR, true);
    }

    private static Stream<DynamicTest> cases(GaussianMixture law, boolean posterior) {
        return Stream.of(new LinearVp(0.01, 7, 1), CosineVp.standard(), Flow.standard())
                .flatMap(schedule -> steps(schedule).stream()
                        .map(step -> DynamicTest.dynamicTest(
                                step + ", " + schedule,
                                () -> check(law, schedule, step, posterior ? ofPosterior : ofSimple))));
    }

    private static List<Step> steps(NoiseSchedule schedule) {
        Step ddim = churned(new Ddim(), 1, 0.5, 1);
        Step second = churned(new DpmSolverPlusPlus2S(DpmSolverPlusPlus2S.Midpoint.TIME), 1, 0.2, 0.9);
        if (schedule instanceof Flow) {
            return List.of(ddim, second);
        }
        Step heun = churned(new Heun(), 1, 0.5, 1);
        return List.of(new EulerMaruyama(), ddim, second, heun, churned(new Euler(), 1.2, 0.5, 1));
    }

    private static Step churned(OneStep inner, double rate, double from, double to) {
        return new Churn(inner, rate, from, to, 1, Clock.TIME);
    }

    private static void check(GaussianMixture mixture, NoiseSchedule schedule, Step step, double floor) {
        DiffusedMixture law = new DiffusedMixture(mixture, schedule);
        boolean early = step instanceof EulerMaruyama && schedule instanceof CosineVp;
        TimeGrid grid = TimeGrid.uniform(schedule, early ? 0.99 : 1, 0.001, 300);
        double[] values = new double[10];
        Arrays.setAll(values, seed -> {
            Points start = Start.EXACT.draw(law, grid.from(), N, RandomStreams.of(seed));
            Points end = new Sampler(step, grid).run(new MixtureDenoiser(law), start, RandomStreams.of(100 + seed));
            return mmd2(end, mixture, 200 + seed);
        });
        double mean = Arrays.stream(values).average().orElseThrow();
        assertThat(mean).as("mean MMD² of %s", Arrays.toString(values)).isLessThan(floor);
        assertThat(Arrays.stream(values).max().orElseThrow())
                .as("no root above 0.1")
                .isLessThan(0.01);
    }

    private static double mmd2(Points x, GaussianMixture law, long seed) {
        Points y = law.sample(N, RandomStreams.of(seed));
        Reference reference = Reference.ofPoints(x, y, RandomStreams.of(1), Loop.HERE);
        return MMD2.of(x, reference).value();
    }
}
