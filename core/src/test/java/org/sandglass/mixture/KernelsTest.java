package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;

/// The kernels of the fused evaluation: which law gets which, against the evaluation point by point, and the same
/// bits however points are cut into tiles. Shapes reach over several blocks of components and of lanes.
@Tag("lanes")
class KernelsTest {
    private static final int N = 75;
    private static final double[][] LEVELS = {{1, 0}, {0.9, 0.4}, {1e-3, 1}, {0, 1}};

    private record Case(String name, GaussianMixture mixture) {}

    private static List<Case> cases() {
        List<Case> out = new ArrayList<>();
        for (Structure structure : Structure.values()) {
            for (int[] shape : new int[][] {{1, 3}, {2, 150}, {5, 70}, {33, 40}}) {
                out.add(new Case(
                        structure + " " + Arrays.toString(shape),
                        RandomMixtures.of(structure, shape[0], shape[1], 11).mixture()));
            }
        }
        out.add(new Case("shared isotropic", shared(new Isotropic(0.3, 5), 90)));
        out.add(new Case("shared isotropic, many dimensions", shared(new Isotropic(0.3, 70), 9)));
        out.add(new Case(
                "some without weight",
                withoutSome(RandomMixtures.of(Structure.DIAGONAL, 2, 100, 5).mixture())));
        out.add(new Case("very narrow", shared(new Isotropic(1e-130, 3), 10)));
        return out;
    }

    private static GaussianMixture shared(Covariance covariance, int k) {
        SplittableRandom random = new SplittableRandom(3);
        double[] means = random.doubles((long) k * covariance.d(), -2, 2).toArray();
        return GaussianMixture.equallyWeighted(Points.wrap(means, k, covariance.d()), covariance);
    }

    private static GaussianMixture withoutSome(GaussianMixture mixture) {
        double[] weights = mixture.weights();
        for (int k = 0; k < weights.length; k += 3) {
            weights[k] = 0;
        }
        return GaussianMixture.ofWeights(weights, mixture.means(), mixture.covariances());
    }

    @Test
    void aLawHasTheKernelOfItsStructure() {
        assertThat(kernel(shared(new Isotropic(1, 2), 3))).isInstanceOf(SharedIsotropic.class);
        assertThat(kernel(GaussianMixture.equallyWeighted(
                        Points.of(new double[][] {{0, 0}, {1, 1}}), List.of(new Isotropic(1, 2), new Isotropic(2, 2)))))
                .isInstanceOf(AxisAligned.class);
        assertThat(kernel(shared(Diagonal.of(1, 2), 3))).isInstanceOf(AxisAligned.class);
        assertThat(kernel(shared(Spectral.of(new double[] {2, 1, 1, 2}, 2), 3))).isInstanceOf(Rotated.class);
        assertThat(kernel(shared(LowRank.of(new double[] {1, 1}, 1, new double[] {1, 1}), 3)))
                .isInstanceOf(AnyStructure.class);
        assertThat(kernel(shared(new Isotropic(1e-150, 2), 3))).isInstanceOf(AnyStructure.class);
    }

    private static BlockKernel kernel(GaussianMixture mixture) {
        return mixture.underNoise(1, 0).kernel();
    }

    @TestFactory
    Stream<DynamicTest> aPointAloneHasTheSameBits() {
        return forEachLaw((name, law) -> {
            Points x = points(law);
            Outputs together = Outputs.all(x.n(), x.d());
            law.evaluate(x, 0, x.n(), together);
            for (int[] cut : new int[][] {{0, 1}, {1, 6}, {6, 40}, {40, N}}) {
                Outputs apart = Outputs.all(x.n(), x.d());
                law.evaluate(x, cut[0], cut[1], apart);
                int d = x.d();
                assertSame(apart.logDensity(), together.logDensity(), cut, 1);
                assertSame(apart.score(), together.score(), cut, d);
                assertSame(apart.posteriorMean(), together.posteriorMean(), cut, d);
            }
        });
    }

    private static void assertSame(double[] apart, double[] together, int[] cut, int d) {
        int first = Arrays.mismatch(apart, cut[0] * d, cut[1] * d, together, cut[0] * d, cut[1] * d);
        assertThat(first)
                .as("first difference in rows %d to %d", cut[0], cut[1])
                .isEqualTo(-1);
    }

    /// Errors as in [HardPointsTest], with `1e-12` of the sizes of terms and scores.
    @TestFactory
    Stream<DynamicTest> agreeWithTheEvaluationPointByPoint() {
        return forEachLaw((name, law) -> {
            Points x = points(law);
            Outputs fused = Outputs.all(x.n(), x.d());
            Outputs single = Outputs.all(x.n(), x.d());
            law.evaluate(x, 0, x.n(), fused);
            for (int i = 0; i < x.n(); i++) {
                new FarPoint(law, x.row(i)).store(i, single);
            }
            for (int i = 0; i < x.n(); i++) {
                double size = 1 + Math.min(1e10, Math.abs(single.logDensity()[i]));
                assertRow(fused.logDensity(), single.logDensity(), i, 1, 1e-12);
                assertRow(fused.score(), single.score(), i, x.d(), 1e-12 * size);
                assertRow(fused.posteriorMean(), single.posteriorMean(), i, x.d(), 1e-12 * size);
            }
        });
    }

    private static void assertRow(double[] actual, double[] expected, int row, int d, double relative) {
        double size = 0;
        for (int j = 0; j < d; j++) {
            size = Math.max(size, Math.abs(expected[row * d + j]));
        }
        for (int j = 0; j < d; j++) {
            if (Double.compare(actual[row * d + j], expected[row * d + j]) != 0) {
                assertThat(actual[row * d + j]).isCloseTo(expected[row * d + j], offset(relative * (1 + size)));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> onlyWhatIsAskedForAndTheSameBits() {
        return forEachLaw((name, law) -> {
            Points x = points(law);
            Outputs all = Outputs.all(x.n(), x.d());
            law.evaluate(x, 0, x.n(), all);
            assertThat(law.logDensity(x)).isEqualTo(all.logDensity());
            assertThat(law.score(x).data()).isEqualTo(all.score());
            assertThat(law.posteriorMean(x).data()).isEqualTo(all.posteriorMean());
        });
    }

    private static Points points(NoisyMixture law) {
        int d = law.prior().d();
        SplittableRandom random = new SplittableRandom(17);
        double[] data = random.doubles((long) N * d, -4, 4).toArray();
        Arrays.fill(data, 3 * d, 4 * d, 1e9);
        Arrays.fill(data, 50 * d, 51 * d, 1e170);
        for (int j = 0; j < d; j++) {
            data[60 * d + j] = law.a() * law.prior().means().get(0, j);
        }
        return Points.wrap(data, N, d);
    }

    private interface Law {
        void holds(String name, NoisyMixture law);
    }

    private static Stream<DynamicTest> forEachLaw(Law law) {
        return cases().stream()
                .flatMap(c -> Stream.of(LEVELS)
                        .map(level -> DynamicTest.dynamicTest(
                                c.name + " at " + Arrays.toString(level),
                                () -> law.holds(c.name, c.mixture.underNoise(level[0], level[1])))));
    }
}
