package org.sandglass.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.DerivativeOracle;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Case;
import org.sandglass.testing.Schedules;

/// The identities of a mixture under every process, from time 0 to the end: to 1e-10 of the size of their
/// terms.
class DiffusionLawsTest {
    private static final double TOLERANCE = 1e-10;

    /// One mixture under one process at one time, with some points.
    private record Scene(Case mixture, NoiseSchedule schedule, double t, NoisyMixture law, Points x) {
        static Stream<Scene> of(Case c) {
            List<NoiseSchedule> schedules = Schedules.all();
            // each mixture of dimension 20 sees a third of the schedules; the others see them all
            return schedules.stream()
                    .filter(s -> c.mixture().d() < 20 || (schedules.indexOf(s) + c.seed()) % 3 == 0)
                    .flatMap(s -> Stream.of(0, 1e-6, 0.3, 1 - 1e-6, 1.0)
                            .map(u -> of(c, s, u.doubleValue() == 1 ? s.end() : u.doubleValue() * s.end())));
        }

        private static Scene of(Case c, NoiseSchedule s, double t) {
            NoisyMixture law = new DiffusedMixture(c.mixture(), s).at(t);
            return new Scene(c, s, t, law, RandomMixtures.around(c.mixture(), law.a(), law.b(), 2, c.seed()));
        }

        @Override
        public String toString() {
            return mixture + " under " + schedule + " at t=" + t;
        }
    }

