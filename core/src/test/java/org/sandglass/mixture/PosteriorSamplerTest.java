package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.testing.GoodnessOfFit;
import org.sandglass.testing.SampleLaws;

class PosteriorSamplerTest {
    /// Seed 31, 10 000 draws for one point each; a right sampler fails one of the ten at another seed with odds
    /// 1e-2.
    @TestFactory
    Stream<DynamicTest> drawsOfEveryStructureFitThePosterior() {
        return SampleLaws.ofEachStructure().entrySet().stream()
                .flatMap(entry -> Stream.of(0.5, 3.0)
                        .map(b -> DynamicTest.dynamicTest(entry.getKey() + ", b = " + b, () -> {
                            NoisyMixture noisy = entry.getValue().underNoise(0.8, b);
                            double[] x = noisy.marginal()
                                    .sample(1, RandomStreams.of(30))
                                    .row(0);
                            Points draws = noisy.samplePosterior(repeated(x, 10_000), stream(31));
                            GoodnessOfFit.assertDrawnFrom(draws, noisy.posterior(x), 1e-3, entry.getKey());
                        })));
    }

    /// 600 points, so that rows lie in different tiles and blocks of normals.
    @Test
    void drawDependsOnItsRowAndNotOnItsNeighbours() {
        for (GaussianMixture law : SampleLaws.ofEachStructure().values()) {
            NoisyMixture noisy = law.underNoise(0.8, 1.2);
            Points x = noisy.marginal().sample(600, RandomStreams.of(32));
            Points others = noisy.marginal().sample(600, RandomStreams.of(33));
            System.arraycopy(x.row(413), 0, others.data(), 413 * x.d(), x.d());
            assertThat(noisy.samplePosterior(others, stream(34)).row(413))
                    .containsExactly(noisy.samplePosterior(x, stream(34)).row(413));
        }
    }

    @Test
    void drawsInPlaceAreTheSame() {
        NoisyMixture noisy = SampleLaws.quickstart().underNoise(0.5, 1);
        Points x = noisy.marginal().sample(700, RandomStreams.of(35));
        Points apart = noisy.samplePosterior(x, stream(36));
        noisy.posteriorSampler().sample(x, stream(36), x);
        assertThat(x).isEqualTo(apart);
    }

    /// At 1e200 the squares overflow; the component in that direction takes the point, and its posterior mean
    /// is `μ + a s²(x − aμ)/c²`.
    @Test
    void pointsBeyondTheRangeOfSquaresHaveTheirPosterior() {
        NoisyMixture noisy = SampleLaws.quickstart().underNoise(0.5, 1);
        double[] draw = noisy.samplePosterior(Points.of(new double[] {1e200, -3e199}), stream(37))
                .row(0);
        double gain = 0.5 * 0.25 / (0.25 * 0.25 + 1);
        assertThat(draw[0] / (gain * 1e200)).isBetween(1 - 1e-15, 1 + 1e-15);
        assertThat(draw[1] / (gain * -3e199)).isBetween(1 - 1e-15, 1 + 1e-15);
    }

    @Test
    void neverDrawsAComponentOfWeightZero() {
        GaussianMixture law = GaussianMixture.ofWeights(
                new double[] {0, 1, 0},
                Points.of(new double[] {-1000}, new double[] {0}, new double[] {1000}),
                Stream.generate(() -> new Isotropic(1, 1)).limit(3).toList());
        Points draws = law.underNoise(1, 1e4).samplePosterior(repeated(new double[] {900}, 10_000), stream(38));
        assertThat(Arrays.stream(draws.data()).map(Math::abs).max().orElseThrow())
                .isLessThan(10);
    }

    @Test
    void withoutNoiseThePosteriorIsThePoint() {
        Points x = Points.of(new double[] {0.25, -1.5}, new double[] {2, 0.5});
        assertThat(SampleLaws.quickstart()
                        .underNoise(1, 0)
                        .samplePosterior(x, stream(39))
                        .data())
                .containsExactly(x.data());
    }

    @Test
    void refusesWhereThereIsNoDensityAndPointsOfAnotherDimension() {
        assertThatThrownBy(() -> GaussianMixture.point(1, 2).underNoise(1, 0).posteriorSampler())
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("add noise");
        assertThatThrownBy(
                        () -> SampleLaws.quickstart().underNoise(1, 1).samplePosterior(Points.zeros(2, 3), stream(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension 3");
    }

    private static Points repeated(double[] x, int n) {
        double[][] rows = new double[n][];
        Arrays.fill(rows, x);
        return Points.of(rows);
    }

    private static RandomStream stream(long seed) {
        return RandomStreams.of(seed).stream("test");
    }
}
