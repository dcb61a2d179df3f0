package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
        return Metric.all().stream()
                .filter(metric -> metric.isSlow() == slow)
                .filter(metric -> metric.objection(new Reference(TWO, 2000, RandomStreams.of(0), Loop.HERE))
                        .isEmpty())
                .map(metric -> DynamicTest.dynamicTest(metric.name(), () -> {
                    for (int seed = 0; seed < 40; seed++) {
                        Reference reference = new Reference(TWO, 2000, RandomStreams.of(1000 + seed), Loop.HERE);
                        Comparison c = reference.compare(metric, TWO.sample(2000, RandomStreams.of(seed)));
                        double error =
                                Math.hypot(c.points().standardError(), c.floor().standardError());
                        double gap = Math.abs(c.points().value() - c.floor().value());
                        assertThat(gap == 0 ? 0 : gap / error)
                                .as("z of seed %d: %s", seed, c)
                                .isLessThan(5);
                    }
                }));
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
