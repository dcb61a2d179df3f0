package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;
import static org.sandglass.testing.Near.nearAsWhole;
import static org.sandglass.testing.RandomMixtures.normals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Case;
import org.sandglass.testing.RandomMixtures.Structure;

/// The algebra that a mixture is closed under. Each operation is held to the identity between densities that
/// defines it, at random points, to 1e-10.
class ClosureTest {
    static List<Case> mixtures() {
        return RandomMixtures.all();
    }

    static List<Case> severalDimensions() {
        return RandomMixtures.all().stream().filter(c -> c.mixture().d() > 1).toList();
    }

    static List<Case> fewComponents() {
        return RandomMixtures.all().stream().filter(c -> c.mixture().k() <= 5).toList();
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void diffusingTwiceIsDiffusingOnce(Case c) {
        GaussianMixture once =
                c.mixture().underNoise(0.42, Math.hypot(0.6 * 0.5, 0.8)).marginal();
        GaussianMixture twice =
                c.mixture().underNoise(0.7, 0.5).marginal().underNoise(0.6, 0.8).marginal();
        same(c, twice, once);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void anAffineMapChangesTheDensityByItsDeterminant(Case c) {
        int d = c.mixture().d();
        Random random = new Random(c.seed());
        double[][] matrix = normals(random, d, d);
        double[] shift = normals(random, 1, d)[0];
        GaussianMixture image = c.mixture().affine(matrix, shift);
        Points x = points(c);
        Points y = Points.zeros(x.n(), d);
        for (int i = 0; i < x.n(); i++) {
            for (int j = 0; j < d; j++) {
                y.data()[i * d + j] = dot(matrix[j], x.row(i)) + shift[j];
            }
        }
        double logDeterminant = Math.log(
                Math.abs(org.ejml.dense.row.CommonOps_DDRM.det(org.sandglass.linalg.Matrices.of(matrix, "a"))));
        double[] expected = Arrays.stream(c.mixture().logDensity(x))
                .map(l -> l - logDeterminant)
                .toArray();
        near(
                c + " log density of A x + b",
                image.logDensity(y),
                expected,
                1e-9); // a random 20 × 20 matrix may have condition 1e3
    }

    @ParameterizedTest
    @MethodSource("severalDimensions")
    void aMarginalOfAnAffineMapIsTheAffineMapOfThoseRows(Case c) {
        int d = c.mixture().d();
        Random random = new Random(c.seed());
        double[][] matrix = normals(random, d, d);
        double[] shift = normals(random, 1, d)[0];
        int[] kept = d == 2 ? new int[] {1} : new int[] {d - 1, 0};
        double[][] rows = Arrays.stream(kept).mapToObj(i -> matrix[i]).toArray(double[][]::new);
        double[] shifts = Arrays.stream(kept).mapToDouble(i -> shift[i]).toArray();
        same(c, c.mixture().affine(matrix, shift).marginal(kept), c.mixture().affine(rows, shifts));
    }

    @ParameterizedTest
    @MethodSource("severalDimensions")
    void aMarginalIsTheAffineMapThatSelects(Case c) {
        int d = c.mixture().d();
        double[][] select = new double[2][d];
        select[0][d - 1] = 1;
        select[1][0] = 1;
        same(c, c.mixture().marginal(d - 1, 0), c.mixture().affine(select, new double[2]));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void convolvingAddsCovariances(Case c) {
        int d = c.mixture().d();
        for (Structure structure : Structure.values()) {
            Covariance noise = RandomMixtures.of(structure, d, 1, 5).mixture().covariance(0);
            GaussianMixture sum = c.mixture().convolve(noise);
            for (int k = 0; k < sum.k(); k++) {
                double[] expected = c.mixture().covariance(k).matrix();
                double[] added = noise.matrix();
                Arrays.setAll(expected, i -> expected[i] + added[i]);
                nearAsWhole(c + " + " + structure, sum.covariance(k).matrix(), expected, 1e-13, 0);
            }
        }
        same(
                c,
                c.mixture().convolve(new Isotropic(0.3, d)),
                c.mixture().underNoise(1, 0.3).marginal());
    }

    /// `p(rest | known) p(known) = p(x)`.
    @ParameterizedTest
    @MethodSource("severalDimensions")
    void conditioningOnCoordinatesDividesTheJointByTheMarginal(Case c) {
        int d = c.mixture().d();
        int[] known = d == 2 ? new int[] {1} : new int[] {d - 1, 0};
        int[] rest = IntStream.range(0, d)
                .filter(j -> Arrays.stream(known).noneMatch(i -> i == j))
                .toArray();
        Points x = points(c);
        for (int i = 0; i < x.n(); i++) {
            double[] values = pick(x.row(i), known);
            Conditioned given = c.mixture().conditionOn(known, values);
            near(
                    c + " evidence",
                    given.logEvidence(),
                    c.mixture().marginal(known).logDensity(Points.of(values))[0]);
            double joint = given.mixture().logDensity(Points.of(pick(x.row(i), rest)))[0] + given.logEvidence();
            near(c + " joint", joint, c.mixture().logDensity(Points.of(x.row(i)))[0]);
        }
    }

    /// `p(x | y) p(y) = N(y; Ax, R) p(x)`.
    @ParameterizedTest
    @MethodSource("mixtures")
    void conditioningOnAMeasurementIsBayesTheorem(Case c) {
        int d = c.mixture().d();
        Random random = new Random(c.seed());
        for (Structure structure : Structure.values()) {
            int m = 1 + random.nextInt(d + 1); // may be more measurements than coordinates
            Covariance noise = RandomMixtures.of(structure, m, 1, 3).mixture().covariance(0);
            double[][] a = normals(random, m, d);
            double[] y = normals(random, 1, m)[0];
            Conditioned given = c.mixture().condition(LinearMeasurement.of(a, y, noise));
            GaussianMixture error = GaussianMixture.gaussian(new double[m], noise);
            Points x = points(c);
            for (int i = 0; i < x.n(); i++) {
                double[] residual = new double[m];
                double[] point = x.row(i);
                Arrays.setAll(residual, j -> y[j] - dot(a[j], point));
                double right =
                        error.logDensity(Points.of(residual))[0] + c.mixture().logDensity(Points.of(point))[0];
                double left = given.mixture().logDensity(Points.of(point))[0] + given.logEvidence();
                near(c + " given " + m + " looks with " + structure + " noise", left, right);
            }
        }
    }

    /// With noise 1e-7 the posterior mean is off by about `1e-14/s²` of it, and a random mixture has `s > 0.1`.
    @ParameterizedTest
    @MethodSource("severalDimensions")
    void conditioningOnACoordinateIsTheLimitOfATightMeasurement(Case c) {
        double[][] select = new double[1][c.mixture().d()];
        select[0][1] = 1;
        Conditioned tight =
                c.mixture().condition(LinearMeasurement.of(select, new double[] {0.4}, new Isotropic(1e-7, 1)));
        Conditioned exact = c.mixture().conditionOn(new int[] {1}, 0.4);
        near(c + " evidence", tight.logEvidence(), exact.logEvidence());
        int[] rest = IntStream.range(0, c.mixture().d()).filter(j -> j != 1).toArray();
        nearAsWhole(
                c + " mean", pick(tight.mixture().mean(), rest), exact.mixture().mean(), 1e-10, 1);
        assertThat(tight.mixture().mean()[1]).isCloseTo(0.4, within(1e-10));
    }

    /// Law by law: diffusing the posterior is the posterior of the diffused, `p(xₜ|y) p(y) = p(y|xₜ) p(xₜ)`.
    @ParameterizedTest
    @MethodSource("fewComponents")
    void aDiffusedPosteriorIsThePosteriorOfTheDiffused(Case c) {
        int d = c.mixture().d();
        Random random = new Random(c.seed());
        LinearMeasurement look =
                LinearMeasurement.of(normals(random, 2, d), new double[] {0.3, -1}, new Isotropic(0.5, 2));
        Conditioned given = c.mixture().condition(look);
        NoisyMixture law = c.mixture().underNoise(0.8, 0.6);
        Points x = points(c);
        for (int i = 0; i < x.n(); i++) {
            double[] xt = x.row(i);
            double left = given.mixture().underNoise(0.8, 0.6).logDensity(Points.of(xt))[0] + given.logEvidence();
            double likelihood = law.posterior(xt).condition(look).logEvidence();
            near(c + " joint of y and x", left, likelihood + law.logDensity(Points.of(xt))[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("fewComponents")
    void aProductMultipliesDensities(Case c) {
        for (Structure structure : Structure.values()) {
            GaussianMixture other =
                    RandomMixtures.of(structure, c.mixture().d(), 4, 77).mixture();
            Reweighted product = c.mixture().times(other);
            assertThat(product.mixture().k()).isEqualTo(c.mixture().k() * 4);
            Points x = points(c);
            double[] expected = sum(c.mixture().logDensity(x), other.logDensity(x));
            near(c + " times " + structure, plus(product.mixture().logDensity(x), product.logNormaliser()), expected);
        }
    }

    @Test
    void theNormaliserOfAProductIsItsIntegral() {
        GaussianMixture p = RandomMixtures.of(Structure.DIAGONAL, 1, 4, 1).mixture();
        GaussianMixture q = RandomMixtures.of(Structure.FULL, 1, 3, 2).mixture();
        double integral = integrate(x -> Math.exp(density(p, x) + density(q, x)));
        near("∫ p q", Math.exp(p.times(q).logNormaliser()), integral);
        near("∫ p³", Math.exp(p.power(3).logNormaliser()), integrate(x -> Math.exp(3 * density(p, x))));
        QuadraticReward reward = QuadraticReward.of(0.2, new double[] {0.5}, new double[][] {{-0.3}});
        near(
                "∫ p e^r",
                Math.exp(p.tilt(reward).logNormaliser()),
                integrate(x -> Math.exp(density(p, x) + reward.at(x))));
    }

    @ParameterizedTest
    @MethodSource("fewComponents")
    void aPowerMultipliesTheLogDensity(Case c) {
        for (int n = 1; n <= 4; n++) {
            int power = n;
            Reweighted result = c.mixture().power(n);
            Points x = points(c);
            double[] expected =
                    Arrays.stream(c.mixture().logDensity(x)).map(l -> power * l).toArray();
            near(c + " to the " + n, plus(result.mixture().logDensity(x), result.logNormaliser()), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("fewComponents")
    void aSquareIsAProductWithItself(Case c) {
        Reweighted square = c.mixture().power(2);
        Reweighted product = c.mixture().times(c.mixture());
        near(c + " normaliser", square.logNormaliser(), product.logNormaliser());
        same(c, square.mixture(), product.mixture());
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void aTiltAddsTheRewardToTheLogDensity(Case c) {
        QuadraticReward reward = reward(c);
        Reweighted tilted = c.mixture().tilt(reward);
        Points x = points(c);
        double[] rewards =
                IntStream.range(0, x.n()).mapToDouble(i -> reward.at(x.row(i))).toArray();
        near(
                c + " tilted",
                plus(tilted.mixture().logDensity(x), tilted.logNormaliser()),
                sum(c.mixture().logDensity(x), rewards));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void aLinearTiltKeepsTheStructure(Case c) {
        double[] slope = normals(new Random(3), 1, c.mixture().d())[0];
        Reweighted tilted = c.mixture().tilt(QuadraticReward.linear(0.7, slope));
        assertThat(tilted.mixture().covariances()).isEqualTo(c.mixture().covariances());
        Points x = points(c);
        double[] rewards = IntStream.range(0, x.n())
                .mapToDouble(i -> 0.7 + dot(slope, x.row(i)))
                .toArray();
        near(
                c + " tilted",
                plus(tilted.mixture().logDensity(x), tilted.logNormaliser()),
                sum(c.mixture().logDensity(x), rewards));
    }

    /// A Gaussian likelihood is a quadratic reward, so its tilt is Bayes' theorem.
    @ParameterizedTest
    @MethodSource("mixtures")
    void tiltingByALogLikelihoodIsConditioning(Case c) {
        int d = c.mixture().d();
        double s = 0.7;
        double[] a = normals(new Random(c.seed()), 1, d)[0];
        double y = 0.5;
        double[] slope = Arrays.stream(a).map(v -> v * y / s / s).toArray();
        double[][] curvature = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                curvature[i][j] = -a[i] * a[j] / s / s;
            }
        }
        double constant = -0.5 * y * y / s / s - 0.5 * Math.log(2 * Math.PI) - Math.log(s);
        Reweighted tilted = c.mixture().tilt(QuadraticReward.of(constant, slope, curvature));
        Conditioned given =
                c.mixture().condition(LinearMeasurement.of(new double[][] {a}, new double[] {y}, new Isotropic(s, 1)));
        near(c + " evidence", tilted.logNormaliser(), given.logEvidence());
        same(c, tilted.mixture(), given.mixture());
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void mergingKeepsMeanAndCovariance(Case c) {
        int k = c.mixture().k();
        if (k < 3) {
            return;
        }
        GaussianMixture merged = c.mixture().merge(2, 0, 1);
        assertThat(merged.k()).isEqualTo(k - 2);
        nearAsWhole(c + " mean", merged.mean(), c.mixture().mean(), 1e-13, 1);
        nearAsWhole(c + " covariance", merged.covariance(), c.mixture().covariance(), 1e-12, 1);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void droppingComponentsKeepsTheRatiosOfTheOthers(Case c) {
        if (c.mixture().k() < 3) {
            return;
        }
        GaussianMixture fewer = c.mixture().without(1);
        double[] w = c.mixture().weights();
        near(c + " weight", fewer.weights()[0], w[0] / (1 - w[1]));
        near(c + " weight", fewer.weights()[1], w[2] / (1 - w[1]));
        assertThat(fewer.means().row(1)).isEqualTo(c.mixture().means().row(2));
    }

    private static QuadraticReward reward(Case c) {
        int d = c.mixture().d();
        double[][] b = normals(new Random(c.seed()), d, d);
        double[][] curvature = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                curvature[i][j] = -dot(b[i], b[j]) / d; // exactly symmetric
            }
        }
        curvature[0][0] += 0.01; // not all of one sign in one dimension, yet below every precision
        return QuadraticReward.of(-0.4, b[0], curvature);
    }

    /// The same law, seen at points of both.
    private static void same(Case c, GaussianMixture actual, GaussianMixture expected) {
        Points x = RandomMixtures.around(expected, 1, 0.3, 4, c.seed());
        near(c + " log density", actual.logDensity(x), expected.logDensity(x));
        nearAsWhole(c + " score", actual.score(x).data(), expected.score(x).data(), 1e-10, 1);
    }

    private static Points points(Case c) {
        return RandomMixtures.around(c.mixture(), 1, 0, 3, c.seed() + 1);
    }

    private static double density(GaussianMixture p, double x) {
        return p.logDensity(Points.of(new double[] {x}))[0];
    }

    /// Gauss–Legendre with 20 nodes on each of 400 pieces of [−20, 20]: to rounding for densities of width 0.1
    /// and more.
    private static double integrate(java.util.function.DoubleUnaryOperator f) {
        var factory = new GaussIntegratorFactory();
        return IntStream.range(0, 400)
                .mapToDouble(i ->
                        factory.legendre(20, -20 + i * 0.1, -20 + (i + 1) * 0.1).integrate(f::applyAsDouble))
                .sum();
    }

    private static double[] sum(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    private static double[] plus(double[] a, double b) {
        return Arrays.stream(a).map(v -> v + b).toArray();
    }

    private static double[] pick(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(j -> values[j]).toArray();
    }

    private static double dot(double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * w[i];
        }
        return sum;
    }
}
