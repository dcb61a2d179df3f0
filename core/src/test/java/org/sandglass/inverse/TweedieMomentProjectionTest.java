package org.sandglass.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.mixture.Spectral;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.Near;
import org.sandglass.testing.Processes;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;

class TweedieMomentProjectionTest {
    private static final double[] PARTS_OF_THE_END = {0, 1e-9, 1e-3, 0.2, 0.5, 0.9, 1 - 1e-9, 1};

    static Stream<NoiseSchedule> schedules() {
        return Processes.all().stream();
    }

    /// Where the exact posterior is as well conditioned as the numbers we compare.
    @ParameterizedTest
    @MethodSource("schedules")
    void withOneGaussianItIsTheExactPosterior(NoiseSchedule schedule) {
        for (Structure structure : Structure.values()) {
            for (int d : new int[] {1, 2, 5}) {
                for (int m : new int[] {1, 2, 4}) {
                    GaussianMixture prior =
                            RandomMixtures.of(structure, d, 1, 10 * d + m).mixture();
                    agreesWithTheExactPosterior(
                            prior, measurement(d, m, noise(m), 100L * d + m), schedule, PARTS_OF_THE_END);
                }
            }
        }
    }

    /// The noise has standard deviation 1e-6, so the posterior's score reaches 1e12; compared by the size of
    /// the whole vector.
    @ParameterizedTest
    @MethodSource("schedules")
    void soItIsWithTinyNoise(NoiseSchedule schedule) {
        GaussianMixture prior = RandomMixtures.of(Structure.FULL, 3, 1, 7).mixture();
        agreesWithTheExactPosterior(
                prior, measurement(3, 1, new Isotropic(1e-6, 1), 5), schedule, 0, 1e-9, 1e-3, 0.2, 0.5, 0.9, 1);
        agreesWithTheExactPosterior(
                prior, measurement(3, 2, new Isotropic(1e-6, 2), 6), schedule, 0, 1e-9, 1e-3, 0.2, 0.5, 0.9, 1);
    }

    @Test
    void whereNothingIsNoisyItIsTheExactPosteriorOfAnyMixture() {
        GaussianMixture prior = RandomMixtures.of(Structure.MIXED, 3, 8, 3).mixture();
        for (NoiseSchedule schedule : List.of(LinearVp.standard(), Flow.standard())) {
            agreesWithTheExactPosterior(prior, measurement(3, 2, noise(2), 8), schedule, 0);
        }
    }

    /// Two modes at ±2 with standard deviation 0.5, seen at 1 through noise of standard deviation 0.5, at
    /// time 0.5 of `flow`. Where `xₜ = −1.09` the prior believes in the mode at −2; the exact posterior mean
    /// is that of the other, which TMP, that knows of no modes, misses by 1.67.
    @Test
    void withTwoModesItIsOffByAKnownAmount() {
        GaussianMixture prior = GaussianMixture.ofWeights(
                new double[] {1, 1},
                Points.of(new double[] {-2}, new double[] {2}),
                List.of(new Isotropic(0.5, 1), new Isotropic(0.5, 1)));
        LinearMeasurement seen = LinearMeasurement.of(new double[][] {{1}}, new double[] {1}, new Isotropic(0.5, 1));
        double worst = 0;
        for (double x = -3; x <= 3; x += 0.01) {
            worst = Math.max(worst, Math.abs(meanError(prior, seen, x)));
        }
        assertThat(worst).isBetween(1.673, 1.675);
    }

    private static double meanError(GaussianMixture prior, LinearMeasurement seen, double x) {
        Points at = Points.of(new double[] {x});
        double ours = new TweedieMomentProjection(new DiffusedMixture(prior, Flow.standard()), seen)
                .at(0.5)
                .posteriorMean(at)
                .get(0, 0);
        double exact = Processes.exact(prior.condition(seen).mixture(), Flow.standard())
                .at(0.5)
                .posteriorMean(at)
                .get(0, 0);
        return ours - exact;
    }

    @Test
    void eachPointIsPredictedAloneAndMayBeOverwritten() {
        GaussianMixture prior = RandomMixtures.of(Structure.MIXED, 3, 20, 4).mixture();
        DenoiserAt at = new TweedieMomentProjection(
                        new DiffusedMixture(prior, Flow.standard()), measurement(3, 2, noise(2), 9))
                .at(0.4);
        Points x = RandomMixtures.around(prior, 0.6, 0.4, 37, 1);
        for (Prediction what : Prediction.values()) {
            Points whole = x.copy();
            at.predict(what, whole, whole);
            for (int i = 0; i < x.n(); i++) {
                Points alone = Points.zeros(1, 3);
                at.predict(what, x.slice(i, i + 1), alone);
                assertThat(alone.row(0)).as("%s of point %d", what, i).containsExactly(whole.row(i));
            }
        }
    }

    @Test
    void refusesAMeasurementOfAnotherDimension() {
        DiffusedMixture prior = new DiffusedMixture(Processes.GAUSSIAN, Flow.standard());
        assertThatThrownBy(() -> new TweedieMomentProjection(prior, measurement(3, 2, noise(2), 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimension 3")
                .hasMessageContaining("dimension 1");
    }

    private static void agreesWithTheExactPosterior(
            GaussianMixture prior, LinearMeasurement seen, NoiseSchedule schedule, double... parts) {
        MixtureDenoiser exact = Processes.exact(prior.condition(seen).mixture(), schedule);
        TweedieMomentProjection projection = new TweedieMomentProjection(new DiffusedMixture(prior, schedule), seen);
        for (double part : parts) {
            double t = part * schedule.end();
            Points x = RandomMixtures.around(prior, schedule.alpha(t), schedule.sigma(t), 5, 11);
            for (Prediction what : Prediction.values()) {
                Points ours = Points.zeros(x.n(), x.d());
                Points theirs = Points.zeros(x.n(), x.d());
                projection.at(t).predict(what, x, ours);
                exact.at(t).predict(what, x, theirs);
                for (int i = 0; i < x.n(); i++) {
                    String place = what + " of " + seen + ", " + schedule + ", t=" + t + ", " + prior.covariance(0);
                    Near.nearAsWhole(place, ours.row(i), theirs.row(i), 1e-10, 1);
                }
            }
        }
    }

    private static LinearMeasurement measurement(int d, int m, Covariance noise, long seed) {
        Random random = new Random(seed);
        double[] y = RandomMixtures.normals(random, 1, m)[0];
        return LinearMeasurement.of(RandomMixtures.normals(random, m, d), y, noise);
    }

    private static Covariance noise(int m) {
        return switch (m) {
            case 1 -> new Isotropic(0.3, 1);
            case 2 -> Spectral.of(new double[] {0.5, 0.2, 0.2, 0.3}, 2);
            default -> Diagonal.of(0.3, 0.1, 1, 0.5);
        };
    }
}
