package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.testing.Schedules;

/// What every noise schedule obeys.
@ParameterizedClass
@MethodSource("schedules")
class NoiseScheduleLawsTest {
    private final NoiseSchedule schedule;
    private final double end;

    static List<NoiseSchedule> schedules() {
        return Schedules.all();
    }

    NoiseScheduleLawsTest(NoiseSchedule schedule) {
        this.schedule = schedule;
        this.end = schedule.end();
    }

    @Test
    void diffusionIsWhatTheRatesDemand() {
        for (double t : Schedules.times(schedule)) {
            if (schedule.alpha(t) > Double.MIN_NORMAL) {
                double f = schedule.alphaRate(t) / schedule.alpha(t);
                double sigma = schedule.sigma(t);
                double drawn = 2 * f * sigma * sigma;
                double g2 = schedule.varianceRate(t) - drawn;
                near(schedule.drift(t), f, 1e-13, "f at t=" + t);
                // the two terms may cancel: sub-vp loses σ² near time 0
                double size = Math.abs(schedule.varianceRate(t)) + Math.abs(drawn);
                assertThat(schedule.diffusionSquared(t)).as("g² at t=%s", t).isCloseTo(g2, within(1e-13 * size));
                assertThat(schedule.diffusionSquared(t)).isNotNegative();
            }
        }
    }

    @Test
    void ratesAreTheSlopesOfTheLevels() {
        for (double t : Schedules.times(schedule)) {
            double h = 1e-5 * end;
            if (t > 2 * h && t < end - 2 * h && !(schedule instanceof Ddpm)) {
                slope(schedule::alpha, t, h, schedule.alphaRate(t), schedule.alpha(t));
                double variance = schedule.sigma(t) * schedule.sigma(t);
                slope(s -> schedule.sigma(s) * schedule.sigma(s), t, h, schedule.varianceRate(t), variance);
            }
        }
    }

    @Test
    void startsAtFullSignal() {
        assertThat(schedule.alpha(0)).isEqualTo(1);
        boolean noisy = schedule instanceof VarianceExploding || schedule instanceof Karras;
        assertThat(schedule.sigma(0) > 0).as("σ(0) > 0").isEqualTo(noisy);
        assertThat(schedule.logSnr(0) == Double.POSITIVE_INFINITY).isEqualTo(!noisy);
    }

    @Test
    void everythingIsFiniteExceptWhereDocumented() {
        boolean signalDies =
                schedule instanceof Flow || schedule instanceof CosineVp || schedule instanceof PowerInterpolant;
        for (double t : Schedules.times(schedule)) {
            assertThat(DoubleStream.of(
                            schedule.alpha(t), schedule.sigma(t), schedule.alphaRate(t), schedule.varianceRate(t)))
                    .allMatch(Double::isFinite);
            if (t == end && signalDies) {
                assertThat(schedule.alpha(t)).isZero();
                assertThat(schedule.sigma(t)).isEqualTo(1);
                assertThat(schedule.drift(t)).isEqualTo(Double.NEGATIVE_INFINITY);
                assertThat(schedule.diffusionSquared(t)).isEqualTo(Double.POSITIVE_INFINITY);
                assertThat(schedule.logSnr(t)).isEqualTo(Double.NEGATIVE_INFINITY);
            } else {
                assertThat(schedule.drift(t)).isFinite();
                assertThat(schedule.diffusionSquared(t)).isFinite();
                assertThat(Double.isFinite(schedule.logSnr(t)) || schedule.sigma(t) == 0)
                        .isTrue();
            }
        }
    }

    @Test
    void signalNeverGrowsAndTheRatioOfSignalToNoiseFalls() {
        double[] times = Schedules.times(schedule);
        for (int i = 1; i < times.length; i++) {
            assertThat(schedule.alpha(times[i])).isLessThanOrEqualTo(schedule.alpha(times[i - 1]));
            assertThat(schedule.sigma(times[i])).isGreaterThanOrEqualTo(schedule.sigma(times[i - 1]));
            assertThat(schedule.logSnr(times[i])).isLessThanOrEqualTo(schedule.logSnr(times[i - 1]));
        }
    }

    /// A time is found to the digits that `λ` carries, with `λ̇ = −g²/(2σ²)`.
    @Test
    void timeOfLogSnrInvertsLogSnr() {
        for (double t : Schedules.times(schedule)) {
            double lambda = schedule.logSnr(t);
            double found = schedule.timeOfLogSnr(lambda);
            if (Double.isInfinite(lambda)) {
                assertThat(found).isEqualTo(t);
            } else {
                assertThat(found).as("time of λ(%s)", t).isCloseTo(t, within(resolution(t)));
            }
        }
    }

    @Test
    void closedFormsOfTheInverseAgreeWithBisection() {
        double least = Math.max(schedule.logSnr(end), -30);
        double greatest = Math.min(schedule.logSnr(0), 30);
        for (int i = 1; i < 20; i++) {
            double lambda = least + (greatest - least) * i / 20;
            double t = schedule.timeOfLogSnr(lambda);
            assertThat(t).as("time of λ=%s", lambda).isCloseTo(LogSnr.bisect(schedule, lambda), within(resolution(t)));
        }
    }

    @Test
    void refusesLogSnrsThatNoTimeHas() {
        assertThatThrownBy(() -> schedule.timeOfLogSnr(Double.NaN)).hasMessageContaining("got lambda=NaN");
        for (double beyond : new double[] {schedule.logSnr(0) + 1, schedule.logSnr(end) - 1}) {
            if (Double.isFinite(beyond)) {
                assertThatThrownBy(() -> schedule.timeOfLogSnr(beyond))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(schedule.toString())
                        .hasMessageContaining("got lambda=" + beyond);
            }
        }
    }

