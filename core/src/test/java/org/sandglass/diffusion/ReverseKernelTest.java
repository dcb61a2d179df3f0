package org.sandglass.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.Spectral;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.Transition;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Case;
import org.sandglass.testing.RandomMixtures.Structure;
import org.sandglass.testing.Schedules;

/// The exact reverse kernel `p(xₛ|xₜ)`, and the bridge between two points.
class ReverseKernelTest {
    private static final double[][] TIMES = {{0, 1e-6}, {0, 0.5}, {0.2, 0.4}, {0.3, 0.300001}, {0.5, 1}, {1e-6, 1}};

    static List<Case> mixtures() {
        return RandomMixtures.all();
    }

    static Stream<Case> singleGaussians() {
        return Arrays.stream(Structure.values())
                .flatMap(s -> Stream.of(1, 3, 12).map(d -> RandomMixtures.of(s, d, 1, 31 + d)));
    }

    /// `p(xₛ|xₜ) pₜ(xₜ) = N(xₜ; a xₛ, b²I) pₛ(xₛ)`: with it, that the kernel has the marginal `pₛ` when
    /// `xₜ ~ pₜ` is an integral over both sides, and so is that it composes.
    @ParameterizedTest
    @MethodSource("mixtures")
    void theKernelIsBayesTheorem(Case c) {
        for (NoiseSchedule schedule : Schedules.all()) {
            DiffusedMixture process = new DiffusedMixture(c.mixture(), schedule);
            for (double[] pair : TIMES) {
                double s = pair[0] * schedule.end();
                double t = pair[1] * schedule.end();
                Transition step = schedule.transition(s, t);
                if (step.std() > 0) {
                    checkBayes(c + " under " + schedule + " from " + t + " to " + s, process, s, t, step);
                }
            }
        }
    }

    private static void checkBayes(String what, DiffusedMixture process, double s, double t, Transition step) {
        Points xs = RandomMixtures.around(
                process.mixture(),
                process.schedule().alpha(s),
                process.schedule().sigma(s),
                1,
                5);
        double[] z = RandomMixtures.normals(new Random(6), 1, process.d())[0];
        double[] xt = new double[process.d()];
        Arrays.setAll(xt, j -> step.scale() * xs.get(0, j) + step.std() * z[j]);
        // both sides round coordinates to u·size; in units of b this shifts each by `shift`, and ½w² by w·shift
        double size =
                norm(xt) + norm(xs.row(0)) + norm(process.mixture().means().data());
        double shift = 8 * 0x1p-53 * size / step.std();
        double forward = 0;
        double lost = 0;
        for (int j = 0; j < xt.length; j++) {
            double white = Math.fma(-step.scale(), xs.get(0, j), xt[j]) / step.std();
            forward -= 0.5 * white * white + Math.log(step.std()) + 0.5 * Math.log(2 * Math.PI);
            lost += shift * (1 + Math.abs(white));
        }
        double right = forward + process.at(s).logDensity(xs)[0];
        double left = process.reverseKernel(s, t, xt).logDensity(xs)[0]
                + process.at(t).logDensity(Points.of(xt))[0];
        assertThat(left).as(what).isCloseTo(right, within(1e-10 * (1 + Math.abs(right)) + lost));
    }

    private static double norm(double[] v) {
        return Math.sqrt(Arrays.stream(v).map(e -> e * e).sum());
    }

