package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;

/// Metrics see what is there, and no more.
class MetricTest {
    private static final GaussianMixture TWO = GaussianMixture.ofWeights(
            new double[] {0.3, 0.7},
            Points.of(new double[] {-2, 0}, new double[] {2, 0}),
            java.util.Collections.nCopies(2, new Isotropic(0.5, 2)));

    /// 40 seeds, n = 2000. The errors come from ten blocks each, so `z = (value − floor)/√(se² + se'²)` is
    /// about Student with 18 degrees of freedom, which exceeds 5 once in 10 000: a false alarm in 40 rounds
    /// has odds of 0.4% per metric.
    @TestFactory
    Stream<DynamicTest> exactDrawsScoreWhatTheFloorSays() {
        return calibrations(false);
    }

    /// As for the fast ones.
    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> exactDrawsScoreWhatTheFloorSaysBySlowMetrics() {
        return calibrations(true);
    }

    private static Stream<DynamicTest> calibrations(boolean slow) {
        int n = slow ? 500 : 2000;
        return Metric.all().stream()
                .filter(metric -> metric.isSlow() == slow)
                .filter(metric -> metric.objection(new Reference(TWO, n, RandomStreams.of(0), Loop.HERE))
                        .isEmpty())
                .map(metric -> DynamicTest.dynamicTest(metric.name(), () -> {
                    for (int seed = 0; seed < 40; seed++) {
                        Reference reference = new Reference(TWO, n, RandomStreams.of(1000 + seed), Loop.HERE);
                        Comparison c = reference.compare(metric, TWO.sample(n, RandomStreams.of(seed)));
                        double error =
                                Math.hypot(c.points().standardError(), c.floor().standardError());
                        double gap = Math.abs(c.points().value() - c.floor().value());
                        assertThat(gap == 0 ? 0 : gap / error)
                                .as("z of seed %d: %s", seed, c)
                                .isLessThan(5);
                    }
                }));
    }

