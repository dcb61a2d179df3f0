package org.sandglass.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Seeds are fixed, so these pass always or never; the odds say how often a true sample would fail under another seed.
class RandomStreamStatisticsTest {
    private static final int N = 1_000_000;

    private static double[] normals(RandomStream stream, int n) {
        double[] out = new double[n];
        stream.fillNormals(out, 0, n);
        return out;
    }

    private static final double[] SAMPLE = normals(RandomStreams.of(1).stream("statistics"), N);

    /// Kolmogorov and Smirnov: `√n D > 2.2252` has odds of 1e-4.
    @Test
    void normalsFollowTheNormalDistribution() {
        double[] sorted = SAMPLE.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < N; i++) {
            double p = normalCdf(sorted[i]);
            distance = Math.max(distance, Math.max(p - i / (double) N, (i + 1) / (double) N - p));
        }
        assertThat(distance * Math.sqrt(N)).as("seed 1, n = %d", N).isLessThan(2.2252);
    }

    /// χ² over 100 equally likely classes: 99 degrees of freedom, above 160.06 with odds of 1e-4.
    @Test
    void normalsFillEquallyLikelyClassesEqually() {
        int[] counts = new int[100];
        for (double z : SAMPLE) {
            counts[(int) Math.min(99, 100 * normalCdf(z))]++;
        }
        assertThat(chiSquared(counts, N)).as("seed 1, n = %d", N).isLessThan(160.06);
    }

    /// χ² over 16 × 16 classes of the pair (uₚ, uₚ₊₁) behind neighbouring normals: above 347.65 with odds of 1e-4.
    @Test
    void neighbouringNormalsAreIndependent() {
        for (int from = 0; from < 2; from++) {
            int[] counts = new int[256];
            for (int i = from; i + 1 < N; i += 2) {
                counts[16 * (int) (16 * normalCdf(SAMPLE[i])) + (int) (16 * normalCdf(SAMPLE[i + 1]))]++;
            }
            assertThat(chiSquared(counts, (N - from) / 2))
                    .as("seed 1, from %d", from)
                    .isLessThan(347.65);
        }
    }

    /// `mean(zᵏ)` has variance `((2k−1)!! − ((k−1)!!)²) / n`: each within 4.9 deviations, odds of 1e-6 each.
    @Test
    void normalsHaveTheRightMoments() {
        double[] mean = {0, 1, 0, 3, 0, 15};
        double[] variance = {1, 2, 15, 96, 945, 10170};
        for (int k = 1; k <= 6; k++) {
            double sum = 0;
            for (double z : SAMPLE) {
                sum += Math.pow(z, k);
            }
            double deviations = (sum / N - mean[k - 1]) / Math.sqrt(variance[k - 1] / N);
            assertThat(Math.abs(deviations))
                    .as("moment %d, seed 1, n = %d", k, N)
                    .isLessThan(4.9);
        }
    }

    /// Counts beyond 2, 3 and 4: within 4.9 binomial deviations (1e-6 each); beyond 5, 0.57 expected, more than 8:
    /// 1e-8.
    @Test
    void normalsHaveTheRightTails() {
        double[] odds = {0.0455002638963584, 0.0026997960632602, 6.334248366624e-5};
        for (int beyond = 2; beyond <= 4; beyond++) {
            double p = odds[beyond - 2];
            double deviations = (beyond(beyond) - N * p) / Math.sqrt(N * p * (1 - p));
            assertThat(Math.abs(deviations)).as("beyond %d", beyond).isLessThan(4.9);
        }
        assertThat(beyond(5)).isLessThanOrEqualTo(8);
    }

    private static long beyond(double limit) {
        return Arrays.stream(SAMPLE).filter(z -> Math.abs(z) > limit).count();
    }

    /// `√n r` of two independent normal samples is nearly standard normal: beyond 5 with odds of 5.7e-7, 60 times.
    @Test
    void neighbouringStreamsAreUncorrelated() {
        int n = 50_000;
        List<RandomStream> streams = new ArrayList<>();
        for (long seed = 0; seed < 4; seed++) {
            for (long i = 0; i < 5; i++) {
                streams.add(RandomStreams.of(seed).stream("correlation", i));
                streams.add(RandomStreams.of(seed).stream("correlation", 0, i));
                streams.add(RandomStreams.of(seed).stream("correlation " + i));
            }
        }
        double[] before = normals(streams.getLast(), n);
        for (RandomStream stream : streams) {
            stream.seek(0);
            double[] now = normals(stream, n);
            double product = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                product += before[i] * now[i];
                squares += (before[i] * before[i] - 1) * (now[i] * now[i] - 1) / 2;
            }
            assertThat(Math.abs(product) / Math.sqrt(n)).isLessThan(5);
            assertThat(Math.abs(squares) / Math.sqrt(n)).isLessThan(6);
            before = now;
        }
    }

    private static double chiSquared(int[] counts, int n) {
        double expected = n / (double) counts.length;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    /// `Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …)`, Marsaglia (2004).
    private static double normalCdf(double x) {
        if (Math.abs(x) > 8) {
            return x < 0 ? 0 : 1;
        }
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
