package org.sandglass.denoiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;
import org.sandglass.testing.Schedules;

/// The 16 conversions, against the four predictions that the exact denoiser makes without any.
class ConversionTest {
    private static final GaussianMixture MIXTURE =
            RandomMixtures.of(Structure.MIXED, 3, 8, 5).mixture();

    static List<NoiseSchedule> schedules() {
        return Schedules.all();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyPredictionTurnsIntoEveryOther(NoiseSchedule schedule) {
        for (double u : new double[] {1e-6, 1e-3, 0.1, 0.5, 0.9, 1 - 1e-6}) {
            double t = u * schedule.end();
            if (schedule.alpha(t) > 1e-290) { // below, 1/α overflows
                for (Prediction from : Prediction.values()) {
                    for (Prediction to : Prediction.values()) {
                        check(schedule, t, from, to, Conversion.between(from, to, schedule, t));
                    }
                }
            }
        }
    }

    /// At the ends a conversion is right or says that there is none.
    @ParameterizedTest
    @MethodSource("schedules")
    void atTheEndsAConversionIsRightOrRefused(NoiseSchedule schedule) {
        for (double t : new double[] {0, schedule.end()}) {
            for (Prediction from : Prediction.values()) {
                for (Prediction to : Prediction.values()) {
                    try {
                        check(schedule, t, from, to, Conversion.between(from, to, schedule, t));
                    } catch (NumericalException undetermined) {
                        assertThat(from).isNotEqualTo(to);
                        assertThat(undetermined).hasMessageContaining(to + " is not determined by " + from);
                    }
                }
            }
        }
    }

    /// To 1e-10, and 1e-13 of the terms: the predictions carry a few roundings, which a conversion near an end
    /// multiplies.
    private static void check(NoiseSchedule schedule, double t, Prediction from, Prediction to, Conversion conversion) {
        DenoiserAt exact = new MixtureDenoiser(new DiffusedMixture(MIXTURE, schedule)).at(t);
        Points x = RandomMixtures.around(MIXTURE, schedule.alpha(t), schedule.sigma(t), 4, 2);
        Points value = predict(exact, from, x);
        Points expected = predict(exact, to, x);
        Points actual = Points.zeros(x.n(), x.d());
        conversion.apply(x, value, actual);
        for (int i = 0; i < x.data().length; i++) {
            double terms = Math.abs(conversion.ofX() * x.data()[i]) + Math.abs(conversion.ofValue() * value.data()[i]);
            assertThat(actual.data()[i])
                    .as("%s at t=%s: %s from %s", schedule, t, to, from)
                    .isCloseTo(expected.data()[i], within(1e-10 * (1 + Math.abs(expected.data()[i])) + 1e-13 * terms));
        }
    }

    private static Points predict(DenoiserAt denoiser, Prediction what, Points x) {
        Points out = Points.zeros(x.n(), x.d());
        denoiser.predict(what, x, out);
        return out;
    }

    /// Which of the twelve exist where the mathematics divides by zero.
    @Test
    void theEndsRefuseWhatTheyMust() {
        refused(LinearVp.standard(), 0, Prediction.NOISE, Prediction.SCORE, Prediction.VELOCITY);
        refused(LinearVp.standard(), 0, Prediction.X0, Prediction.SCORE, Prediction.NOISE, Prediction.VELOCITY);
        refused(LinearVp.standard(), 0, Prediction.SCORE);
        refused(LinearVp.standard(), 0, Prediction.VELOCITY);
        refused(Flow.standard(), 0, Prediction.VELOCITY, Prediction.SCORE);
        refused(Flow.standard(), 0, Prediction.SCORE);
        refused(Flow.standard(), 1, Prediction.SCORE, Prediction.X0, Prediction.VELOCITY);
        refused(Flow.standard(), 1, Prediction.NOISE, Prediction.X0, Prediction.VELOCITY);
        refused(Flow.standard(), 1, Prediction.X0);
        refused(Flow.standard(), 1, Prediction.VELOCITY);
        refused(CosineVp.standard(), 1, Prediction.VELOCITY);
        refused(Edm.standard(), 80, Prediction.X0);
    }

    private static void refused(NoiseSchedule schedule, double t, Prediction from, Prediction... undetermined) {
        for (Prediction to : Prediction.values()) {
            if (List.of(undetermined).contains(to)) {
                assertThatThrownBy(() -> Conversion.between(from, to, schedule, t))
                        .isInstanceOf(NumericalException.class);
            } else {
                assertThat(Conversion.between(from, to, schedule, t)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Prediction.class)
    void aFunctionOfTheUsersIsTheDenoiserItPredicts(Prediction predicts) {
        NoiseSchedule schedule = LinearVp.standard();
        MixtureDenoiser exact = new MixtureDenoiser(new DiffusedMixture(MIXTURE, schedule));
        Denoiser wrapped = new FunctionDenoiser(3, schedule, predicts, (x, t) -> predict(exact.at(t), predicts, x));
        Points x = RandomMixtures.around(MIXTURE, 0.7, 0.7, 6, 1);
        for (Prediction what : Prediction.values()) {
            double[] expected = predict(exact.at(0.4), what, x).data();
            assertThat(predict(wrapped.at(0.4), what, x).data()).containsExactly(expected, within(1e-12));
        }
        assertThat(wrapped.at(0.4).posteriorMean(x).data())
                .containsExactly(exact.at(0.4).posteriorMean(x).data(), within(1e-12));
        assertThatThrownBy(() -> wrapped.at(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t=1.5");
    }

    @ParameterizedTest
    @EnumSource(Prediction.class)
    void predictionsMayOverwriteThePoints(Prediction what) {
        MixtureDenoiser exact = new MixtureDenoiser(new DiffusedMixture(MIXTURE, Flow.standard()));
        Points x = RandomMixtures.around(MIXTURE, 0.7, 0.7, 300, 1);
        x.data()[30] = 1e200;
        Points expected = predict(exact.at(0.4), what, x);
        exact.at(0.4).predict(what, x, x);
        assertThat(x).isEqualTo(expected);
    }

    @Test
    void predictionsOfAnotherShapeAreRefused() {
        Points x = Points.zeros(4, 3);
        Denoiser wrong = new FunctionDenoiser(3, Flow.standard(), Prediction.X0, (_, _) -> Points.zeros(2, 3));
        assertThatThrownBy(() -> wrong.at(0.5).posteriorMean(x))
                .hasMessageContaining("4 x 3")
                .hasMessageContaining("2 x 3");
        DenoiserAt exact = new MixtureDenoiser(new DiffusedMixture(MIXTURE, Flow.standard())).at(0.5);
        for (Prediction what : Prediction.values()) {
            assertThatThrownBy(() -> exact.predict(what, x, Points.zeros(3, 3)))
                    .as("%s", what)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4 x 3");
        }
    }
}
