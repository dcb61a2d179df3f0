package org.sandglass.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Workers;
import org.sandglass.testing.Allocation;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.SampleLaws;

/// What a Langevin sampler must do on laws where the answer is known.
class LangevinTest {
    private static final RandomStreams STREAMS = RandomStreams.of(31);

    /// Of a Gaussian `N(0, v)` a step is `x ← a x + b z`: unadjusted `a = 1 − ε`, `b = √(2h)` with
    /// `ε = h/v`; middle `a = c²`, `b = c√(2h)` with `c = 1 − ε/2`. So two chains with the same noise stay
    /// `aⁿ` of their first distance apart, without any statistics.
    @Test
    void chainsOfOneGaussianWithTheSameNoiseApproachEachOtherByTheExactFactor() {
        double v = 0.7;
        double h = 0.3;
        int steps = 9;
        NoisyMixture law = gaussian(v, 3);
        Map<Scheme, Double> factor =
                Map.of(Scheme.UNADJUSTED, 1 - h / v, Scheme.MIDDLE, (1 - h / v / 2) * (1 - h / v / 2));
        factor.forEach((scheme, a) -> {
            Langevin how = new Langevin(law, scheme, h);
            double[] one = how.run(Points.of(new double[] {1, -2, 3}), steps, STREAMS)
                    .end()
                    .row(0);
            double[] other = how.run(Points.of(new double[] {0, 0.5, -4}), steps, STREAMS)
                    .end()
                    .row(0);
            double[] gap = {one[0] - other[0], one[1] - other[1], one[2] - other[2]};
            double shrink = Math.pow(a, steps);
            near(scheme.name(), gap, new double[] {shrink, -2.5 * shrink, 7 * shrink}, 1e-14);
        });
    }

    /// Started at `N(m, s²)`, after `n` steps the law is `N(aⁿm, a²ⁿs² + b²(1 − a²ⁿ)/(1 − a²))`, which
    /// tends to `v/(1 − ε/2)` (unadjusted) and `v·2c²/((1 + c²)(1 − ε/4))` (middle): the stationary law of
    /// an autoregression, as in Roberts and Tweedie (1996, section 3). Seeds 41 to 43, 20 000 chains: a
    /// right sampler fails one of the four tests with odds 4e-4.
    @Test
    void theLawOfChainsOfOneGaussianIsKnownAfterEveryNumberOfSteps() {
        double v = 0.7;
        double h = 0.3;
        double c = 1 - h / v / 2;
        for (int steps : new int[] {2, 40}) {
            assertVariance(Scheme.UNADJUSTED, v, h, steps, 1 - h / v, Math.sqrt(2 * h));
            assertVariance(Scheme.MIDDLE, v, h, steps, c * c, c * Math.sqrt(2 * h));
        }
        double far = variance(1 - h / v, Math.sqrt(2 * h), 1, 4000);
        assertThat(far).isCloseTo(v / (1 - h / v / 2), within(1e-12));
        double middle = variance(c * c, c * Math.sqrt(2 * h), 1, 4000);
        assertThat(middle).isCloseTo(v * 2 * c * c / ((1 + c * c) * (1 - h / v / 4)), within(1e-12));
    }

    private static double variance(double a, double b, double start, int steps) {
        double shrink = Math.pow(a, 2 * steps);
        return shrink * start + b * b * (1 - shrink) / (1 - a * a);
    }

    private static void assertVariance(Scheme scheme, double v, double h, int steps, double a, double b) {
        Isotropic wide = new Isotropic(1.5, 1);
        Points start = GaussianMixture.gaussian(new double[] {3}, wide).sample(20_000, RandomStreams.of(41));
        Points end = new Langevin(gaussian(v, 1), scheme, h)
                .run(start, steps, RandomStreams.of(42 + steps % 2))
                .end();
        double std = Math.sqrt(variance(a, b, 2.25, steps));
        GaussianMixture expected =
                GaussianMixture.gaussian(new double[] {3 * Math.pow(a, steps)}, new Isotropic(std, 1));
        GoodnessOfFit.assertDrawnFrom(end, expected, 1e-4, scheme + " after " + steps);
    }

    /// Exact draws stay exact draws, at a step size where many steps are accepted and many not, for every
    /// structure of covariances. Seeds 51 and 52, 20 000 chains of 12 steps each; a right sampler fails one
    /// of the five with odds 5e-3.
    @Test
    void metropolisLeavesTheMixtureInvariant() {
        SampleLaws.ofEachStructure().forEach((name, law) -> {
            Points start = law.sample(20_000, RandomStreams.of(51));
            Chains chains =
                    new Langevin(law.underNoise(1, 0), Scheme.METROPOLIS, 0.1).run(start, 12, RandomStreams.of(52));
            double rate = Arrays.stream(chains.acceptance()).average().orElseThrow();
            assertThat(rate).as("acceptance of %s", name).isBetween(0.05, 0.95);
            GoodnessOfFit.assertDrawnFrom(chains.end(), law, 1e-3, name);
        });
    }

    /// The square root of a Gaussian density has twice its variance. Seed 53, 20 000 chains started from
    /// the tempered law; a right sampler fails with odds 1e-3.
    @Test
    void aTemperatureOfTwoLeavesTheSquareRootOfTheDensityInvariant() {
        GaussianMixture tempered = GaussianMixture.gaussian(new double[2], new Isotropic(Math.sqrt(2 * 0.7), 2));
        Points start = tempered.sample(20_000, RandomStreams.of(53));
        Chains chains = new Langevin(gaussian(0.7, 2), Scheme.METROPOLIS, 0.3, 2).run(start, 20, RandomStreams.of(54));
        GoodnessOfFit.assertDrawnFrom(chains.end(), tempered, 1e-3, "tempered");
    }

