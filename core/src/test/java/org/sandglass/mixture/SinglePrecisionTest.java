package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Allocation;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;
import org.sandglass.testing.Reference;

/// Single precision keeps to its bounds, or has the bits of doubles.
@Tag("lanes")
class SinglePrecisionTest {
    private static final double[][] LEVELS = {{1, 0}, {0.8, 0.6}, {0.01, 1}, {1, 1e-3}, {1e-6, 1}};

    @TestFactory
    Stream<DynamicTest> theBoundsHoldOverAllStructures() {
        return RandomMixtures.all().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> {
                    for (double[] level : LEVELS) {
                        NoisyMixture law = c.mixture().underNoise(level[0], level[1]);
                        assertThat(SinglePrecision.of(law).fits()).isTrue();
                        Points x = RandomMixtures.around(c.mixture(), level[0], level[1], 130, 3);
                        assertThat(check(law, x)).as("points in doubles").isLessThan(5);
                    }
                }));
    }

    /// Blocks of components, of rows and of lanes that are not full, and more dimensions.
    @TestFactory
    Stream<DynamicTest> theBoundsHoldInAllShapes() {
        int[][] shapes = {{1, 130}, {2, 129}, {3, 64}, {4, 65}, {6, 200}, {33, 40}, {130, 5}};
        return Stream.of(Structure.values())
                .flatMap(structure -> Stream.of(shapes)
                        .filter(shape -> shape[0] < 100 || structure != Structure.FULL)
                        .map(shape -> DynamicTest.dynamicTest(structure + Arrays.toString(shape), () -> {
                            GaussianMixture mixture = RandomMixtures.of(structure, shape[0], shape[1], 5)
                                    .mixture();
                            Points x = RandomMixtures.around(mixture, 0.9, 0.5, 70, 4);
                            assertThat(check(mixture.underNoise(0.9, 0.5), x)).isLessThan(5);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> theHardPointsKeepToTheBoundsOrHaveTheBitsOfDoubles() {
        return Reference.read("hard_points.json.gz")
                .get("cases")
                .elements()
                .map(c -> DynamicTest.dynamicTest(c.text("id"), () -> {
                    NoisyMixture law = HardPointsTest.mixture(c).underNoise(c.number("a"), c.number("b"));
                    Points x = Points.of(c.rows("points"));
                    int doubles = check(law, x);
                    assertThat(SinglePrecision.of(law).fits() || doubles == x.n())
                            .isTrue();
                }));
    }

    @Test
    void mostHardPointsOfOrdinarySizeFit() {
        List<String> unfit = Reference.read("hard_points.json.gz")
                .get("cases")
                .elements()
                .filter(c -> !SinglePrecision.of(HardPointsTest.mixture(c).underNoise(c.number("a"), c.number("b")))
                        .fits())
                .map(c -> c.text("id").replaceAll("-.*", ""))
                .distinct()
                .toList();
        assertThat(unfit)
                .containsOnly(
                        "tiny",
                        "graded",
                        "least",
                        "greatest",
                        "end",
                        "correlated 1000",
                        "correlated 10000",
                        "spectrum 10000",
                        "strong 100",
                        "strong 1000");
    }

    /// The centre is subtracted in doubles, so that only the distances between means count.
    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e6, -1e9})
    void pointsAndMeansFarFromTheOriginKeepTheirDigits(double away) {
        for (Structure structure : Structure.values()) {
            GaussianMixture near = RandomMixtures.of(structure, 3, 20, 9).mixture();
            GaussianMixture far = moved(near, away, -away, away / 2);
            NoisyMixture law = far.underNoise(0.9, 0.5);
            double spread = SinglePrecision.of(near.underNoise(0.9, 0.5)).spread();
            assertThat(SinglePrecision.of(law).spread()).isCloseTo(spread, within(1e-5 * spread));
            assertThat(check(law, RandomMixtures.around(far, 0.9, 0.5, 70, 4))).isLessThan(5);
        }
    }

    private static GaussianMixture moved(GaussianMixture mixture, double... by) {
        Points means = mixture.means().copy();
        Arrays.setAll(means.data(), i -> means.data()[i] + by[i % by.length]);
        return GaussianMixture.ofLogits(mixture.logWeights(), means, mixture.covariances());
    }

    /// From the middle of a component to the end of the range, straight on and along an axis.
    @TestFactory
    Stream<DynamicTest> atAnyDistanceTheBoundsHoldOrTheBitsAreThoseOfDoubles() {
        return Stream.of(Structure.values())
                .map(structure -> DynamicTest.dynamicTest(structure + "", () -> {
                    GaussianMixture mixture =
                            RandomMixtures.of(structure, 3, 20, 9).mixture();
                    double[] data = new double[3 * 330];
                    for (int i = 0; i < 330; i++) {
                        double size = Math.pow(10, i - 20);
                        data[3 * i] = size;
                        data[3 * i + 1] = i % 2 == 0 ? -size : 0;
                        data[3 * i + 2] = i % 3 == 0 ? size / 3 : 0;
                    }
                    Arrays.setAll(data, i -> Double.isFinite(data[i]) ? data[i] : Double.MAX_VALUE);
                    int doubles = check(mixture.underNoise(1, 0), Points.wrap(data, 330, 3));
                    assertThat(doubles).isBetween(300, 310);
                }));
    }

    @Test
    void lawsWhoseNumbersDoNotFitHaveTheBitsOfDoubles() {
        Points two = Points.of(new double[] {0, 0}, new double[] {1, 2});
        Points apart = Points.of(new double[] {0, 0}, new double[] {1e4, 2});
        List<NoisyMixture> laws = List.of(
                GaussianMixture.equallyWeighted(two, new Isotropic(1e-10, 2)).underNoise(1, 0),
                GaussianMixture.equallyWeighted(two, new Isotropic(1e10, 2)).underNoise(1, 0),
                GaussianMixture.equallyWeighted(two, Diagonal.of(1, 1e-10)).underNoise(1, 0),
                GaussianMixture.equallyWeighted(two, Diagonal.of(1e10, 1)).underNoise(1, 0),
                GaussianMixture.equallyWeighted(apart, new Isotropic(1, 2)).underNoise(1, 0),
                GaussianMixture.equallyWeighted(two, Spectral.of(new double[] {1, 0, 0, 1e-8}, 2))
                        .underNoise(1, 0),
                GaussianMixture.equallyWeighted(two, LowRank.of(new double[] {1e4, 0}, 1, 1, 1))
                        .underNoise(1, 0),
                GaussianMixture.equallyWeighted(two, new Isotropic(1, 2)).underNoise(0, 1),
                GaussianMixture.equallyWeighted(two, new Isotropic(1, 2)).underNoise(1e-12, 1));
        for (NoisyMixture law : laws) {
            assertThat(SinglePrecision.of(law).fits())
                    .as("%s", law.prior().covariance(0))
                    .isFalse();
            Points x = RandomMixtures.around(law.prior(), law.a(), law.b(), 40, 1);
            assertThat(check(law, x)).isEqualTo(40);
        }
    }

    /// `μ` vanishes beside the noise, but not from the posterior mean.
    @Test
    void meansThatTheNoiseHidesAreStillThoseOfTheSignal() {
        Points means = Points.of(new double[] {-3, 5}, new double[] {7, 5});
        for (Covariance c : List.of(new Isotropic(1e-3, 2), Diagonal.of(1e-3, 2e-3))) {
            NoisyMixture law = GaussianMixture.ofWeights(new double[] {0.25, 0.75}, means, List.of(c, c))
                    .underNoise(0x1p-29, 0x1p29);
            Outputs out = Outputs.all(1, 2);
            SinglePrecision single = SinglePrecision.of(law);
            assertThat(single.fits()).isTrue();
            single.evaluate(Points.of(new double[] {100, -100}), 0, 1, out);
            assertThat(out.posteriorMean()[0]).isCloseTo(4.5, within(1e-5));
            assertThat(out.posteriorMean()[1]).isCloseTo(5, within(1e-5));
        }
    }

    /// Nearer to none of two components: the rounding of large squares would decide between them.
    @Test
    void farPointsBetweenComponentsAreEvaluatedInDoubles() {
        NoisyMixture law = GaussianMixture.equallyWeighted(
                        Points.of(new double[] {-1, 0}, new double[] {1, 0}), new Isotropic(1, 2))
                .underNoise(1, 0);
        assertThat(check(law, Points.of(new double[] {0.01, 500}))).isEqualTo(1);
        assertThat(check(law, Points.of(new double[] {0.01, 50}))).isZero();
        assertThat(check(law, Points.of(new double[] {300, 300})))
                .as("nearer to one")
                .isZero();
        assertThat(check(law, Points.of(new double[] {3000, 3000})))
                .as("very far")
                .isEqualTo(1);
    }

    @Test
    void componentsWithoutWeightHaveNoEffectWhateverTheirNumbers() {
        GaussianMixture with = GaussianMixture.ofWeights(
                new double[] {0.3, 0, 0.7, 0},
                Points.of(new double[] {0, 1}, new double[] {1e300, 1}, new double[] {2, 3}, new double[] {0, 0}),
                List.of(Diagonal.of(1, 2), Diagonal.of(1, 1), Diagonal.of(2, 1), Diagonal.of(1e-300, 1e300)));
        GaussianMixture without = with.without(1, 3);
        Points x = RandomMixtures.around(without, 1, 0.5, 70, 2);
        Outputs a = Outputs.all(70, 2);
        Outputs b = Outputs.all(70, 2);
        SinglePrecision.of(with.underNoise(1, 0.5)).evaluate(x, 0, 70, a);
        SinglePrecision.of(without.underNoise(1, 0.5)).evaluate(x, 0, 70, b);
        assertThat(a.score()).isEqualTo(b.score());
        assertThat(a.posteriorMean()).isEqualTo(b.posteriorMean());
        assertThat(check(with.underNoise(1, 0.5), x)).isLessThan(5);
    }

    @TestFactory
    Stream<DynamicTest> bitsDependNeitherOnTheCutNorOnThreadsNorOnWhatElseIsAskedFor() {
        return Stream.of(Structure.values())
                .map(structure -> DynamicTest.dynamicTest(structure + "", () -> {
                    GaussianMixture mixture =
                            RandomMixtures.of(structure, 5, 90, 8).mixture();
                    NoisyMixture law = mixture.underNoise(0.8, 0.6);
                    SinglePrecision single = SinglePrecision.of(law);
                    Points x = RandomMixtures.around(mixture, 0.8, 0.6, 301, 3);
                    x.data()[5 * x.d()] = 1e150;
                    x.data()[77 * x.d()] = 1e3;
                    Outputs all = Outputs.all(301, 5);
                    single.evaluate(x, 0, 301, all);
                    Outputs apart = Outputs.all(301, 5);
                    int[] cuts = {0, 1, 3, 10, 75, 139, 140, 204, 300, 301};
                    IntStream.range(1, cuts.length)
                            .parallel()
                            .forEach(i -> single.evaluate(x, cuts[i - 1], cuts[i], apart));
                    assertThat(apart.logDensity()).isEqualTo(all.logDensity());
                    assertThat(apart.score()).isEqualTo(all.score());
                    assertThat(apart.posteriorMean()).isEqualTo(all.posteriorMean());
                    Outputs scores = Outputs.score(301, 5);
                    Outputs means = Outputs.posteriorMean(301, 5);
                    Outputs logs = Outputs.logDensity(301);
                    Stream.of(scores, means, logs).forEach(out -> single.evaluate(x, 0, 301, out));
                    assertThat(scores.score()).isEqualTo(all.score());
                    assertThat(means.posteriorMean()).isEqualTo(all.posteriorMean());
                    assertThat(logs.logDensity()).isEqualTo(all.logDensity());
                }));
    }

    @Test
    void manyEvaluationsAllocateNextToNothing() {
        GaussianMixture mixture =
                RandomMixtures.of(Structure.DIAGONAL, 4, 30, 8).mixture();
        SinglePrecision single = SinglePrecision.of(mixture.underNoise(1, 0));
        Points x = RandomMixtures.around(mixture, 1, 0, 100, 1);
        Outputs out = Outputs.all(100, 4);
        Allocation.assertBelow(500, 100, "an evaluation of 100 points", () -> single.evaluate(x, 0, 100, out));
    }

    @Test
    void refusesWhatDoublesRefuse() {
        NoisyMixture law = GaussianMixture.gaussian(new double[] {1, 2}, new Isotropic(2, 2))
                .underNoise(1, 0);
        SinglePrecision single = SinglePrecision.of(law);
        assertThatThrownBy(() -> single.evaluate(Points.zeros(1, 3), 0, 1, Outputs.logDensity(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the mixture has 2");
        assertThatThrownBy(() -> single.evaluate(Points.of(new double[] {0, Double.NaN}), 0, 1, Outputs.logDensity(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("points[0][1] must be finite, got NaN");
        assertThatThrownBy(() -> single.evaluate(Points.zeros(1, 2), 0, 1, Outputs.logDensity(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logDensity needs 1 numbers");
        NoisyMixture atom = GaussianMixture.point(1, 2).underNoise(1, 0);
        assertThat(SinglePrecision.of(atom).fits()).isFalse();
        assertThat(SinglePrecision.of(atom).spread()).isInfinite();
        assertThatThrownBy(() -> SinglePrecision.of(atom).evaluate(Points.zeros(1, 2), 0, 1, Outputs.logDensity(1)))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("add noise");
    }

    /// Pruning asks few components, in doubles; where it gives up, single precision asks all.
    @Test
    void pointsThatArePrunedArePrunedStill() {
        SplittableRandom random = new SplittableRandom(2);
        Points means = Points.wrap(random.doubles(4000, -50, 50).toArray(), 2000, 2);
        GaussianMixture many = GaussianMixture.equallyWeighted(means, new Isotropic(0.5, 2));
        Points x = RandomMixtures.around(many, 1, 0.2, 50, 2);
        assertThat(many.underNoise(1, 0.2).tree()).isPresent();
        assertThat(check(many.underNoise(1, 0.2), x)).isEqualTo(50);
        NoisyMixture all = many.withPruning(Pruning.OFF).underNoise(1, 0.2);
        assertThat(check(all, x)).isZero();
        Points between = RandomMixtures.around(many, 1, 15, 50, 2);
        assertThat(check(many.underNoise(1, 5), between)).isBetween(0, 49);
    }

    /// Compares all rows with doubles; says how many have their bits.
    private static int check(NoisyMixture law, Points x) {
        Outputs doubles = Outputs.all(x.n(), x.d());
        Outputs singles = Outputs.all(x.n(), x.d());
        law.evaluate(x, 0, x.n(), doubles);
        SinglePrecision.of(law).evaluate(x, 0, x.n(), singles);
        int same = 0;
        for (int i = 0; i < x.n(); i++) {
            double[] score = row(singles.score(), i, x.d());
            double[] mean = row(singles.posteriorMean(), i, x.d());
            double[] expectedScore = row(doubles.score(), i, x.d());
            double[] expectedMean = row(doubles.posteriorMean(), i, x.d());
            if (singles.logDensity()[i] == doubles.logDensity()[i]
                    && Arrays.equals(score, expectedScore)
                    && Arrays.equals(mean, expectedMean)) {
                same++;
            } else {
                SingleBounds bounds = new SingleBounds(law, x.row(i));
                double off = Math.abs(singles.logDensity()[i] - doubles.logDensity()[i]);
                near("log density", i, off, bounds.logDensity());
                near("score", i, SingleBounds.distance(score, expectedScore), bounds.score());
                near("mean", i, SingleBounds.distance(mean, expectedMean), bounds.posteriorMean());
            }
        }
        return same;
    }

    private static void near(String what, int i, double off, double bound) {
        if (System.getProperty("single.report") != null) {
            System.out.printf("RATIO %s %.3g%n", what, off / bound);
        }
        assertThat(off).as("%s of point %d, error", what, i).isLessThanOrEqualTo(bound);
    }

    private static double[] row(double[] data, int i, int d) {
        return Arrays.copyOfRange(data, i * d, (i + 1) * d);
    }
}
