package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sandglass.testing.Schedules;

/// Schedules of one's own; their laws are in `NoiseScheduleLawsTest`.
class CustomScheduleTest {
    @Test
    void agreesWithTheSameScheduleOfThePackage() {
        NoiseSchedule ours = LinearVp.standard();
        NoiseSchedule custom = Schedules.customLinearVp();
        for (double t : Schedules.times(ours)) {
            same(custom.alpha(t), ours.alpha(t));
            same(custom.sigma(t), ours.sigma(t));
            same(custom.alphaRate(t), ours.alphaRate(t));
            same(custom.varianceRate(t), ours.varianceRate(t));
            same(custom.drift(t), ours.drift(t));
            same(custom.diffusionSquared(t), ours.diffusionSquared(t));
        }
    }

    @Test
    void ratesAreExactWhereTheVarianceStartsLikeTime() {
        assertThat(Schedules.customLinearVp().varianceRate(0)).isEqualTo(0.1);
        var sigmaGiven = CustomSchedule.of("square root", 1, t -> t.negated().exp(), Dual::sqrt);
        assertThatThrownBy(() -> sigmaGiven.varianceRate(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("square root needs a number for varianceRate at t=0.0, got NaN");
    }

    @Test
    void refusesATransitionAlongWhichSignalReturns() {
        var wave = CustomSchedule.of(
                "wave", 3, t -> t.cos().plus(1), t -> t.times(0).plus(1));
        assertThat(wave.transition(0, 1).std()).isPositive();
        var back = CustomSchedule.of("back", 1, t -> t.plus(1), t -> t.times(0).plus(1));
        assertThatThrownBy(() -> back.transition(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signal-to-noise ratio that does not grow, got s=0.0, t=1.0");
    }

    @Test
    void refusesATransitionFromWhereNoSignalIsLeft() {
        var dead = CustomSchedule.ofRates("dead", 1, t -> Math.max(0, 1 - 2 * t), t -> 1 + t, t -> t, t -> 2 * (1 + t));
        assertThatThrownBy(() -> dead.transition(0.5, 1)).hasMessageContaining("needs alpha(s) > 0, got s=0.5");
        assertThat(dead.transition(0.5, 0.5)).isEqualTo(Transition.IDENTITY);
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-13 * Math.abs(expected)));
    }
}
