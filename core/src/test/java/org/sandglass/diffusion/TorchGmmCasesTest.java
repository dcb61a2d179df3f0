package org.sandglass.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.MixtureBatch;
import org.sandglass.mixture.Outputs;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.Karras;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.VarianceExploding;
import org.sandglass.testing.Reference;

/// torchGMM's batched mixtures under its schedules: densities, scores, velocities, marginals, dropped modes and
/// conditionals.
class TorchGmmCasesTest {
    static Stream<Reference> cases() {
        return Reference.read("torchgmm_cases.json").get("cases").elements();
    }

    static Stream<Reference> conditionals() {
        return Reference.read("torchgmm_cases.json").get("conditionals").elements();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void densityEnergyAndScoreAgree(Reference c) {
        DiffusedBatch batch = new DiffusedBatch(batchOf(c, peerWeights(c)), schedule(c));
        c.get("evals").elements().forEach(e -> agree(batch, points(c, e), e));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void velocityAgreesWhereThePeerDoesNotClamp(Reference c) {
        DiffusedBatch batch = new DiffusedBatch(batchOf(c, peerWeights(c)), schedule(c));
        c.get("evals").elements().filter(e -> e.has("velocity")).forEach(e -> {
            Points x = points(c, e);
            Times times = times(e);
            double[] ours = batch.velocity(x, times).data();
            double[] expected = e.doubles("velocity");
            double[] theirScore = e.doubles("score");
            for (int i = 0; i < ours.length; i++) {
                int row = i / x.d();
                double t = times.of(
                                x.n() / batch.batch().size(),
                                row % batch.batch().size(),
                                batch.batch().size())[row / batch.batch().size()];
                expected[i] = rightVelocity(batch, x, row, i % x.d(), t, theirScore[i], expected[i]);
                // f x − ½g² s cancels where x is far: an error of 1e-11 in their score is one of 1e-11·½g²|s|
                // in their velocity
                double lost = 1e-11 * 0.5 * diffusionSquared(batch.schedule(), t) * Math.abs(theirScore[i]);
                assertThat(ours[i])
                        .as("velocity[%d] of %s", i, e)
                        .isCloseTo(expected[i], within(1e-10 * (1 + Math.abs(expected[i])) + lost));
            }
        });
    }

    private static double diffusionSquared(NoiseSchedule schedule, double t) {
        return schedule.alpha(t) == 0 ? 0 : schedule.diffusionSquared(t);
    }

    /// At (100, 100) and t = 0.9 the README mixture has `f x` and `½g² s` of size 900; torchGMM gives
    /// −0.11073605339, by 50 digits it is −0.11073605292473052.
    @Test
    void velocityFarAwayIsMoreAccurateThanThePeers() {
        Reference c = Reference.read("torchgmm_cases.json").get("cases").get(0);
        DiffusedMixture process = new DiffusedMixture(batchOf(c, peerWeights(c)).get(0), schedule(c));
        double[] v = process.velocity(Points.of(new double[] {100, 100}), 0.9).data();
        // the two terms that remain are of size 1e-2·β, so 1e-14 is a few ulps of them
        assertThat(v[0]).isCloseTo(-0.11073605292473052, within(1e-14));
        assertThat(v[1]).isCloseTo(0.1951444501722424, within(1e-14));
    }

    /// torchGMM clamps `t` to `[0.01, 0.99]` in `dσ/dt` of its BetaSchedule and `α` at 1e-6. Right are
    /// `−½β(x + s)`, and `x − E[x₀]` at the end of the straight path.
    private static double rightVelocity(
            DiffusedBatch batch, Points x, int row, int j, double t, double score, double theirs) {
        return switch (batch.schedule()) {
            case LinearVp vp when t < 0.01 || t > 0.99 -> -vp.beta(t) / 2 * (x.get(row, j) + score);
            case Flow _
            when t == 1 ->
                x.get(row, j) - batch.batch().get(row % batch.batch().size()).mean()[j];
            default -> theirs;
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parametersAtATimeAgree(Reference c) {
        if (!c.has("params_t")) {
            return;
        }
        c.get("params_t").elements().forEach(p -> {
            double t = p.number("t");
            near("alpha", schedule(c).alpha(t), p.number("alpha"));
            near("sigma", schedule(c).sigma(t), p.number("sigma"));
            MixtureBatch batch = batchOf(c, peerWeights(c));
            double[] means = {};
            double[] variances = {};
            for (GaussianMixture mixture : batch.mixtures()) {
                GaussianMixture marginal = new DiffusedMixture(mixture, schedule(c)).marginal(t);
                means = concat(means, marginal.means().data());
                for (int k = 0; k < marginal.k(); k++) {
                    double[] stds = ((Diagonal) marginal.covariance(k)).stds();
                    variances = concat(
                            variances, Arrays.stream(stds).map(s -> s * s).toArray());
                }
            }
            near("mu_t", means, p.doubles("mu_t"));
            near("var_t", variances, p.doubles("var_t"));
            near("mix_probs", batch.get(0).weights(), Arrays.copyOf(p.doubles("mix_probs"), batch.k()));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void marginalsOfOneCoordinateAgree(Reference c) {
        if (!c.has("marginals")) {
            return;
        }
        c.get("marginals").elements().forEach(m -> {
            int dim = (int) m.number("dim");
            MixtureBatch whole = batchOf(c, peerWeights(c));
            MixtureBatch one = MixtureBatch.of(
                    whole.mixtures().stream().map(g -> g.marginal(dim)).toList());
            Points all = Points.wrap(c.doubles("x"), c.doubles("x").length / whole.d(), whole.d());
            double[] coordinate = new double[all.n()];
            Arrays.setAll(coordinate, i -> all.get(i, dim));
            Outputs out = Outputs.all(all.n(), 1);
            new DiffusedBatch(one, schedule(c))
                    .evaluate(Points.wrap(coordinate, all.n(), 1), new Times.Same(m.number("t")), out);
            near(m + " log_prob", out.logDensity(), m.doubles("log_prob_at_x_dim"));
            near(m + " score", out.score(), m.doubles("score_at_x_dim"));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void droppingAModeAgrees(Reference c) {
        if (!c.has("drop_mode")) {
            return;
        }
        Reference drop = c.get("drop_mode");
        MixtureBatch whole = batchOf(c, c.doubles("weight_normalized"));
        MixtureBatch fewer = MixtureBatch.of(whole.mixtures().stream()
                .map(g -> g.without((int) drop.number("index")))
                .map(g -> GaussianMixture.ofWeights(clamped(g.weights()), g.means(), g.covariances()))
                .toList());
        Points x = Points.wrap(c.doubles("x"), c.doubles("x").length / whole.d(), whole.d());
        Outputs out = Outputs.logDensity(x.n());
        new DiffusedBatch(fewer, schedule(c)).evaluate(x, new Times.Same(drop.number("t")), out);
        near("log_prob after dropping", out.logDensity(), drop.doubles("log_prob_at_x"));
    }

    @ParameterizedTest
    @MethodSource("conditionals")
    void theConditionalProcessAgreesForItsComponentOf1e4(Reference c) {
        int d = (int) c.number("D");
        List<GaussianMixture> starts = new ArrayList<>();
        for (double[] x0 :
                Points.wrap(c.doubles("x0"), c.doubles("x0").length / d, d).toRows()) {
            double[] stds = new double[d];
            Arrays.fill(stds, c.number("sigma_component"));
            starts.add(GaussianMixture.gaussian(x0, Diagonal.of(stds)));
        }
        DiffusedBatch batch = new DiffusedBatch(MixtureBatch.of(starts), schedule(c));
        c.get("evals").elements().forEach(e -> agree(batch, points(c, e), e));
    }

    /// torchGMM gives the start a standard deviation of 1e-4; ours is exact, so it has no density at time 0.
    @Test
    void theConditionalProcessStartsAtThePointItself() {
        DiffusedMixture process = DiffusedMixture.from(LinearVp.standard(), 1, -1);
        double alpha = LinearVp.standard().alpha(0.3);
        double variance = 1 - alpha * alpha;
        Points x = Points.of(new double[] {0.2, 0.7});
        near("score", process.at(0.3).score(x).data(), new double[] {
            -(0.2 - alpha) / variance, -(0.7 + alpha) / variance
        });
        assertThatThrownBy(() -> process.at(0).logDensity(x))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("add noise");
    }

    /// torchGMM raises a weight of 1e-20 to 2.2e-16.
    @Test
    void aWeightBelowRoundingKeepsItsValue() {
        GaussianMixture mixture = GaussianMixture.ofWeights(
                new double[] {1, 1e-20},
                Points.of(new double[] {0}, new double[] {30}),
                List.of(Diagonal.of(1), Diagonal.of(0.5)));
        double expected = Math.log(1e-20) - Math.log(0.5) - 0.5 * Math.log(2 * Math.PI);
        near("at the rare mode", mixture.logDensity(Points.of(new double[] {30}))[0], expected);
    }

    private static void agree(DiffusedBatch batch, Points x, Reference e) {
        Outputs out = Outputs.all(x.n(), x.d());
        batch.evaluate(x, times(e), out);
        near(e + " log_prob", out.logDensity(), e.doubles("log_prob"));
        near(e + " score", out.score(), e.doubles("score"));
        if (e.has("energy")) {
            near(e + " energy", Arrays.stream(out.logDensity()).map(l -> -l).toArray(), e.doubles("energy"));
        }
    }

    private static Points points(Reference c, Reference e) {
        double[] x = e.has("x") ? e.doubles("x") : c.doubles("x");
        int d = (int) c.number("D");
        return Points.wrap(x, x.length / d, d);
    }

    private static Times times(Reference e) {
        return switch (e.text("t_kind")) {
            case "scalar" -> new Times.Same(e.number("t"));
            case "per_batch" -> new Times.PerMixture(e.doubles("t"));
            default -> new Times.PerPoint(e.doubles("t"));
        };
    }

    /// The weights that torchGMM really uses: clamped to 2⁻⁵².
    private static double[] peerWeights(Reference c) {
        return clamped(c.doubles("weight_normalized"));
    }

    private static double[] clamped(double[] weights) {
        return Arrays.stream(weights).map(w -> Math.max(w, 0x1p-52)).toArray();
    }

    private static MixtureBatch batchOf(Reference c, double[] weights) {
        int k = (int) c.number("K");
        int d = (int) c.number("D");
        double[] mu = c.doubles("mu");
        double[] sigma = c.doubles("sigma");
        List<GaussianMixture> mixtures = new ArrayList<>();
        for (int b = 0; b < mu.length / (k * d); b++) {
            int from = b * k * d;
            List<Diagonal> covariances = new ArrayList<>();
            for (int i = 0; i < k; i++) {
                covariances.add(Diagonal.of(Arrays.copyOfRange(sigma, from + i * d, from + (i + 1) * d)));
            }
            Points means = Points.wrap(Arrays.copyOfRange(mu, from, from + k * d), k, d);
            mixtures.add(
                    GaussianMixture.ofWeights(Arrays.copyOfRange(weights, b * k, (b + 1) * k), means, covariances));
        }
        assertThat(weights).hasSize(mixtures.size() * k);
        return MixtureBatch.of(mixtures);
    }

    private static NoiseSchedule schedule(Reference c) {
        Reference p = c.get("schedule").get("params");
        return switch (c.get("schedule").text("class")) {
            case "BetaSchedule" -> new LinearVp(p.number("beta_min"), p.number("beta_max"), 1);
            case "LinearSchedule" -> Flow.standard();
            case "VESchedule" -> new VarianceExploding(p.number("sigma_min"), p.number("sigma_max"), 1);
            default ->
                new Karras(p.number("sigma_min"), p.number("sigma_max"), p.number("rho"), p.number("sigma_data"), 1);
        };
    }

    private static double[] concat(double[] a, double[] b) {
        double[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }
}
