package org.sandglass.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.testing.Near;
import org.sandglass.testing.Reference;

/// The shape of the tail of weights.
class ParetoTailTest {
    @TestFactory
    Stream<DynamicTest> shapesAreThoseOfArviZ() {
        return Reference.read("pareto_k.json")
                .get("cases")
                .elements()
                .map(c -> DynamicTest.dynamicTest(
                        c.text("name"),
                        () -> Near.near(
                                "k", ParetoTail.shape(c.doubles("log_weights")).orElseThrow(), c.number("k"))));
    }

    /// Exact Pareto weights of shape 0.5: with n = 100 000 the tail holds 949, and the estimate has a
    /// standard error of `(1 + 0.5)/√949 = 0.049`; allowed are 4.
    @Test
    void theShapeOfAParetoLawIsFound() {
        Random random = new Random(3);
        double[] logs = random.doubles(100_000).map(u -> -0.5 * Math.log(u)).toArray();
        assertThat(ParetoTail.shape(logs).orElseThrow()).isCloseTo(0.5, within(0.2));
    }

    /// ArviZ gives ∞ here, which reads as the worst of tails.
    @Test
    void tiedAndFewWeightsHaveNoTail() {
        double[] tied = new double[1000];
        assertThat(ParetoTail.shape(tied)).isEmpty();
        assertThat(ParetoTail.shape(1, 2, 3, 4)).isEmpty();
        Arrays.fill(tied, Double.NEGATIVE_INFINITY);
        assertThat(ParetoTail.shape(tied)).isEmpty();
    }

    @Test
    void theLimitIsThatOfThePaper() {
        assertThat(ParetoTail.limit(100)).isEqualTo(0.5);
        assertThat(ParetoTail.limit(1_000_000)).isEqualTo(0.7);
    }
}
