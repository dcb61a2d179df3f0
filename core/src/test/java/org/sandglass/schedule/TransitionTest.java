package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sandglass.testing.Schedules;

/// Transitions as solutions of the stochastic equation.
class TransitionTest {
    /// `a` and `v = b²` solve `ȧ = f a`, `v̇ = 2 f v + g²`; Runge and Kutta's fourth order with 4000 steps,
    /// error below 1e-9 on the middle of the path. `ddpm` is left out for its kinks.
    @Test
    void solveTheMomentEquations() {
        for (NoiseSchedule schedule : Schedules.all()) {
            double s = 0.3 * schedule.end();
            double t = 0.45 * schedule.end();
            if (!(schedule instanceof Ddpm)) {
                Transition exact = schedule.transition(s, t);
                double[] moments = integrate(schedule, s, t, 4000);
                assertThat(moments[0]).as("a of %s", schedule).isCloseTo(exact.scale(), within(1e-9));
                double variance = exact.std() * exact.std();
                assertThat(moments[1]).as("b² of %s", schedule).isCloseTo(variance, within(1e-9 * (1 + variance)));
            }
        }
    }

    @Test
    void thenIsTheLawOfTheTwoSteps() {
        assertThat(new Transition(0.5, 3).then(new Transition(0.25, 1))).isEqualTo(new Transition(0.125, 1.25));
        assertThat(Transition.IDENTITY.then(new Transition(0.25, 1))).isEqualTo(new Transition(0.25, 1));
        assertThat(new Transition(0.25, 1).then(Transition.IDENTITY)).isEqualTo(new Transition(0.25, 1));
    }

    private static double[] integrate(NoiseSchedule schedule, double s, double t, int steps) {
        double h = (t - s) / steps;
        double[] y = {1, 0};
        for (int i = 0; i < steps; i++) {
            double time = s + i * h;
            double[] k1 = slope(schedule, time, y, y, 0);
            double[] k2 = slope(schedule, time + h / 2, y, k1, h / 2);
            double[] k3 = slope(schedule, time + h / 2, y, k2, h / 2);
            double[] k4 = slope(schedule, time + h, y, k3, h);
            for (int j = 0; j < 2; j++) {
                y[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
            }
        }
        return y;
    }

    private static double[] slope(NoiseSchedule schedule, double t, double[] y, double[] k, double h) {
        double f = schedule.drift(t);
        double g2 = schedule.diffusionSquared(t);
        return new double[] {f * (y[0] + h * k[0]), 2 * f * (y[1] + h * k[1]) + g2};
    }
}
