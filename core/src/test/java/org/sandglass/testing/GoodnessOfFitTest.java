package org.sandglass.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

class GoodnessOfFitTest {
    private static final GaussianMixture LAW = SampleLaws.quickstart();

    /// 400 rounds of 2000 draws by another generator. Of each p-value, 5% lie below 0.05: more than 45 of 400,
    /// or fewer than 3, by chance: 1e-6.
    @Test
    void pValuesOfRightDrawsAreUniform() {
        Random random = new Random(3);
        int[] low = new int[GoodnessOfFit.pValues(draws(random, 2000, 0.5), LAW).size()];
        for (int round = 0; round < 400; round++) {
            List<Double> pValues = GoodnessOfFit.pValues(draws(random, 2000, 0.5), LAW);
            for (int i = 0; i < low.length; i++) {
                low[i] += pValues.get(i) < 0.05 ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(low).boxed()).allMatch(count -> count >= 3 && count <= 45);
    }

    @Test
    void tellsAStandardDeviationThatIsFivePercentOff() {
        List<Double> pValues = GoodnessOfFit.pValues(draws(new Random(4), 10_000, 0.525), LAW);
        assertThat(pValues.stream().min(Double::compare).orElseThrow()).isLessThan(1e-6);
    }

    @Test
    void chiSquaredKnowsItsTable() {
        assertThat(GoodnessOfFit.chiSquared(new long[] {60, 40}, new double[] {0.5, 0.5}))
                .isBetween(0.0454, 0.0456);
    }

    private static Points draws(Random random, int n, double std) {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, _ -> new double[] {
            (random.nextDouble() < 0.3 ? -2 : 2) + std * random.nextGaussian(), std * random.nextGaussian()
        });
        return Points.of(rows);
    }

    @Test
    void tableOfTheNormalLawIsRight() {
        for (double x = -9.5; x < 9.5; x += 0.0137) {
            assertThat(NormalCdf.at(x)).isCloseTo(0.5 * Erf.erfc(-x / Math.sqrt(2)), Offset.offset(1e-12));
        }
    }
}