    static List<Case> mixtures() {
        return RandomMixtures.all();
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void scoreAndHessianAreDerivativesOfTheLogDensity(Case c) {
        Scene.of(c).forEach(scene -> {
            var oracle = new DerivativeOracle(c.mixture(), scene.law.a(), scene.law.b());
            double[] logDensity = scene.law.logDensity(scene.x);
            Points score = scene.law.score(scene.x);
            for (int i = 0; i < scene.x.n(); i++) {
                double[] x = scene.x.row(i);
                double[] hessian = scene.law.hessian(x);
                for (double[] v : directions(x.length)) {
                    var expected = oracle.along(x, v);
                    near(scene + " log density", logDensity[i], expected.getReal());
                    close(scene + " score", dot(score.row(i), v), expected.getFirstDerivative(), norm(score.row(i)));
                    close(scene + " Hessian", dot(times(hessian, v), v), expected.getSecondDerivative(), norm(hessian));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void dataAndNoiseMakeThePointAgain(Case c) {
        Scene.of(c).forEach(scene -> {
            double[] x0 = scene.law.posteriorMean(scene.x).data();
            double[] noise = scene.law.noise(scene.x).data();
            double[] sum = new double[x0.length];
            Arrays.setAll(sum, i -> scene.law.a() * x0[i] + scene.law.b() * noise[i]);
            nearAsWhole(scene + " αx̂₀ + σε̂", sum, scene.x.data(), TOLERANCE, 1e-3);
        });
    }

    /// `α x̂₀ = x + σ² s`.
    @ParameterizedTest
    @MethodSource("mixtures")
    void posteriorMeanIsTweediesFormula(Case c) {
        Scene.of(c).forEach(scene -> {
            double[] x0 = scene.law.posteriorMean(scene.x).data();
            double[] score = scene.law.score(scene.x).data();
            double b = scene.law.b();
            for (int i = 0; i < x0.length; i++) {
                double right = b * b * score[i];
                close(scene + " Tweedie", scene.law.a() * x0[i], scene.x.data()[i] + right, Math.abs(right));
            }
        });
    }

    /// `α² Cov[x₀|x] = σ² (I + σ² ∇²ln p)`.
    @ParameterizedTest
    @MethodSource("mixtures")
    void posteriorCovarianceIsTweediesSecondFormula(Case c) {
        int d = c.mixture().d();
        Scene.of(c).forEach(scene -> {
            double[] x = scene.x.row(0);
            double a = scene.law.a();
            double b = scene.law.b();
            double[] covariance = scene.law.posteriorCovariance(x);
            double[] hessian = scene.law.hessian(x);
            double size = b * b * (1 + b * b * norm(hessian));
            for (int i = 0; i < d * d; i++) {
                double right = b * b * ((i % (d + 1) == 0 ? 1 : 0) + b * b * hessian[i]);
                assertThat(a * a * covariance[i]).as("%s", scene).isCloseTo(right, within(TOLERANCE * size));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void secondOrderAnswersAgreeWithEachOther(Case c) {
        int d = c.mixture().d();
        Scene.of(c).forEach(scene -> {
            double[] x = scene.x.row(1);
            double[] hessian = scene.law.hessian(x);
            double[] covariance = scene.law.posteriorCovariance(x);
            double trace = 0;
            for (int i = 0; i < d; i++) {
                trace += hessian[i * d + i];
                for (int j = 0; j < d; j++) {
                    assertThat(hessian[i * d + j]).isEqualTo(hessian[j * d + i]);
                    assertThat(covariance[i * d + j]).isEqualTo(covariance[j * d + i]);
                }
            }
            close(scene + " divergence", scene.law.divergence(scene.x)[1], trace, d * norm(hessian));
            double[] v = directions(d)[d];
            nearAsWhole(
                    scene + " Cov·v",
                    scene.law.posteriorCovarianceTimes(x, v),
                    times(covariance, v),
                    TOLERANCE,
                    norm(covariance));
        });
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void thePosteriorHasThePosteriorMomentsAndWeights(Case c) {
        Scene.of(c).forEach(scene -> {
            double[] x = scene.x.row(0);
            GaussianMixture posterior = scene.law.posterior(x);
            nearAsWhole(
                    scene + " weights", posterior.weights(), scene.law.responsibilities(Points.of(x)), TOLERANCE, 1);
            nearAsWhole(
                    scene + " mean",
                    posterior.mean(),
                    scene.law.posteriorMean(Points.of(x)).data(),
                    TOLERANCE,
                    1);
            double[] covariance = scene.law.posteriorCovariance(x);
            nearAsWhole(scene + " covariance", posterior.covariance(), covariance, TOLERANCE, 1e-3);
        });
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void velocityIsTheProbabilityFlowWhereThatIsFinite(Case c) {
        Scene.of(c).forEach(scene -> {
            double f = scene.schedule.drift(scene.t);
            double half = 0.5 * scene.schedule.diffusionSquared(scene.t);
            double[] velocity = new DiffusedMixture(c.mixture(), scene.schedule)
                    .velocity(scene.x, scene.t)
                    .data();
            double[] score = scene.law.score(scene.x).data();
            for (int i = 0; i < velocity.length; i++) {
                assertThat(Double.isFinite(velocity[i]))
                        .as("%s: velocity %s", scene, velocity[i])
                        .isTrue();
                if (Double.isFinite(f) && Double.isFinite(half)) {
                    double drift = f * scene.x.data()[i];
                    double flow = half * score[i];
                    close(scene + " velocity", velocity[i], drift - flow, Math.abs(drift) + Math.abs(flow));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void theMarginalHasTheSameDensityAndScore(Case c) {
        Scene.of(c).forEach(scene -> {
            GaussianMixture marginal = scene.law.marginal();
            near(scene + " log density", marginal.logDensity(scene.x), scene.law.logDensity(scene.x));
            nearAsWhole(
                    scene + " score",
                    marginal.score(scene.x).data(),
                    scene.law.score(scene.x).data(),
                    TOLERANCE,
                    1);
        });
    }

    /// The coordinate axes, then three random unit vectors.
    private static double[][] directions(int d) {
        double[][] random = RandomMixtures.normals(new Random(d), 3, d);
        double[][] out = new double[d + 3][d];
        for (int i = 0; i < d; i++) {
            out[i][i] = 1;
        }
        for (int i = 0; i < 3; i++) {
            double norm = norm(random[i]);
            int row = i;
            Arrays.setAll(out[d + i], j -> random[row][j] / norm);
        }
        return out;
    }

    private static void close(String what, double actual, double expected, double size) {
        assertThat(actual).as(what).isCloseTo(expected, within(TOLERANCE * (1 + Math.abs(expected) + size)));
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * w[i];
        }
        return sum;
    }

    private static double[] times(double[] matrix, double[] v) {
        double[] out = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                out[i] += matrix[i * v.length + j] * v[j];
            }
        }
        return out;
    }
}
