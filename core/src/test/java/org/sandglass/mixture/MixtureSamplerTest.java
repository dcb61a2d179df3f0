package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.SampleLaws;

class MixtureSamplerTest {
    /// Seed 21, 20 000 draws each; a right sampler fails one of the five at another seed with odds 5e-3.
    @TestFactory
    Stream<DynamicTest> drawsOfEveryStructureFitTheLaw() {
        return SampleLaws.ofEachStructure().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Points x = entry.getValue().sample(20_000, RandomStreams.of(21));
                    GoodnessOfFit.assertDrawnFrom(x, entry.getValue(), 1e-3, entry.getKey());
                }));
    }

    /// Seed 22, 50 000 draws, components 1000 standard deviations apart: χ²₉ fails by chance with odds 1e-3.
    @Test
    void componentsComeAsOftenAsTheirWeightsSay() {
        double[] weights = {0.3, 0.001, 0.05, 0.1, 0.2, 0.15, 0.1, 0.05, 0.04, 0.009};
        GaussianMixture law = separated(weights);
        long[] counts = counts(law.sample(50_000, RandomStreams.of(22)), weights.length);
        double p = GoodnessOfFit.chiSquared(counts, weights);
        assertThat(p).as("seed 22, counts %s", Arrays.toString(counts)).isGreaterThan(1e-3);
    }

    @Test
    void neverDrawsAComponentOfWeightZero() {
        double[] weights = {0, 0.5, 0, 0.5, 0};
        long[] counts = counts(separated(weights).sample(100_000, RandomStreams.of(23)), weights.length);
        assertThat(counts[0] + counts[2] + counts[4]).isZero();
    }

    @Test
    void rowDependsOnlyOnItsNumberAndTheSeed() {
        for (GaussianMixture law : SampleLaws.ofEachStructure().values()) {
            Points all = law.sample(3000, RandomStreams.of(24));
            assertThat(law.sample(10, RandomStreams.of(24))).isEqualTo(all.slice(0, 10));
            assertThat(law.sample(1999, 1001, RandomStreams.of(24))).isEqualTo(all.slice(1999, 3000));
            assertThat(law.sample(7, 1, RandomStreams.of(24))).isEqualTo(all.slice(7, 8));
            assertThat(law.sample(10, RandomStreams.of(25))).isNotEqualTo(all.slice(0, 10));
        }
    }

    /// Rows past 2³² are drawn at once, from the same sequence.
    @Test
    void farRowsAreReachedWithoutTheOnesBefore() {
        GaussianMixture law = SampleLaws.quickstart();
        long far = 1L << 40;
        assertThat(law.sample(far + 1, 2, RandomStreams.of(1)))
                .isEqualTo(law.sample(far, 3, RandomStreams.of(1)).slice(1, 3));
    }

    /// Components 1000 standard deviations apart: a draw shows where it is from.
    @Test
    void componentsAreThoseOfTheDraws() {
        GaussianMixture law = separated(new double[] {0.2, 0, 0.5, 0.3});
        for (long from : new long[] {0, 5, 1_000_000_000_000L}) {
            int[] components = law.components(from, 3000, RandomStreams.of(26));
            Points x = law.sample(from, 3000, RandomStreams.of(26));
            for (int i = 0; i < components.length; i++) {
                assertThat(components[i]).isEqualTo((int) Math.round(x.get(i, 0) / 1000));
            }
            GaussianMixture noised = law.underNoise(0.5, 0.3).marginal();
            assertThat(noised.components(from, 3000, RandomStreams.of(26))).isEqualTo(components);
        }
    }

    @Test
    void theSequenceEndsWhereItsNormalsDoAndSaysSo() {
        GaussianMixture plane = SampleLaws.quickstart();
        long most = Long.MAX_VALUE / 2;
        assertThat(plane.sample(most - 2, 2, RandomStreams.of(1)).n()).isEqualTo(2);
        assertThatThrownBy(() -> plane.sample(most - 1, 2, RandomStreams.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the sequence has " + most + " rows, got from=" + (most - 1) + ", n=2");
    }

    @Test
    void drawsOfAPointAreThePoint() {
        Points x = GaussianMixture.point(3, -4).sample(5, RandomStreams.of(1));
        assertThat(x.data()).containsExactly(3, -4, 3, -4, 3, -4, 3, -4, 3, -4);
    }

    @Test
    void drawsNothingWhenAskedForNothing() {
        assertThat(SampleLaws.quickstart().sample(0, RandomStreams.of(1)).n()).isZero();
    }

    @Test
    void refusesNegativeRows() {
        assertThatThrownBy(() -> SampleLaws.quickstart().sample(-1, 2, RandomStreams.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from=-1");
        assertThatThrownBy(() -> SampleLaws.quickstart().sample(-2, RandomStreams.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n=-2");
    }

    /// Component `k` at `1000·k`, standard deviation 1.
    private static GaussianMixture separated(double[] weights) {
        double[][] means = new double[weights.length][];
        Arrays.setAll(means, k -> new double[] {1000 * k});
        Covariance one = new Isotropic(1, 1);
        return GaussianMixture.ofWeights(
                weights,
                Points.of(means),
                Stream.generate(() -> one).limit(weights.length).toList());
    }

    private static long[] counts(Points x, int k) {
        long[] counts = new long[k];
        for (double value : x.data()) {
            counts[(int) Math.round(value / 1000)]++;
        }
        return counts;
    }
}
