package org.sandglass.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.denoiser.Conversion;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Spectral;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.target.Target;
import org.sandglass.target.Targets;
import org.sandglass.testing.DiffuseModel;
import org.sandglass.testing.Reference;

/// diffuse's TMP. It writes `Cov[x₀|xₜ] = c J` with `J = ∂E[x₀|xₜ]/∂xₜ` and `c = σ/α`, where Tweedie's
/// second formula has `c = σ²/α`: too much covariance wherever `σ < 1`, so that it is not exact even for one
/// Gaussian. It solves with at most three steps of conjugate gradients, which does for up to three
/// measurements.
class DiffuseGuidanceTest {
    /// One point at one time.
    record Entry(Reference config, Reference step, int i) {
        NoiseSchedule schedule() {
            return DiffuseModel.named(config.text("model")).asCoded();
        }

        double t() {
            return step.number("t");
        }

        @Override
        public String toString() {
            return config.text("id") + " t=" + t() + " point " + i;
        }
    }

    static Stream<Entry> entries() {
        List<Entry> out = new ArrayList<>();
        Reference.read("diffuse_guidance.json")
                .get("configs")
                .elements()
                .forEach(config -> config.get("steps").elements().forEach(step -> {
                    for (int i = 0; i < step.get("x_t").size(); i++) {
                        out.add(new Entry(config, step, i));
                    }
                }));
        return out.stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void itsOwnFactorGivesItsOwnNumbers(Entry e) {
        if (e.config().get("y").size() <= 3) {
            double sigma = e.step().number("noise_level");
            double c = sigma / e.step().number("signal_level");
            near(
                    "as coded",
                    byDefinition(e, c),
                    e.step().get("TMP").get("guided_score").get(e.i()).doubles());
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theRightFactorGivesOurs(Entry e) {
        double sigma = e.step().number("noise_level");
        double c = sigma * sigma / e.step().number("signal_level");
        near("score", ours(e), byDefinition(e, c));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void withOneGaussianOursIsTheScoreOfItsPosterior(Entry e) {
        if (e.config().get("mixture").get("means").size() == 1) {
            near(
                    "score",
                    ours(e),
                    e.step().get("exact_posterior_score").get(e.i()).doubles());
        }
    }

    /// Step 100 of 300 from `t = 1` to 0.001, with diffuse's DDIM and the right factor, recomputed in
    /// float64.
    @Test
    void oneStepOfDdimIsTheRecomputedOne() {
        step(new LinearVp(0.01, 7, 1), .5217778243, -.2767389356);
        step(DiffuseModel.named("sde_cosine_0.1_14").asCoded(), .5277103141, -.2842316294);
        step(Flow.standard(), .5260040642, -.2820141343);
    }

    /// The tutorial prints 0.737 for the mean of 500 points given `y = 0.5`; the exact posterior has 0.628.
    /// 10 000 points of our own with its factor have 0.735, with the right factor 0.622. Seed 3; the
    /// standard deviations are 0.58 and 0.18, so four standard errors are 0.024 and 0.0073: the chance of a
    /// failure is 0.01 %.
    @Test
    void theMeanOfTheTutorialIsThatOfItsFactor() {
        Target line = Targets.find("diffuse-tutorial-1d").orElseThrow();
        DiffusedMixture law = new DiffusedMixture(line.mixture(), new LinearVp(0.02, 7, 1));
        LinearMeasurement seen = line.measurement().orElseThrow().linear();
        assertThat(meanAfterTheTutorialsSteps(law, new AsCoded(law, seen))).isCloseTo(0.735, within(0.024));
        assertThat(meanAfterTheTutorialsSteps(law, new TweedieMomentProjection(law, seen)))
                .isCloseTo(0.622, within(0.0073));
    }

    private static double meanAfterTheTutorialsSteps(DiffusedMixture law, Denoiser denoiser) {
        RandomStreams streams = RandomStreams.of(3);
        Points start = Start.PRIOR.draw(law, 1, 10_000, streams);
        TimeGrid grid = TimeGrid.uniform(law.schedule(), 1, 0.001, 300);
        Points end = new Sampler(new EulerMaruyama(), grid).run(denoiser, start, streams);
        return Arrays.stream(end.data()).average().orElseThrow();
    }

    /// TMP on the line with diffuse's factor.
    record AsCoded(DiffusedMixture prior, LinearMeasurement seen) implements Denoiser {
        @Override
        public int d() {
            return 1;
        }

        @Override
        public NoiseSchedule schedule() {
            return prior.schedule();
        }

        @Override
        public DenoiserAt at(double t) {
            NoisyMixture law = prior.at(t);
            return (what, xt, out) -> {
                Points score = law.score(xt);
                Points mean = law.posteriorMean(xt);
                for (int i = 0; i < xt.n(); i++) {
                    double slope = slope(law, xt.row(i));
                    double evidence = law.b() / law.a() * slope + seen.noise().trace();
                    score.data()[i] += slope / evidence * (seen.y()[0] - mean.get(i, 0));
                }
                Conversion.between(Prediction.SCORE, what, schedule(), t).apply(xt, score, out);
            };
        }

        /// `∂E[x₀|xₜ]/∂xₜ`.
        private static double slope(NoisyMixture law, double... x) {
            return (1 + law.b() * law.b() * law.hessian(x)[0]) / law.a();
        }
    }

    private static void step(NoiseSchedule schedule, double... expected) {
        GaussianMixture prior = Targets.find("diffuse-bimodal").orElseThrow().mixture();
        LinearMeasurement seen =
                LinearMeasurement.of(new double[][] {{1, 1}}, new double[] {-1.0887954}, new Isotropic(1, 1));
        TimeGrid grid = TimeGrid.of(schedule, 1 - 0.999 * 100 / 300, 1 - 0.999 * 101 / 300);
        Points end = new Sampler(new Ddim(), grid)
                .run(
                        new TweedieMomentProjection(new DiffusedMixture(prior, schedule), seen),
                        Points.of(new double[] {0.5, -0.25}),
                        RandomStreams.of(0));
        near("after a step under " + schedule, end.data(), expected, 1e-9);
    }

    private static double[] ours(Entry e) {
        Points x = Points.of(e.step().get("x_t").get(e.i()).doubles());
        Points out = Points.zeros(1, x.d());
        new TweedieMomentProjection(new DiffusedMixture(mixture(e), e.schedule()), measurement(e))
                .at(e.t())
                .predict(Prediction.SCORE, x, out);
        return out.data();
    }

    /// `s + J Aᵀ (c A J Aᵀ + σ_y² I)⁻¹ (y − A x̂₀)` from their numbers.
    private static double[] byDefinition(Entry e, double c) {
        DMatrixRMaj a = Matrices.of(e.config().get("A").rows(), "A");
        DMatrixRMaj j = Matrices.of(e.step().get("tweedie_jacobian").get(e.i()).rows(), "J");
        DMatrixRMaj residual =
                Matrices.column(e.step().get("residual_y_minus_A_x0").get(e.i()).doubles());
        DMatrixRMaj spread = Matrices.timesTranspose(j, a);
        DMatrixRMaj evidence = Matrices.times(a, spread);
        double noise = e.config().number("sigma_y");
        for (int k = 0; k < evidence.data.length; k++) {
            evidence.data[k] = c * evidence.data[k] + (k % (evidence.numCols + 1) == 0 ? noise * noise : 0);
        }
        DMatrixRMaj t = Triangular.cholesky(evidence, "c A J Aᵀ + R");
        DMatrixRMaj pull = Triangular.solveTransposed(t, Triangular.solve(t, residual));
        DMatrixRMaj score = Matrices.column(e.step().get("score").get(e.i()).doubles());
        return Matrices.plus(score, Matrices.times(spread, pull)).data;
    }

    private static GaussianMixture mixture(Entry e) {
        Reference mixture = e.config().get("mixture");
        Points means = Points.of(mixture.get("means").rows());
        List<Covariance> covariances = mixture.get("covariances")
                .elements()
                .map(c -> (Covariance) Spectral.of(Points.of(c.rows()).data(), means.d()))
                .toList();
        return GaussianMixture.ofWeights(mixture.doubles("weights"), means, covariances);
    }

    private static LinearMeasurement measurement(Entry e) {
        double[] y = e.config().doubles("y");
        return LinearMeasurement.of(
                e.config().get("A").rows(), y, new Isotropic(e.config().number("sigma_y"), y.length));
    }
}