    /// Points that give the modes other weights, 50 seeds each, n = 400. The true error is known to 1/√100 of itself,
    /// so that 4 of that are 40 %; blocks of `W₂` overstate by `10^(1/4)` on purpose.
    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> errorsAreThoseOfRepetitionsWherePointsAndLawDiffer() {
        GaussianMixture other = GaussianMixture.ofWeights(new double[] {0.5, 0.5}, TWO.means(), TWO.covariances());
        return Stream.of("w1", "w2", "sliced-w1", "sliced-w2", "sliced-w1-exact", "sliced-w2-exact", "max-sliced-w1")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    double[] values = new double[50];
                    double told = 0;
                    for (int seed = 0; seed < 50; seed++) {
                        Reference reference = new Reference(TWO, 400, RandomStreams.of(1000 + seed), Loop.HERE);
                        Estimate estimate = Metric.find(name)
                                .orElseThrow()
                                .of(other.sample(400, RandomStreams.of(seed)), reference);
                        values[seed] = estimate.value();
                        told += estimate.standardError() / 50;
                    }
                    double most = name.equals("sliced-w2") ? 1.4 * Math.pow(10, 0.25) : 1.4;
                    assertThat(told / (Math.sqrt(50) * Estimate.errorOfMean(values)))
                            .isBetween(0.7, most);
                }));
    }

    /// Equal laws, each 40 seeds, of unequal numbers: the floor of two random parts of all points.
    @TestFactory
    Stream<DynamicTest> pointsOfOneLawScoreWhatTheirFloorSays() {
        return Stream.of("sliced-w1", "sliced-w2", "max-sliced-w1", "energy-distance", "w1")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Metric metric = Metric.find(name).orElseThrow();
                    for (int seed = 0; seed < 40; seed++) {
                        Points x = TWO.sample(300, RandomStreams.of(seed));
                        Points y = TWO.sample(200, RandomStreams.of(500 + seed));
                        Comparison c = Reference.ofPoints(x, y, RandomStreams.of(1000 + seed), Loop.HERE)
                                .compare(metric, x);
                        double error =
                                Math.hypot(c.points().standardError(), c.floor().standardError());
                        assertThat(Math.abs(c.points().value() - c.floor().value()) / error)
                                .as("z of seed %d: %s", seed, c)
                                .isLessThan(5);
                    }
                }));
    }

    /// In one dimension one direction is all, and the law itself is what ever more draws tend to.
    @Test
    void onTheLineExactDistancesAreOne() {
        GaussianMixture line = TWO.marginal(0);
        Points x = line.sample(500, RandomStreams.of(1));
        Reference reference = new Reference(line, 500, RandomStreams.of(2), Loop.HERE);
        for (int p = 1; p <= 2; p++) {
            Estimate exact = new LineWassersteinExact(p).of(x, reference);
            assertThat(new SlicedWassersteinExact(p).of(x, reference)).isEqualTo(exact);
            Estimate drawn =
                    new CloudWasserstein(p == 1 ? CloudWasserstein.Kind.W1 : CloudWasserstein.Kind.W2).of(x, reference);
            assertThat(new SlicedWasserstein(p).of(x, reference)).isEqualTo(drawn);
        }
    }

    @Test
    void metricsSayWhyTheyDoNotSuitACase() {
        Reference plane = new Reference(TWO, 20_000, RandomStreams.of(2), Loop.HERE);
        assertThat(objection("w1-exact-1d", plane)).contains("needs D = 1, got D = 2");
        assertThat(objection("w2", plane)).contains("takes at most 10000 points, got 20000");
        assertThat(objection("sliced-w1", plane)).isEmpty();
        Reference atoms = new Reference(GaussianMixture.point(1, 2), 10, RandomStreams.of(2), Loop.HERE);
        assertThat(objection("mode-weights", atoms))
                .contains("needs a density, which a mixture of exact points has not");
        Points x = TWO.sample(3, RandomStreams.of(1));
        Reference points = Reference.ofPoints(x, x, RandomStreams.of(2), Loop.HERE);
        assertThat(objection("sliced-w1-exact", points)).contains("needs a mixture to compare with, got points");
        assertThatThrownBy(() -> points.compare(new ModeWeights(), x))
                .hasMessage("mode-weights needs a mixture to compare with, got points");
    }

    private static Optional<String> objection(String name, Reference reference) {
        return Metric.find(name).orElseThrow().objection(reference);
    }

    @Test
    void namesAreDifferentAndFindTheirMetric() {
        assertThat(Metric.all().stream().map(Metric::name)).doesNotHaveDuplicates();
        for (Metric metric : Metric.all()) {
            assertThat(Metric.find(metric.name()).map(Metric::name)).contains(metric.name());
            assertThat(metric.summary()).isNotEmpty().doesNotContain("\n").doesNotEndWith(".");
        }
        assertThat(Metric.find("sliced-w1:500").map(Metric::name)).contains("sliced-w1:500");
        assertThat(Metric.find("sliced-w1:64").map(Metric::name)).contains("sliced-w1");
        for (String wrong : List.of("sliced-w3", "sliced-w1:", "sliced-w1:0", "sliced-w1:x", "mode-weights:3", "")) {
            assertThat(Metric.find(wrong)).as(wrong).isEmpty();
        }
    }

    /// Threads take whole directions and blocks, and sums have one order.
    @Test
    void numbersDoNotDependOnTheOrderInWhichLoopsRun() {
        Points x = TWO.sample(300, RandomStreams.of(1));
        Loop backwards = (count, task) -> {
            for (int i = count - 1; i >= 0; i--) {
                task.accept(i);
            }
        };
        for (Metric metric : Metric.all()) {
            Reference one = new Reference(TWO, 300, RandomStreams.of(2), Loop.HERE);
            Reference other = new Reference(TWO, 300, RandomStreams.of(2), backwards);
            if (metric.objection(one).isEmpty() && !metric.isSlow()) {
                assertThat(other.compare(metric, x)).isEqualTo(one.compare(metric, x));
            }
        }
    }

    /// Of a shift by s, W₁ along a direction at angle φ is s|cos φ|, whose mean over directions is 2s/π, and
    /// W₂ sliced is s/√2. With 64 directions these have standard errors of 0.038 s and 0.031 s; allowed are
    /// 4.
    @Test
    void slicedWassersteinOfAFarShiftIsTheShiftSeenFromAllSides() {
        Points x = TWO.affine(new double[][] {{1, 0}, {0, 1}}, new double[] {0, 100})
                .sample(1000, RandomStreams.of(1));
        Reference reference = new Reference(TWO, 1000, RandomStreams.of(2), Loop.HERE);
        assertThat(reference.compare(new SlicedWasserstein(1), x).points().value())
                .isCloseTo(200 / Math.PI, within(15.0));
        assertThat(reference.compare(new SlicedWasserstein(2), x).points().value())
                .isCloseTo(100 / Math.sqrt(2), within(12.5));
    }

    @Test
    void pointsOfOneModeMissTheMassOfTheOther() {
        Points x = GaussianMixture.gaussian(new double[] {2, 0}, new Isotropic(0.1, 2))
                .sample(500, RandomStreams.of(3));
        Reference reference = new Reference(TWO, 500, RandomStreams.of(4), Loop.HERE);
        assertThat(reference.compare(new ModeWeights(), x).points().value()).isCloseTo(0.3, within(1e-4));
    }

    /// Far apart by s, the energy distance is 2s less the spreads, which are less than 6.
    @Test
    void theEnergyDistanceOfAFarShiftIsTwiceTheShift() {
        Points x = GaussianMixture.gaussian(new double[] {0, 1000}, new Isotropic(0.1, 2))
                .sample(500, RandomStreams.of(5));
        Reference reference = new Reference(TWO, 500, RandomStreams.of(6), Loop.HERE);
        assertThat(reference.compare(new EnergyDistance(), x).points().value()).isCloseTo(2000, within(6.0));
    }
}
