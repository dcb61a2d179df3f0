package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.sandglass.testing.Schedules;

class PowerInterpolantTest {
    /// What a schedule says about a time. The transition is of another form there, and compared apart.
    private static final List<ToDoubleBiFunction<NoiseSchedule, Double>> QUANTITIES = List.of(
            NoiseSchedule::alpha,
            NoiseSchedule::sigma,
            NoiseSchedule::alphaRate,
            NoiseSchedule::sigmaRate,
            NoiseSchedule::varianceRate,
            NoiseSchedule::drift,
            NoiseSchedule::diffusionSquared,
            NoiseSchedule::logSnr,
            (schedule, t) -> schedule.timeOfLogSnr(schedule.logSnr(t)));

    @Test
    void withBothPowersOneItIsFlowToTheLastBit() {
        for (double end : new double[] {1, 2.5, 1e-3}) {
            NoiseSchedule flow = new Flow(end);
            NoiseSchedule ours = new PowerInterpolant(1, 1, end);
            for (double t : Schedules.times(flow)) {
                for (ToDoubleBiFunction<NoiseSchedule, Double> quantity : QUANTITIES) {
                    assertThat(quantity.applyAsDouble(ours, t)).isEqualTo(quantity.applyAsDouble(flow, t));
                }
            }
        }
    }

    /// Each form has a handful of roundings.
    @Test
    void withBothPowersOneItsTransitionsAreThoseOfFlow() {
        NoiseSchedule flow = new Flow(2.5);
        NoiseSchedule ours = new PowerInterpolant(1, 1, 2.5);
        double[] times = Schedules.times(flow);
        for (int i = 0; i < times.length; i++) {
            for (int j = i; j < times.length; j++) {
                Transition expected = flow.transition(times[i], times[j]);
                Transition actual = ours.transition(times[i], times[j]);
                assertThat(actual.scale()).isEqualTo(expected.scale());
                assertThat(actual.std()).isCloseTo(expected.std(), within(8 * Math.ulp(expected.std())));
            }
        }
    }

    /// `α = 1 − u`, `σ = √u`: the variance grows at a constant rate.
    @Test
    void aNoisePowerOfOneHalfHasFiniteRatesAtBothEnds() {
        NoiseSchedule schedule = new PowerInterpolant(1, 0.5, 1);
        for (double t : new double[] {0, 0.3, 1}) {
            assertThat(schedule.alphaRate(t)).isEqualTo(-1);
            assertThat(schedule.varianceRate(t)).isEqualTo(1);
        }
        assertThat(schedule.sigmaRate(0)).isInfinite();
        assertThat(schedule.diffusionSquared(0)).isEqualTo(1);
        assertThat(schedule.diffusionSquared(0.5)).isEqualTo(1 + 2 * 0.5 / 0.5);
    }

    @Test
    void smallPowersHaveInfiniteRatesAtTheEndsAlone() {
        NoiseSchedule schedule = new PowerInterpolant(0.5, 0.25, 1);
        assertThat(schedule.alphaRate(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(schedule.alphaRate(0)).isEqualTo(-0.5);
        assertThat(schedule.varianceRate(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(schedule.varianceRate(1)).isEqualTo(0.5);
        assertThat(schedule.diffusionSquared(0)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
