package org.sandglass.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CategoricalTest {
    private static final double LAST = Math.nextDown(1.0);

    @Test
    void theIndexIsTheFirstWhoseCumulativeWeightIsAbove() {
        Categorical thirds = Categorical.of(1, 2, 1);
        assertThat(thirds.indexAt(0)).isEqualTo(0);
        assertThat(thirds.indexAt(Math.nextDown(0.25))).isEqualTo(0);
        assertThat(thirds.indexAt(0.25)).isEqualTo(1);
        assertThat(thirds.indexAt(Math.nextDown(0.75))).isEqualTo(1);
        assertThat(thirds.indexAt(0.75)).isEqualTo(2);
        assertThat(thirds.indexAt(LAST)).isEqualTo(2);
        assertThat(thirds.size()).isEqualTo(3);
    }

    @Test
    void weightsOfZeroAreNeverDrawn() {
        Categorical sparse = Categorical.of(0, 0, 3, 0, 0, 1, 0);
        assertThat(sparse.indexAt(0)).isEqualTo(2);
        assertThat(sparse.indexAt(0.75)).isEqualTo(5);
        assertThat(sparse.indexAt(LAST)).isEqualTo(5);
        RandomStream stream = RandomStreams.of(1).stream("sparse");
        for (int i = 0; i < 10_000; i++) {
            assertThat(sparse.draw(stream)).isIn(2, 5);
        }
        assertThat(stream.position()).isEqualTo(10_000);
    }

    @Test
    void theLastPositiveWeightClosesAtOne() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            int k = random.nextInt(1, 2000);
            double[] weights =
                    random.doubles(k).map(w -> w < 0.3 ? 0 : Math.pow(w, 40)).toArray();
            weights[k / 2] = 1;
            int last = k - 1;
            while (weights[last] == 0) {
                last--;
            }
            Categorical categorical = Categorical.of(weights);
            assertThat(weights[categorical.indexAt(LAST)]).isPositive();
            assertThat(categorical.indexAt(LAST)).isLessThanOrEqualTo(last);
        }
    }

    /// The borders between indices are where exact sums put them, to 2 ulp of 1, for 100,000 weights of all sizes.
    @Test
    void bordersAreRightForManyWeights() {
        int k = 100_000;
        double[] weights =
                new SplittableRandom(2).doubles(k, -300, 300).map(Math::exp).toArray();
        double[] small = new SplittableRandom(3).doubles(k).toArray();
        for (double[] each : new double[][] {weights, small}) {
            Categorical categorical = Categorical.of(each);
            BigDecimal total = Arrays.stream(each).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < k; i++) {
                sum = sum.add(new BigDecimal(each[i]));
                if (i % 997 == 0) {
                    double border = sum.divide(total, MathContext.DECIMAL128).doubleValue();
                    if (border > 0x1p-50) {
                        assertThat(categorical.indexAt(border - 0x1p-51)).isLessThanOrEqualTo(i);
                    }
                    if (border < 1 - 0x1p-50) {
                        assertThat(categorical.indexAt(border + 0x1p-51)).isGreaterThan(i);
                    }
                }
            }
        }
    }

    /// seed 4, n = 100,000, ten classes: χ²₉ above 33.72 with odds of 1e-4.
    @Test
    void drawsFollowTheWeights() {
        double[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Categorical categorical = Categorical.of(weights);
        RandomStream stream = RandomStreams.of(4).stream("categorical");
        int n = 100_000;
        int[] counts = new int[10];
        for (int i = 0; i < n; i++) {
            counts[categorical.draw(stream)]++;
        }
        double statistic = 0;
        for (int i = 0; i < 10; i++) {
            double expected = n * weights[i] / 55;
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(statistic).as("counts %s", Arrays.toString(counts)).isLessThan(33.72);
    }

    @Test
    void refusesWeightsThatAreNone() {
        assertRefused("weight 1 must be finite and >= 0, got -0.5", 1, -0.5);
        assertRefused("weight 0 must be finite and >= 0, got NaN", Double.NaN, 1);
        assertRefused("weight 1 must be finite and >= 0, got Infinity", 1, Double.POSITIVE_INFINITY);
        assertRefused("the sum of 2 weights must be positive and finite, got 0.0", 0, 0);
        assertRefused("the sum of 0 weights must be positive and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Categorical.of(Double.MAX_VALUE, Double.MAX_VALUE))
                .withMessageStartingWith("the sum of 2 weights must be positive and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Categorical.of(1).indexAt(1))
                .withMessage("a uniform number must be in [0, 1), got 1.0");
    }

    private static void assertRefused(String message, double... weights) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Categorical.of(weights))
                .withMessage(message);
    }
}
