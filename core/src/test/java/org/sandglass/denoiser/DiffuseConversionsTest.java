package org.sandglass.denoiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.near;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.DiffuseModel;
import org.sandglass.testing.Reference;

/// diffuse's table of conversions between predictions.
///
/// diffuse adds 1e-8 to every divisor: to `α`, `σ`, `σ²` or `g²`. Each expected value is its value with that
/// undone. The schedule holds its clipped `α`, `σ` and its `f`, `g²` of the time. Two of these are wrong
/// there: `g = 1` in its EDM, and its Flow lacks `1/tf`; our own schedules give the right velocity (last
/// test).
class DiffuseConversionsTest {
    private static final double EPS = 1e-8;

    static Stream<Reference> conversions() {
        return Reference.read("diffuse_cases.json").get("conversions").elements();
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void predictionsFromTheScoreAgree(Reference c) {
        double alpha = model(c).alpha(c.number("t"));
        double[] score = c.doubles("score");
        double scale = (alpha + EPS) / alpha;
        agree(c, Prediction.SCORE, score, Prediction.NOISE, c.doubles("noise"));
        agree(c, Prediction.SCORE, score, Prediction.X0, times(scale, c.doubles("x0")));
        agree(c, Prediction.SCORE, score, Prediction.X0, c.doubles("tweedie")); // diffuse's own form without the 1e-8
        agree(c, Prediction.SCORE, score, Prediction.VELOCITY, c.doubles("velocity"));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void predictionsFromTheNoiseAgree(Reference c) {
        double alpha = model(c).alpha(c.number("t"));
        double sigma = model(c).sigma(c.number("t"));
        double[] noise = c.doubles("noise");
        Reference theirs = c.get("from").get("noise");
        double scale = (sigma + EPS) / sigma;
        agree(c, Prediction.NOISE, noise, Prediction.SCORE, times(scale, theirs.doubles("score")));
        agree(c, Prediction.NOISE, noise, Prediction.X0, times((alpha + EPS) / alpha, theirs.doubles("x0")));
        agree(c, Prediction.NOISE, noise, Prediction.VELOCITY, beyondDrift(c, scale, theirs.doubles("velocity")));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void predictionsFromTheVelocityAgree(Reference c) {
        double alpha = model(c).alpha(c.number("t"));
        double sigma = model(c).sigma(c.number("t"));
        double g2 = model(c).driftAndDiffusion(c.number("t"))[1];
        double[] velocity = c.doubles("velocity");
        Reference theirs = c.get("from").get("velocity");
        double scale = (g2 + EPS) / g2;
        double[] score = times(scale, theirs.doubles("score"));
        double[] x0 = c.doubles("x");
        for (int i = 0; i < x0.length; i++) {
            x0[i] = (x0[i] + sigma * sigma * score[i]) / alpha;
        }
        agree(c, Prediction.VELOCITY, velocity, Prediction.SCORE, score);
        agree(c, Prediction.VELOCITY, velocity, Prediction.NOISE, times(scale, theirs.doubles("noise")));
        agree(c, Prediction.VELOCITY, velocity, Prediction.X0, x0);
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void predictionsFromX0Agree(Reference c) {
        double sigma = model(c).sigma(c.number("t"));
        double[] x0 = c.doubles("x0");
        Reference theirs = c.get("from").get("x0");
        double scale = (sigma * sigma + EPS) / (sigma * sigma);
        agree(c, Prediction.X0, x0, Prediction.SCORE, times(scale, theirs.doubles("score")));
        agree(c, Prediction.X0, x0, Prediction.NOISE, times((sigma + EPS) / sigma, theirs.doubles("noise")));
        agree(c, Prediction.X0, x0, Prediction.VELOCITY, beyondDrift(c, scale, theirs.doubles("velocity")));
    }

    /// The score given `x₀ = (0.3, −0.8)`, the point from which diffuse's recorded path starts.
    @ParameterizedTest
    @MethodSource("conversions")
    void scoresGivenTheStartAgree(Reference c) {
        NoisyMixture law = model(c).underItsClips(GaussianMixture.point(0.3, -0.8), c.number("t"));
        near("conditional score", law.score(Points.of(c.rows("x"))).data(), c.doubles("conditional_score"));
    }

    /// Where diffuse clips nothing and its `f`, `g²` are right, our own schedule gives the same velocity; in
    /// its EDM it must be `−t s`, in its Flow on `[0, 2]` half of what it says.
    @ParameterizedTest
    @MethodSource("conversions")
    void ourSchedulesGiveTheRightVelocity(Reference c) {
        double t = c.number("t");
        DiffuseModel model = model(c);
        boolean free = model.alphaFactor() == 1
                && model.sigma(t) == model.schedule().sigma(t)
                && model.alpha(t) == model.schedule().alpha(t);
        if (!free) {
            return;
        }
        double[] score = c.doubles("score");
        double[] expected = switch (c.text("model")) {
            case "edm_1" -> times(-t, score);
            case "flow_2" -> times(0.5, c.doubles("velocity"));
            default -> c.doubles("velocity");
        };
        agree(c, model.schedule(), t, Prediction.SCORE, score, Prediction.VELOCITY, expected);
    }

    private static void agree(Reference c, Prediction from, double[] value, Prediction to, double[] expected) {
        agree(c, model(c).frozen(c.number("t")), c.number("t"), from, value, to, expected);
    }

    /// To 1e-10, and 8 roundings of the terms `p·x`, `q·value`, which may cancel on either side.
    private static void agree(
            Reference c,
            NoiseSchedule schedule,
            double t,
            Prediction from,
            double[] value,
            Prediction to,
            double[] expected) {
        int d = 2;
        Points x = Points.wrap(c.doubles("x"), value.length / d, d);
        Points out = Points.zeros(x.n(), d);
        Conversion conversion = Conversion.between(from, to, schedule, t);
        conversion.apply(x, Points.wrap(value, x.n(), d), out);
        for (int i = 0; i < value.length; i++) {
            double terms = Math.abs(conversion.ofX() * x.data()[i]) + Math.abs(conversion.ofValue() * value[i]);
            assertThat(out.data()[i])
                    .as(String.format(Locale.ROOT, "%s: %s to %s at t=%s, entry %d", c, from, to, t, i))
                    .isCloseTo(expected[i], within(1e-10 * (1 + Math.abs(expected[i])) + 8 * 0x1p-53 * terms));
        }
    }

    /// `f x + scale·(v − f x)`: the part of the velocity that came through the score.
    private static double[] beyondDrift(Reference c, double scale, double[] velocity) {
        double f = model(c).driftAndDiffusion(c.number("t"))[0];
        double[] x = c.doubles("x");
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = f * x[i] + scale * (velocity[i] - f * x[i]);
        }
        return out;
    }

    private static double[] times(double factor, double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = factor * values[i];
        }
        return out;
    }

    private static DiffuseModel model(Reference c) {
        return DiffuseModel.named(c.text("model"));
    }
}
