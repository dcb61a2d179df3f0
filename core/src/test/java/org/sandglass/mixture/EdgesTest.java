package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Case;
import org.sandglass.testing.Schedules;

/// The ends of the range: of time, of distance, of weights, of sizes.
class EdgesTest {
    static List<Case> mixtures() {
        return RandomMixtures.all();
    }

    static List<NoiseSchedule> schedules() {
        return Schedules.all();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everythingIsFiniteAtBothEndsOfEveryProcess(NoiseSchedule schedule) {
        for (Case c : RandomMixtures.small()) {
            for (double t : new double[] {0, schedule.end()}) {
                NoisyMixture law = c.mixture().underNoise(schedule.alpha(t), schedule.sigma(t));
                Points x = RandomMixtures.around(c.mixture(), law.a(), law.b(), 3, 1);
                double[] point = x.row(0);
                assertFinite(
                        c + " at " + t,
                        law.logDensity(x),
                        law.score(x).data(),
                        law.noise(x).data());
                assertFinite(c + " at " + t, law.posteriorMean(x).data(), law.divergence(x), law.hessian(point));
                assertFinite(
                        c + " at " + t,
                        law.posteriorCovariance(point),
                        law.posterior(point).means().data());
            }
        }
    }

    /// Whatever the tile holds besides, and wherever the row stands in it.
    @ParameterizedTest
    @MethodSource("mixtures")
    void aPointAloneHasTheBitsItHasInABatch(Case c) {
        NoisyMixture law = c.mixture().underNoise(0.8, 0.6);
        Points x = RandomMixtures.around(c.mixture(), 0.8, 0.6, 301, 3);
        x.data()[5 * x.d()] = 1e150; // one far away
        x.data()[6 * x.d()] = 1e200; // one where squares overflow
        Outputs all = Outputs.all(x.n(), x.d());
        law.evaluate(x, 0, x.n(), all);
        for (int i = 0; i < x.n(); i += i < 12 ? 1 : 17) {
            Outputs one = Outputs.all(1, x.d());
            law.evaluate(Points.of(x.row(i)), 0, 1, one);
            assertThat(one.logDensity()[0]).isEqualTo(all.logDensity()[i]);
            assertThat(one.score()).isEqualTo(row(all.score(), i, x.d()));
            assertThat(one.posteriorMean()).isEqualTo(row(all.posteriorMean(), i, x.d()));
        }
        Outputs parts = Outputs.all(x.n(), x.d());
        law.evaluate(x, 0, 37, parts);
        law.evaluate(x, 37, x.n(), parts);
        assertThat(parts.score()).isEqualTo(all.score());
        assertThat(law.score(x).data()).as("asked for alone").isEqualTo(all.score());
        assertThat(law.posteriorMean(x).data()).as("asked for alone").isEqualTo(all.posteriorMean());
    }

    @Test
    void aComponentOfWeightZeroHasNoEffect() {
        List<Isotropic> three = List.of(new Isotropic(1, 2), new Isotropic(1e-300, 2), new Isotropic(2, 2));
        Points means = Points.of(new double[] {0, 0}, new double[] {1, 1}, new double[] {3, 0});
        GaussianMixture with = GaussianMixture.ofLogits(new double[] {0, Double.NEGATIVE_INFINITY, 1}, means, three);
        GaussianMixture zero = GaussianMixture.ofWeights(new double[] {1, 0, Math.E}, means, three);
        GaussianMixture without = with.without(1);
        Points x = Points.of(new double[] {1, 1}, new double[] {0.3, 2});
        near("log density", with.logDensity(x), without.logDensity(x), 1e-15);
        near("score", with.score(x).data(), without.score(x).data(), 1e-15);
        near("by weights", zero.logDensity(x), without.logDensity(x));
        assertThat(with.responsibilities(x)[1]).isZero();
        assertThat(with.weights()[1]).isZero();
        near("Hessian", with.hessian(x.row(0)), without.hessian(x.row(0)), 1e-14);
        assertThat(with.sample(100, RandomStreams.of(1)).n()).isEqualTo(100);
    }

    @Test
    void aPointHasNoDensityUntilNoiseIsAdded() {
        GaussianMixture atoms =
                GaussianMixture.equallyWeighted(Points.of(new double[] {-1}, new double[] {2}), new Isotropic(0, 1));
        Points x = Points.of(new double[] {0.5});
        assertThatThrownBy(() -> atoms.logDensity(x))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("component 0")
                .hasMessageContaining("add noise");
        NoisyMixture law = atoms.underNoise(0.6, 0.8);
        double r = 1 / (1 + Math.exp((Math.pow(0.5 + 0.6, 2) - Math.pow(0.5 - 1.2, 2)) / 2 / 0.64));
        assertThat(law.responsibilities(x)[0]).isCloseTo(r, within(1e-15));
        assertThat(law.posteriorMean(x).get(0, 0)).isCloseTo(-r + 2 * (1 - r), within(1e-15));
        assertThat(law.posteriorCovariance(new double[] {0.5})[0]).isCloseTo(9 * r * (1 - r), within(1e-14));
        assertThat(law.posterior(new double[] {0.5}).covariance(0)).isEqualTo(new Isotropic(0, 1));
        assertThat(atoms.underNoise(1, 0).hasDensity()).isFalse();
        assertThat(atoms.underNoise(0, 0).hasDensity()).isFalse();
    }

    /// The score of one Gaussian is linear at any distance; `(x/s)²` overflows from 1e154 on.
    @ParameterizedTest
    @ValueSource(doubles = {1e153, 1e155, 1e200, 1e300})
    void beyondTheRangeOfSquaresTheScoreIsRightAndTheLogDensityMinusInfinity(double far) {
        for (Covariance c : List.of(
                new Isotropic(2, 2),
                Diagonal.of(2, 2),
                Spectral.of(new double[] {4, 0, 0, 4}, 2),
                LowRank.of(new double[] {0, 0}, 1, 2, 2),
                LowRank.of(new double[] {1, 0, 0, 1}, 2, Math.sqrt(3), Math.sqrt(3)))) {
            GaussianMixture mixture = GaussianMixture.ofWeights(
                    new double[] {0.1, 0.9},
                    Points.of(new double[] {1, 0}, new double[] {0, 5}),
                    List.of(c, new Isotropic(1, 2)));
            Points x = Points.of(new double[] {far, -far / 3});
            double logDensity = mixture.logDensity(x)[0];
            assertThat(logDensity)
                    .isEqualTo(
                            far > 1e154 ? Double.NEGATIVE_INFINITY : -0.125 * far * far * (1 + 1 / 9.0),
                            within(1e-12 * far * far));
            nearAsWhole("score", mixture.score(x).data(), new double[] {-far / 4, far / 12}, 1e-14, 0);
            assertThat(mixture.responsibilities(x)).containsExactly(1, 0);
            nearAsWhole("x0", mixture.underNoise(1, 0).posteriorMean(x).data(), x.data(), 1e-14, 0);
            double gain = 4 * 0.5 / (4 * 0.25 + 1);
            nearAsWhole(
                    "x0",
                    mixture.underNoise(0.5, 1).posteriorMean(x).data(),
                    new double[] {gain * far, -gain * far / 3},
                    1e-14,
                    0);
        }
    }

    /// `C⁻¹v` is 1e310 here, the posterior mean a plain number.
    @Test
    void posteriorMeansExistWhereThePrecisionTimesThePointOverflows() {
        for (Covariance c : List.of(
                new Isotropic(1e-155, 1),
                Diagonal.of(1e-155),
                Spectral.of(new double[] {1e-310}, 1),
                LowRank.of(new double[] {0}, 1, 1e-155))) {
            GaussianMixture narrow = GaussianMixture.gaussian(new double[] {3}, c);
            NoisyMixture law = narrow.underNoise(1, 1e-155);
            Points x = Points.of(new double[] {4});
            assertThat(law.posteriorMean(x).get(0, 0)).as("%s", c).isCloseTo(3.5, within(1e-6)); // 1e-310 has 40 bits
            assertThat(law.posterior(new double[] {4}).means().get(0, 0))
                    .as("%s", c)
                    .isCloseTo(3.5, within(1e-6));
        }
    }

    /// The Hessian is `−I` exactly; it holds no square of the rounding of a sum of responsibilities.
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e20, 1e100, -1e150})
    void componentsThatAgreeSpreadNothingAtAnyDistance(double far) {
        GaussianMixture same = GaussianMixture.ofWeights(
                new double[] {0.1, 0.2, 0.7},
                Points.of(new double[] {-3, 1}, new double[] {2, 2}, new double[] {0, -1}),
                List.of(new Isotropic(0.5, 2), new Isotropic(3, 2), new Isotropic(1, 2)));
        NoisyMixture noise = same.underNoise(0, 1);
        double[] x = {far, far / 3};
        assertThat(noise.hessian(x)).containsExactly(-1, 0, 0, -1);
        assertThat(noise.divergence(Points.of(x))).containsExactly(-2);
    }

    @Test
    void identicalComponentsAreOne() {
        GaussianMixture one = GaussianMixture.gaussian(new double[] {1, -2}, Diagonal.of(0.5, 3));
        GaussianMixture many = GaussianMixture.equallyWeighted(
                Points.of(Collections.nCopies(1000, new double[] {1, -2}).toArray(double[][]::new)),
                Diagonal.of(0.5, 3));
        Points x = Points.of(new double[] {0, 0}, new double[] {1e6, 3}, new double[] {1e160, 0});
        near("log density", many.logDensity(x), one.logDensity(x), 1e-13);
        near("score", many.score(x).data(), one.score(x).data(), 1e-13);
        near("Hessian", many.hessian(x.row(0)), one.hessian(x.row(0)), 1e-13);
    }

    @Test
    void aHundredThousandComponentsTakeSeconds() {
        int k = 100_000;
        Random random = new Random(5);
        double[] means = random.doubles(2L * k, -50, 50).toArray();
        GaussianMixture mixture = GaussianMixture.equallyWeighted(Points.wrap(means, k, 2), new Isotropic(0.5, 2));
        Points x = RandomMixtures.around(mixture, 1, 0.5, 50, 6);
        long start = System.nanoTime();
        NoisyMixture law = mixture.underNoise(0.9, 0.4);
        Outputs out = Outputs.all(x.n(), 2);
        law.evaluate(x, 0, x.n(), out);
        double[] hessian = law.hessian(x.row(0));
        assertThat((System.nanoTime() - start) * 1e-9).as("seconds").isLessThan(20);
        double[] sum = new double[100];
        Arrays.setAll(sum, i -> 0.9 * out.posteriorMean()[i] - 0.16 * out.score()[i]);
        nearAsWhole("x", sum, x.data(), 1e-10, 0);
        assertFinite("Hessian", hessian);
    }

    @Test
    void oneDimensionAndOneComponentIsTheTextbookGaussian() {
        GaussianMixture g = GaussianMixture.gaussian(new double[] {1}, new Isotropic(2, 1));
        Points x = Points.of(new double[] {4});
        assertThat(g.logDensity(x)[0]).isCloseTo(-0.5 * Math.log(8 * Math.PI) - 9 / 8.0, within(1e-15));
        assertThat(g.energy(x)[0]).isEqualTo(-g.logDensity(x)[0]);
        assertThat(g.score(x).get(0, 0)).isEqualTo(-0.75);
        assertThat(g.hessian(new double[] {4})).containsExactly(-0.25);
        assertThat(g.responsibilities(x)).containsExactly(1);
        assertThat(g.mean()).containsExactly(1);
        assertThat(g.covariance()).containsExactly(4);
    }

    @Test
    void weightsOfAnySizeKeepTheirLogarithms() {
        GaussianMixture g = GaussianMixture.ofWeights(
                new double[] {1e300, 1e-300},
                Points.of(new double[] {0}, new double[] {1}),
                List.of(new Isotropic(1, 1), new Isotropic(1, 1)));
        assertThat(g.logWeights()[1]).isCloseTo(-600 * Math.log(10), within(1e-12));
        assertThat(g.logWeights()[0]).isZero();
    }

    /// Far from one component the posterior still knows it, at a weight below the range of a double.
    @Test
    void posteriorWeightsDoNotUnderflowInTheirLogarithm() {
        GaussianMixture g = GaussianMixture.equallyWeighted(
                Points.of(new double[] {-30}, new double[] {30}), new Isotropic(0.5, 1));
        GaussianMixture posterior = g.underNoise(1, 0.5).posterior(new double[] {30});
        assertThat(posterior.weights()[0]).isZero();
        assertThat(posterior.logWeights()[0]).isCloseTo(-3600, within(1e-9));
    }

    @Test
    void exactPointsStayExactUnderTheAlgebra() {
        GaussianMixture point = GaussianMixture.point(1, 2);
        assertThat(point.affine(new double[][] {{1, 1}}, new double[] {3}).covariance(0))
                .isEqualTo(new Isotropic(0, 1));
        assertThat(point.marginal(1).means().row(0)).containsExactly(2);
        assertThat(point.convolve(Diagonal.of(1, 3)).covariance(0)).isEqualTo(Diagonal.of(1, 3));
        Conditioned seen =
                point.condition(LinearMeasurement.of(new double[][] {{1, 0}}, new double[] {0}, new Isotropic(1, 1)));
        assertThat(seen.mixture().means().row(0)).containsExactly(1, 2);
        assertThat(seen.mixture().covariance(0)).isEqualTo(new Isotropic(0, 2));
        assertThat(seen.logEvidence()).isCloseTo(-0.5 - 0.5 * Math.log(2 * Math.PI), within(1e-15));
        Reweighted tilted = point.tilt(QuadraticReward.of(0, new double[] {1, 0}, new double[][] {{1, 0}, {0, 0}}));
        assertThat(tilted.mixture().covariance(0)).isEqualTo(new Isotropic(0, 2));
        assertThat(tilted.logNormaliser()).isCloseTo(1.5, within(1e-15));
        assertThatThrownBy(() -> point.times(point))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("add noise");
    }

    @Test
    void noPointsGiveNoAnswers() {
        GaussianMixture g = GaussianMixture.gaussian(new double[] {1, 2}, new Isotropic(2, 2));
        assertThat(g.logDensity(Points.zeros(0, 2))).isEmpty();
        assertThat(g.score(Points.zeros(0, 2)).n()).isZero();
    }

    @Test
    void pointsOfAnotherDimensionAreRefused() {
        GaussianMixture g = GaussianMixture.gaussian(new double[] {1, 2}, new Isotropic(2, 2));
        Points x = Points.zeros(1, 3);
        List<Runnable> calls = new ArrayList<>();
        calls.add(() -> g.logDensity(x));
        calls.add(() -> g.score(x));
        calls.add(() -> g.responsibilities(x));
        calls.add(() -> g.hessian(new double[3]));
        calls.add(() -> g.underNoise(1, 1).divergence(x));
        calls.add(() -> g.underNoise(1, 1).posterior(new double[1]));
        calls.add(() -> g.underNoise(1, 1).posteriorCovarianceTimes(new double[2], new double[3]));
        calls.forEach(call -> assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the mixture has 2"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void pointsThatAreNotFiniteAreRefusedByName(double bad) {
        GaussianMixture g = GaussianMixture.gaussian(new double[] {1, 2}, new Isotropic(2, 2));
        Points x = Points.of(new double[] {0, 0}, new double[] {3, bad});
        for (Runnable call : List.<Runnable>of(
                () -> g.logDensity(x),
                () -> g.score(x),
                () -> g.responsibilities(x),
                () -> g.underNoise(1, 1).divergence(x))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[1] must be finite, got " + bad);
        }
    }

    /// Along an axis at 1e150 the component farthest along it is the nearest by 1e151 in 1e300, and takes all.
    @ParameterizedTest
    @ValueSource(doubles = {1e9, 1e50, 1e150, 1e160, 1e300})
    void componentsOfOneCovarianceAreToldApartAtAnyDistance(double far) {
        for (Covariance c : List.of(
                new Isotropic(1, 2),
                Diagonal.of(1, 1),
                Spectral.of(new double[] {1, 0, 0, 1}, 2),
                LowRank.of(new double[] {0, 0}, 1, 1, 1))) {
            GaussianMixture mixture = GaussianMixture.ofWeights(
                    new double[] {0.9, 0.05, 0.05},
                    Points.of(new double[] {1, 4}, new double[] {2, 7}, new double[] {2, -5}),
                    List.of(c, c, c));
            Points axis = Points.of(new double[] {far, 0}, new double[] {far, 1});
            assertThat(Arrays.copyOf(mixture.responsibilities(axis), 1)[0]).isZero();
            // μ₂ and μ₃ tie along the axis but for ½(49 − 25) = 12 and y·12
            double r = 1 / (1 + Math.exp(-12));
            assertThat(mixture.responsibilities(axis)[1]).as("%s", c).isCloseTo(1 - r, within(1e-12));
            assertThat(mixture.responsibilities(axis)[4]).as("%s", c).isCloseTo(0.5, within(1e-12));
            assertThat(mixture.score(axis).get(0, 1)).as("%s", c).isCloseTo(7 * (1 - r) - 5 * r, within(1e-11));
        }
    }

    private static double[] row(double[] data, int i, int d) {
        return Arrays.copyOfRange(data, i * d, (i + 1) * d);
    }

    private static void assertFinite(String what, double[]... arrays) {
        for (double[] array : arrays) {
            assertThat(DoubleStream.of(array).allMatch(Double::isFinite))
                    .as(what + " " + Arrays.toString(array))
                    .isTrue();
        }
    }
}