    /// One Gaussian: `p(x_u|xₜ)` followed by the affine `p(xₛ|x_u)` is `p(xₛ|xₜ)`.
    @ParameterizedTest
    @MethodSource("singleGaussians")
    void stepsOfOneGaussianCompose(Case c) {
        for (NoiseSchedule schedule : Schedules.all()) {
            DiffusedMixture process = new DiffusedMixture(c.mixture(), schedule);
            double s = 0.2 * schedule.end();
            double u = 0.5 * schedule.end();
            double t = 0.9 * schedule.end();
            int d = c.mixture().d();
            double[] xt = RandomMixtures.around(c.mixture(), schedule.alpha(t), schedule.sigma(t), 1, 8)
                    .row(0);
            GaussianMixture direct = process.reverseKernel(s, t, xt);
            GaussianMixture middle = process.reverseKernel(u, t, xt);
            // p(xₛ|x_u) = N(m + M x_u, V): its mean at 0 and at the unit vectors gives m and M
            double[] m = process.reverseKernel(s, u, new double[d]).mean();
            double[][] matrix = new double[d][d];
            for (int j = 0; j < d; j++) {
                double[] unit = new double[d];
                unit[j] = 1;
                double[] moved = process.reverseKernel(s, u, unit).mean();
                for (int i = 0; i < d; i++) {
                    matrix[i][j] = moved[i] - m[i];
                }
            }
            double[] mean = middle.mean();
            double[] expected = new double[d];
            Arrays.setAll(
                    expected,
                    i -> m[i]
                            + IntStream.range(0, d)
                                    .mapToDouble(j -> matrix[i][j] * mean[j])
                                    .sum());
            nearAsWhole(c + " under " + schedule + " mean", expected, direct.mean(), 1e-10, 1);
            double[] inner = middle.covariance();
            double[] covariance = process.reverseKernel(s, u, new double[d]).covariance();
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    for (int k = 0; k < d; k++) {
                        for (int l = 0; l < d; l++) {
                            covariance[i * d + j] += matrix[i][k] * inner[k * d + l] * matrix[j][l];
                        }
                    }
                }
            }
            nearAsWhole(c + " under " + schedule + " covariance", covariance, direct.covariance(), 1e-10, 0.1);
        }
    }

    /// `∫ p(xₛ|x_u) p(x_u|xₜ) dx_u = p(xₛ|xₜ)` and `∫ p(xₛ|xₜ) pₜ(xₜ) dxₜ = pₛ(xₛ)`, by quadrature in one
    /// dimension.
    @Test
    void stepsOfAMixtureComposeAndKeepTheMarginal() {
        GaussianMixture mixture =
                RandomMixtures.of(Structure.ISOTROPIC, 1, 6, 4).mixture();
        for (NoiseSchedule schedule : List.of(LinearVp.standard(), Flow.standard())) {
            DiffusedMixture process = new DiffusedMixture(mixture, schedule);
            for (double xs : new double[] {-1.5, 0.2, 2.5}) {
                double direct = Math.exp(density(process.reverseKernel(0.2, 0.8, 0.7), xs));
                double composed = integrate(xu -> Math.exp(density(process.reverseKernel(0.2, 0.5, xu), xs)
                        + density(process.reverseKernel(0.5, 0.8, 0.7), xu)));
                near(schedule + " composed", composed, direct);
                double marginal = integrate(xt -> Math.exp(
                        density(process.reverseKernel(0.2, 0.8, xt), xs) + density(process.marginal(0.8), xt)));
                near(schedule + " marginal", marginal, Math.exp(density(process.marginal(0.2), xs)));
            }
        }
    }

    /// In several dimensions: the joint law of `(xₛ, xₜ)` as an affine image of `(xₛ, z)`, conditioned on `xₜ`
    /// by the closure operation.
    @Test
    void theKernelIsTheJointLawConditionedOnTheLaterPoint() {
        int d = 3;
        GaussianMixture mixture = RandomMixtures.of(Structure.FULL, d, 5, 12).mixture();
        DiffusedMixture process = new DiffusedMixture(mixture, LinearVp.standard());
        Transition step = process.schedule().transition(0.1, 0.4);
        GaussianMixture early = process.marginal(0.1);
        List<Spectral> blocks = early.covariances().stream()
                .map(v -> withUnitBlock(v.matrix(), d))
                .toList();
        double[][] means = early.means().toRows();
        Points padded =
                Points.of(Arrays.stream(means).map(m -> Arrays.copyOf(m, 2 * d)).toArray(double[][]::new));
        GaussianMixture independent = GaussianMixture.ofLogits(early.logWeights(), padded, blocks);
        double[][] map = new double[2 * d][2 * d];
        for (int j = 0; j < d; j++) {
            map[j][j] = 1;
            map[d + j][j] = step.scale();
            map[d + j][d + j] = step.std();
        }
        double[] xt = {0.3, -0.4, 1};
        var given = independent.affine(map, new double[2 * d]).conditionOn(new int[] {3, 4, 5}, xt);
        GaussianMixture kernel = process.reverseKernel(0.1, 0.4, xt);
        near("weights", given.mixture().weights(), kernel.weights());
        near("means", given.mixture().means().data(), kernel.means().data());
        for (int k = 0; k < kernel.k(); k++) {
            nearAsWhole(
                    "covariance",
                    given.mixture().covariance(k).matrix(),
                    kernel.covariance(k).matrix(),
                    1e-10,
                    0);
        }
        near("evidence", given.logEvidence(), process.at(0.4).logDensity(Points.of(xt))[0]);
    }

    @Test
    void noStepAtAllLeavesThePoint() {
        DiffusedMixture process =
                new DiffusedMixture(RandomMixtures.of(Structure.FULL, 2, 3, 1).mixture(), Flow.standard());
        for (double t : new double[] {0, 0.4}) {
            GaussianMixture kernel = process.reverseKernel(t, t, 0.3, -0.7);
            nearAsWhole("mean", kernel.mean(), new double[] {0.3, -0.7}, 1e-14, 1);
            assertThat(kernel.covariance()).containsExactly(new double[4], within(1e-28));
        }
    }

    /// At the end of the straight path `α = 0`: nothing of `xₛ` is left, so the kernel is `pₛ`.
    @Test
    void fromPureNoiseTheKernelIsTheMarginal() {
        DiffusedMixture process = new DiffusedMixture(
                RandomMixtures.of(Structure.LOW_RANK, 3, 4, 2).mixture(), Flow.standard());
        GaussianMixture kernel = process.reverseKernel(0.25, 1, 5, 6, 7);
        near("weights", kernel.weights(), process.marginal(0.25).weights());
        near("means", kernel.means().data(), process.marginal(0.25).means().data());
        near("covariance", kernel.covariance(), process.marginal(0.25).covariance());
    }

    /// `bridge(x_u) p(xₜ|xₛ) = p(x_u|xₛ) p(xₜ|x_u)`.
    @Test
    void theBridgeIsBayesTheorem() {
        double[] xs = {0.4, -1};
        double[] xt = {-0.3, 0.9};
        for (NoiseSchedule schedule : Schedules.all()) {
            double s = 0.1 * schedule.end();
            double t = 0.8 * schedule.end();
            Bridge bridge = Bridge.between(schedule, s, xs, t, xt);
            for (double u : new double[] {0.2, 0.5, 0.79}) {
                double[] xu = {0.1, 0.2};
                double left = density(bridge.at(u * schedule.end()), xu) + step(schedule, s, xs, t, xt);
                double right =
                        step(schedule, s, xs, u * schedule.end(), xu) + step(schedule, u * schedule.end(), xu, t, xt);
                assertThat(left).as(schedule + " at " + u).isCloseTo(right, within(1e-10 * (1 + Math.abs(right))));
            }
            nearAsWhole("start", bridge.at(s).mean(), xs, 1e-15, 0);
            nearAsWhole("end", bridge.at(t).mean(), xt, 1e-15, 0);
        }
    }

    private static double step(NoiseSchedule schedule, double s, double[] from, double t, double[] to) {
        Transition step = schedule.transition(s, t);
        double[] mean = Arrays.stream(from).map(v -> step.scale() * v).toArray();
        return density(GaussianMixture.gaussian(mean, new Isotropic(step.std(), from.length)), to);
    }

    private static Spectral withUnitBlock(double[] matrix, int d) {
        double[] out = new double[4 * d * d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(matrix, i * d, out, i * 2 * d, d);
            out[(d + i) * 2 * d + d + i] = 1;
        }
        return Spectral.of(out, 2 * d);
    }

    private static double density(GaussianMixture p, double... x) {
        return p.logDensity(Points.of(x))[0];
    }

    /// Gauss–Legendre with 20 nodes on each of 300 pieces of [−15, 15].
    private static double integrate(DoubleUnaryOperator f) {
        var factory = new GaussIntegratorFactory();
        return IntStream.range(0, 300)
                .mapToDouble(i ->
                        factory.legendre(20, -15 + i * 0.1, -15 + (i + 1) * 0.1).integrate(f::applyAsDouble))
                .sum();
    }
}
