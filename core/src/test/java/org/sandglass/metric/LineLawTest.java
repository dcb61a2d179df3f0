package org.sandglass.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;
import org.sandglass.testing.Reference;
import org.sandglass.transport.LineTransport;

/// Distribution functions, quantiles and distances on the line, against quadrature with forty digits.
class LineLawTest {
    private static Stream<Reference> cases() {
        return Reference.read("line_law.json").get("cases").elements();
    }

    private static GaussianMixture mixture(Reference c) {
        double[] means = c.get("means").doubles();
        double[] stds = c.get("stds").doubles();
        return GaussianMixture.ofWeights(
                c.get("weights").doubles(),
                Points.wrap(means, means.length, 1),
                Arrays.stream(stds).mapToObj(s -> new Isotropic(s, 1)).toList());
    }

    /// 1e-13 of the value, however small; but the argument may be off by a rounding, which moves `F` by its logarithmic
    /// slope, up to 30/s² there.
    @TestFactory
    Stream<DynamicTest> bothTailsKeepThirteenDigits() {
        return cases().map(c -> DynamicTest.dynamicTest(c.path(), () -> {
            LineLaw law = LineLaw.of(mixture(c));
            double[] at = c.get("at").doubles();
            for (int i = 0; i < at.length; i++) {
                near(law.cdf(at[i]), c.get("cdf").get(i).number(), "F(" + at[i] + ")");
                near(law.survival(at[i]), c.get("survival").get(i).number(), "1 - F(" + at[i] + ")");
            }
        }));
    }

    private static void near(double value, double expected, String what) {
        assertThat(value).as(what).isCloseTo(expected, within(1e-13 * expected));
    }

    /// Of the spread or of the number itself, whichever is larger.
    @TestFactory
    Stream<DynamicTest> quantilesAreRightInBothTails() {
        return cases().map(c -> DynamicTest.dynamicTest(c.path(), () -> {
            LineLaw law = LineLaw.of(mixture(c));
            double[] p = c.get("p").doubles();
            for (int i = 0; i < p.length; i++) {
                double lower = c.get("quantile").get(i).number();
                double upper = c.get("upper-quantile").get(i).number();
                assertThat(law.quantile(p[i])).isCloseTo(lower, within(1e-13 * (1 + Math.abs(lower))));
                assertThat(law.upperQuantile(p[i])).isCloseTo(upper, within(1e-13 * (1 + Math.abs(upper))));
            }
        }));
    }

    /// The closed forms lose some ulps of the largest coordinate, in `W₂` of its square.
    @TestFactory
    Stream<DynamicTest> distancesAreThoseOfQuadrature() {
        return cases().map(c -> DynamicTest.dynamicTest(c.path(), () -> {
            double[] x = c.get("points").doubles();
            LineCells cells = LineCells.of(LineLaw.of(mixture(c)), x.length);
            double scale = 1 + Arrays.stream(x).map(Math::abs).max().orElse(0);
            assertThat(cells.w1(x)).isCloseTo(c.get("w1").number(), within(1e-14 * scale + 1e-13));
            assertThat(Math.sqrt(cells.w2Squared(x))).isCloseTo(c.get("w2").number(), within(1e-14 * scale + 1e-12));
        }));
    }

    /// The cells are the components, from 8 deviations below to 8 above: `W₁ = s √(2/π)`, `W₂² = s²`, to some 1e-15 of
    /// the
    /// spread of 3e4 and of its square.
    @Test
    void aHundredThousandNarrowComponentsCostWhatAFewDo() {
        int k = 100_000;
        double s = 1.0 / 16;
        double[] means = IntStream.range(0, k).mapToDouble(i -> (i * 7919L) % k).toArray();
        LineLaw law = LineLaw.of(GaussianMixture.equallyWeighted(Points.wrap(means, k, 1), new Isotropic(s, 1)));
        assertThat(law.cdf(49_999.5)).isCloseTo(0.5, within(1e-12));
        assertThat(law.survival(99_998.5)).isCloseTo(1e-5, within(1e-17));
        assertThat(law.quantile(0.250004)).isBetween(24_999.9, 25_000.6);
        LineCells cells = LineCells.of(law, k);
        Arrays.sort(means);
        assertThat(cells.w1(means)).isCloseTo(s * Math.sqrt(2 / Math.PI), within(1e-11));
        assertThat(cells.w2Squared(means)).isCloseTo(s * s, within(1e-11));
    }

    @Test
    void exactPointsAreSteps() {
        LineLaw law = LineLaw.of(GaussianMixture.ofWeights(
                new double[] {1, 3},
                Points.of(new double[] {-1}, new double[] {2}),
                Collections.nCopies(2, new Isotropic(0, 1))));
        assertThat(law.cdf(-1)).isEqualTo(0.25);
        assertThat(law.cdf(Math.nextDown(-1.0))).isZero();
        assertThat(law.survival(1)).isEqualTo(0.75);
        assertThat(law.quantile(0.2)).isCloseTo(-1, within(1e-15));
        assertThat(law.quantile(0.3)).isCloseTo(2, within(1e-15));
        LineCells cells = LineCells.of(law, 4);
        assertThat(cells.w1(new double[] {-1, 2, 2, 2})).isCloseTo(0, within(1e-15));
        assertThat(cells.w1(new double[] {-1, -1, 2, 2})).isCloseTo(0.75, within(1e-14));
        assertThat(cells.w2Squared(new double[] {-1, -1, 2, 2})).isCloseTo(9.0 / 4, within(1e-14));
    }

    /// A mixture seen along a direction is the marginal after a rotation.
    @Test
    void aMixtureAlongADirectionIsOnTheLine() {
        GaussianMixture mixture = GaussianMixture.ofWeights(
                new double[] {1, 2},
                Points.of(new double[] {1, 2, 3}, new double[] {-4, 0, 1}),
                List.of(new Isotropic(0.5, 3), new Isotropic(2, 3)));
        LineLaw law = LineLaw.along(mixture, 0, 0.6, 0.8);
        LineLaw same = LineLaw.of(GaussianMixture.ofWeights(
                new double[] {1, 2},
                Points.of(new double[] {3.6}, new double[] {0.8}),
                List.of(new Isotropic(0.5, 1), new Isotropic(2, 1))));
        for (double x = -6; x < 6; x += 0.7) {
            assertThat(law.cdf(x)).isCloseTo(same.cdf(x), within(1e-14));
        }
        assertThatThrownBy(() -> LineLaw.of(mixture)).hasMessage("a law on the line needs D = 1, got D = 3");
        assertThatThrownBy(() -> law.quantile(0)).hasMessageContaining("must be in (0, 1)");
    }

    /// `W₁` of many draws to other draws tends to `W₁` to the law: with n = 10⁶ draws beside 20 points, the difference
    /// is
    /// at most `W₁` between draws and law, some 1e-3; allowed 1e-2.
    @Test
    void distancesToManyDrawsTendToThoseToTheLaw() {
        GaussianMixture mixture = mixture(cases().findFirst().orElseThrow());
        double[] x = mixture.sample(20, RandomStreams.of(1)).data();
        double[] y = mixture.sample(1_000_000, RandomStreams.of(2)).data();
        Arrays.sort(x);
        Arrays.sort(y);
        LineCells cells = LineCells.of(LineLaw.of(mixture), 20);
        assertThat(cells.w1(x)).isCloseTo(LineTransport.ofSorted(1, x, 0, 20, y, 0, y.length), within(1e-2));
        assertThat(cells.w2Squared(x)).isCloseTo(LineTransport.ofSorted(2, x, 0, 20, y, 0, y.length), within(1e-2));
    }
}
