package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sandglass.testing.Reference;

/// The normal tail against 40 digits.
class NormalTailTest {
    private static final Reference TRUTH =
            Reference.read("metric_distances.json").get("normal_tail");

    @Test
    void itHasFourteenDigitsHoweverSmall() {
        TRUTH.elements().forEach(c -> {
            double x = c.number("x");
            double upper = c.number("upper");
            assertThat(NormalTail.upper(x)).as("x = %s", x).isCloseTo(upper, within(1e-14 * upper));
            assertThat(NormalTail.lower(-x)).isEqualTo(NormalTail.upper(x));
            double log = c.number("log_upper");
            assertThat(NormalTail.logUpper(x)).as("ln, x = %s", x).isCloseTo(log, within(1e-14 * (1 - log)));
        });
    }

    /// A narrow interval holds its width times the density, to the square of the width.
    @Test
    void anIntervalHasItsDigitsInBothTails() {
        for (double x : new double[] {-300, -30, -5, -0.5, 0.5, 5, 30, 300}) {
            double width = 1e-4 / (1 + Math.abs(x));
            double expected = -x * x / 2 - Math.log(2 * Math.PI) / 2 + Math.log(width);
            assertThat(NormalTail.logBetween(x - width / 2, x + width / 2))
                    .as("x = %s", x)
                    .isCloseTo(expected, within(1e-8 + 1e-15 * x * x / width));
        }
        assertThat(NormalTail.logBetween(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isZero();
        assertThat(NormalTail.logBetween(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalTail.logBetween(Double.NEGATIVE_INFINITY, 0)).isCloseTo(Math.log(0.5), within(1e-15));
    }
}