    /// Started wide, chains of the marginal under noise find it: 400 steps are four relaxation times of the
    /// slowest mode and more. Seed 55, 5 000 chains; a right sampler fails with odds 1e-3.
    @Test
    void metropolisFindsAMarginalUnderNoise() {
        NoisyMixture law = SampleLaws.quickstart().underNoise(0.4, 0.9);
        Points start =
                GaussianMixture.gaussian(new double[2], new Isotropic(3, 2)).sample(5000, RandomStreams.of(55));
        Chains chains = new Langevin(law, Scheme.METROPOLIS, 0.3).run(start, 400, RandomStreams.of(56));
        GoodnessOfFit.assertDrawnFrom(chains.end(), law.marginal(), 1e-3, "marginal");
    }

    @ParameterizedTest
    @EnumSource
    void aChainDependsOnItsNumberAloneNotOnThreadsNorOnThoseBesideIt(Scheme scheme) {
        Langevin how = new Langevin(SampleLaws.quickstart().underNoise(1, 0), scheme, 0.1);
        Points start = SampleLaws.quickstart().sample(3000, STREAMS);
        Points whole = how.run(start, 7, STREAMS).end();
        for (int threads = 1; threads <= 3; threads++) {
            try (Workers workers = Workers.of(threads)) {
                for (int from : new int[] {0, 1, 1000, 1024, 2047}) {
                    Points part = how.run(
                                    start.slice(from, 2100),
                                    from,
                                    7,
                                    STREAMS,
                                    workers,
                                    new Recording.EndOnly(),
                                    StepObserver.quiet())
                            .end();
                    assertThat(part).isEqualTo(whole.slice(from, 2100));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstStatesDoNotDependOnHowManyStepsFollow(Scheme scheme) {
        Langevin how = new Langevin(SampleLaws.quickstart().underNoise(1, 0), scheme, 0.1);
        Points start = SampleLaws.quickstart().sample(1500, STREAMS);
        List<Integer> told = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            Chains all =
                    how.run(start, 0, 25, STREAMS, workers, new Recording.Every(10), (done, total) -> told.add(done));
            assertThat(all.steps()).containsExactly(0, 10, 20, 25);
            assertThat(all.states().getFirst()).isEqualTo(start);
            assertThat(all.states().get(2))
                    .isEqualTo(how.run(start, 20, STREAMS).end());
        }
        assertThat(told).isSorted().endsWith(25);
    }

    /// A chunk of 1024 chains in the plane, whose states are 16 384 bytes, takes a step without allocating.
    @ParameterizedTest
    @EnumSource
    void aStepAllocatesNothing(Scheme scheme) {
        Langevin how = new Langevin(gaussian(1, 2), scheme, 0.1);
        Points x = Points.zeros(Workers.CHUNK, 2);
        Rule rule = scheme.rule(how, Noise.of(STREAMS, 0, 0, 2), new Place(0, 0.1), x);
        long[] step = {0};
        Allocation.assertBelow(1000, 200, scheme + " step", () -> rule.move(x, step[0]++));
    }

    /// Steps of three variances double the distance from the mean each time: 1e300 is past 1.8e308 in step
    /// 27.
    @Test
    void statesThatRunAwayAreToldWithTheirStepAndRow() {
        Points start = Points.zeros(2100, 2);
        start.data()[2 * 2050] = 1e300;
        start.data()[2 * 3] = 1e290;
        Langevin how = new Langevin(gaussian(1, 2), Scheme.UNADJUSTED, 3);
        assertThatThrownBy(() -> how.run(start, 100, STREAMS))
                .isInstanceOf(NumericalException.class)
                .hasMessageStartingWith("row 2050 is no longer finite in step 27 with step size 3.0");
    }

    @Test
    void metropolisRefusesToStartWhereThereIsNoDensity() {
        Langevin how = new Langevin(gaussian(1, 1), Scheme.METROPOLIS, 0.1);
        assertThatThrownBy(() -> how.run(Points.of(new double[] {1}, new double[] {1e160}), 1, STREAMS))
                .isInstanceOf(NumericalException.class)
                .hasMessageStartingWith("row 1 starts where the log density is -Infinity");
    }

    @Test
    void badArgumentsAreNamed() {
        NoisyMixture law = gaussian(1, 2);
        assertThatThrownBy(() -> new Langevin(law, Scheme.MIDDLE, 0)).hasMessageContaining("step size must be > 0");
        assertThatThrownBy(() -> new Langevin(law, Scheme.MIDDLE, 1, Double.NaN))
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> new Langevin(GaussianMixture.point(1).underNoise(1, 0), Scheme.MIDDLE, 1))
                .hasMessageContaining("exact points");
        Langevin how = new Langevin(law, Scheme.MIDDLE, 1);
        assertThatThrownBy(() -> how.run(Points.zeros(1, 3), 1, STREAMS)).hasMessageContaining("dimension 3");
        assertThatThrownBy(() -> how.run(Points.of(new double[] {0, Double.NaN}), 1, STREAMS))
                .hasMessageContaining("[0.0, NaN] at row 0");
        assertThatThrownBy(() -> how.run(Points.zeros(1, 2), -1, STREAMS)).hasMessageContaining("steps=-1");
    }

    private static NoisyMixture gaussian(double variance, int d) {
        return GaussianMixture.gaussian(new double[d], new Isotropic(Math.sqrt(variance), d))
                .underNoise(1, 0);
    }
}
