package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.testing.Processes;

class LegTest {
    private static final MathContext DIGITS = new MathContext(60);

    @Test
    void lengthIsTheDifferenceOfLogSignalToNoiseRatios() {
        for (NoiseSchedule schedule : Processes.all()) {
            Leg leg = Leg.of(schedule, 0.6 * schedule.end(), 0.5 * schedule.end());
            assertThat(leg.h())
                    .as("%s", schedule)
                    .isCloseTo(
                            schedule.logSnr(0.5 * schedule.end()) - schedule.logSnr(0.6 * schedule.end()),
                            within(1e-13));
            assertThat(leg.ofX0()).isCloseTo(-leg.alphaS() * Math.expm1(-leg.h()), within(1e-15));
        }
    }

    @Test
    void lengthOfAShortStepKeepsItsDigits() {
        double h = 1e-9;
        double rate = 1 / (0.5 * (1 - 0.5)); // dλ/dt of the straight path is −1/(t(1 − t))
        double step = (0.5 + h) - 0.5;
        assertThat(Leg.of(Flow.standard(), 0.5 + h, 0.5).h() / (rate * step) - 1)
                .isCloseTo(0, within(1e-12));
    }

    /// From `λ = −30` to `λ = 30`, where `1 − e^(−h)` is 1 up to a rounding.
    @Test
    void lengthOfALongStepKeepsItsDigits() {
        Flow flow = Flow.standard();
        double from = flow.timeOfLogSnr(-30);
        double to = flow.timeOfLogSnr(30);
        double expected = flow.logSnr(to) - flow.logSnr(from);
        assertThat(Leg.of(flow, from, to).h()).isCloseTo(expected, within(1e-13));
    }

    @Test
    void lengthIsInfiniteWhereTheLogSignalToNoiseRatioIs() {
        assertThat(Leg.of(LinearVp.standard(), 0.5, 0).isFinite()).isFalse();
        assertThat(Leg.of(LinearVp.standard(), 0.5, 0).covered()).isEqualTo(1);
        assertThat(Leg.of(Flow.standard(), 1, 0.5).isFinite()).isFalse();
        assertThat(Leg.of(Flow.standard(), 1, 0.5).ofX0()).isEqualTo(0.5);
    }

    /// The series in 60 digits. Cancellation costs less than 8 units.
    @Test
    void phiFunctionsAreTheirSeries() {
        for (int k = 0; k <= 5; k++) {
            for (double z :
                    new double[] {-12, -4, -4.01, -3, -1, -0.5, -1e-3, -1e-12, 0, 1e-9, 0.3, 1, 4, 4.01, 5, 12}) {
                double expected = series(k, z);
                assertThat(Phi.of(k, z) / expected - 1).as("phi_%d(%g)", k, z).isCloseTo(0, within(8 * 0x1p-52));
            }
        }
    }

    private static double series(int k, double z) {
        BigDecimal term = BigDecimal.ONE;
        for (int j = 2; j <= k; j++) {
            term = term.divide(BigDecimal.valueOf(j), DIGITS);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int j = 1; j < 200; j++) {
            sum = sum.add(term, DIGITS);
            term = term.multiply(new BigDecimal(z), DIGITS).divide(BigDecimal.valueOf(j + (long) k), DIGITS);
        }
        return sum.doubleValue();
    }
}