    @Test
    void transitionFromTimeZeroGivesTheLevels() {
        for (double t : Schedules.times(schedule)) {
            Transition step = schedule.transition(0, t);
            double carried = schedule.sigma(0);
            near(step.scale(), schedule.alpha(t), 1e-14, "a to t=" + t);
            near(Math.hypot(step.std(), step.scale() * carried), schedule.sigma(t), 1e-14, "σ at t=" + t);
        }
    }

    @Test
    void transitionsCompose() {
        double[] times = Schedules.times(schedule);
        for (int i = 0; i < times.length; i++) {
            for (int j = i; j < times.length; j++) {
                for (int k = j; k < times.length; k++) {
                    Transition direct = schedule.transition(times[i], times[k]);
                    Transition inTwo =
                            schedule.transition(times[i], times[j]).then(schedule.transition(times[j], times[k]));
                    String where = "from " + times[i] + " by " + times[j] + " to " + times[k];
                    near(inTwo.scale(), direct.scale(), 1e-13 + 4 * Math.ulp(1.0) * exponent(), where);
                    near(inTwo.std(), direct.std(), loss(times[i], times[k], direct), where);
                }
            }
        }
    }

    /// Over a short step `b² ≈ g² h`, `a ≈ 1 + f h`: what Euler-Maruyama assumes. The times are between the
    /// nodes of `ddpm`.
    @Test
    void shortTransitionsAreTheStepsOfTheEquation() {
        for (double t : new double[] {0.20037 * end, 0.51013 * end, 0.83051 * end}) {
            double s = t - 1e-9 * end;
            Transition step = schedule.transition(s, t);
            double h = t - s;
            double f = schedule.drift(t);
            // rounding of a is 1e-16/h; the next term is f²h
            assertThat((step.scale() - 1) / h)
                    .as("f")
                    .isCloseTo(f, within(1e-6 / end + 1e-6 * Math.abs(f) + f * f * h));
            if (keepsDigits()) {
                near(step.std() * step.std() / h, schedule.diffusionSquared(t), 1e-5, "g²");
            }
        }
    }

    @Test
    void noStepIsTheIdentityAtEveryTime() {
        for (double t : Schedules.times(schedule)) {
            assertThat(schedule.transition(t, t)).isEqualTo(Transition.IDENTITY);
        }
    }

    @Test
    void refusesTimesOutsideItsRange() {
        for (double t : new double[] {Double.NaN, -1e-9, Math.nextUp(end), Double.POSITIVE_INFINITY}) {
            DoubleUnaryOperator[] functions = {
                schedule::alpha,
                schedule::sigma,
                schedule::alphaRate,
                schedule::varianceRate,
                schedule::drift,
                schedule::diffusionSquared,
                schedule::logSnr,
                s -> schedule.transition(0, s).std(),
                s -> schedule.transition(s, end).std()
            };
            for (DoubleUnaryOperator function : functions) {
                assertThatThrownBy(() -> function.applyAsDouble(t))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(schedule + " is defined for 0 <= t <= " + end + ", got t=" + t);
            }
        }
        assertThatThrownBy(() -> schedule.transition(0.5 * end, 0.25 * end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs s <= t, got s=" + 0.5 * end);
    }

    @Test
    void takesMinusZeroForZero() {
        assertThat(schedule.logSnr(-0.0)).isEqualTo(schedule.logSnr(0.0));
        assertThat(schedule.sigma(-0.0)).isEqualTo(schedule.sigma(0.0));
    }

    /// The general formula, for custom schedules, loses `σ²/b²`; the schedules of the package lose nothing.
    private double loss(double s, double t, Transition step) {
        double noise = schedule.sigma(t);
        double lost = keepsDigits() || s == t ? 0 : 4 * Math.ulp(1.0) * noise * noise / (step.std() * step.std());
        return 1e-13 + Math.min(lost, 1e300);
    }

    /// The size of `B`, whose rounding is that of `a = e^(−B/2)`.
    private double exponent() {
        return -2 * Math.log(schedule.alpha(end / 2));
    }

    private boolean keepsDigits() {
        return !(schedule instanceof CustomSchedule);
    }

    /// How far two times may be apart that have the same `λ` up to the rounding of its two logarithms.
    private double resolution(double t) {
        double sigma = schedule.sigma(t);
        double rate = schedule.diffusionSquared(t) / (2 * sigma * sigma);
        double logarithms = 1 + Math.abs(schedule.logSnr(t)) + Math.abs(Math.log(sigma));
        return Math.ulp(1.0) * (16 * logarithms / rate + 8 * t);
    }

    /// Five-point differences: truncation about `h⁴`, rounding about `2⁻⁵³ size/h`.
    private static void slope(DoubleUnaryOperator f, double t, double h, double expected, double size) {
        double near = f.applyAsDouble(t + h) - f.applyAsDouble(t - h);
        double far = f.applyAsDouble(t + 2 * h) - f.applyAsDouble(t - 2 * h);
        double slope = (8 * near - far) / (12 * h);
        double rounding = 8 * Math.ulp(1.0) * size / h;
        assertThat(slope)
                .as("slope at t=%s", t)
                .isCloseTo(expected, within(rounding + 1e-8 * Math.abs(expected) + 1e-290));
    }

    private static void near(double actual, double expected, double relative, String what) {
        double tolerance = relative * Math.abs(expected) + 4 * Double.MIN_NORMAL;
        assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
    }
}
