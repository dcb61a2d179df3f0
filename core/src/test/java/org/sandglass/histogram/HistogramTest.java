package org.sandglass.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Near;
import org.sandglass.testing.Reference;

/// Bins by numpy's conventions, distances without epsilons.
class HistogramTest {
    private static final Reference FILE =
            Reference.read("boltzkit_metrics.json").get("histograms");
    private static final double EPSILON = 1e-10;

    @Test
    void energyHistogramsAreBoltzkits() {
        Reference expected = FILE.get("default_hist_true");
        double[] u = energies("log_probs_true");
        Bins bins = BinRange.usual().bins(100, u);
        Histogram histogram = Histogram.of(bins, u);
        Near.near("edges", bins.edges(), expected.doubles("edges"));
        Near.near("masses", histogram.masses(), expected.doubles("normalised_counts"));
        Near.near("density", histogram.density(), expected.doubles("density"));
        Near.near("width", bins.width(), expected.number("bin_width"));
        assertThat(histogram.inside() + histogram.outside()).isEqualTo(200);
    }

    /// boltzkit gives each set bins of its own and compares them by index: 1.415 for two sets of one law,
    /// whose divergence on bins that they share is 0.29.
    @Test
    void setsThatAreComparedShareTheirBins() {
        double[] u = energies("log_probs_true");
        double[] v = energies("log_probs_pred");
        Bins shared = BinRange.usual().bins(100, u, v);
        double[] ends = FILE.doubles("default_hist_pred_edges_first_last");
        Near.near("ends", new double[] {shared.low(), shared.high()}, new double[] {
            FILE.get("default_hist_true").doubles("edges")[0], ends[1]
        });
        Histogram own = Histogram.of(BinRange.usual().bins(100, u), u);
        Histogram others = Histogram.of(BinRange.usual().bins(100, v), v);
        assertThatThrownBy(() -> own.kl(others)).hasMessageContaining("on the same bins");
        assertThatThrownBy(() -> own.kl(Histogram.of(new Bins(-1, 10, 99), v)))
                .hasMessageContaining("on the same bins");
    }

    /// The peer adds 1e-10 to every density, which moves its divergences by some 1e-9: with it we give
    /// its numbers, and without it the exact ones.
    @Test
    void distancesAreBoltzkitsButForItsEpsilon() {
        Reference expected = FILE.get("shared_range(-1,10)_20bins");
        Bins bins = new Bins(-1, 10, 20);
        Histogram p = Histogram.of(bins, energies("log_probs_true"));
        Histogram q = Histogram.of(bins, energies("log_probs_pred"));
        Near.near("p", p.masses(), expected.doubles("true"));
        Near.near("q", q.masses(), expected.doubles("pred"));
        compare(p, q, bins.width(), expected);
        Near.near("KL(q|p)", klWithEpsilon(q.density(), p.density()) * bins.width(), expected.number("kl_reverse"));
        assertThat(p.kl(p).value()).isZero();
        assertThat(p.totalVariation(q).value()).isCloseTo(q.totalVariation(p).value(), within(1e-15));
    }

    @Test
    void distancesInTwoDimensionsAreBoltzkitsButForItsEpsilon() {
        Reference expected = FILE.get("hist2d_10x10_(-50,50)^2_val500_vs_train500");
        Bins axis = new Bins(-50, 50, 10);
        Histogram p = fromMasses(axis, expected.doubles("val"));
        Histogram q = fromMasses(axis, expected.doubles("train"));
        Near.near("p", p.masses(), expected.doubles("val"));
        compare(p, q, expected.number("bin_area"), expected);
    }

    private static void compare(Histogram p, Histogram q, double area, Reference expected) {
        double[] f = p.density();
        double[] g = q.density();
        double[] m = new double[f.length];
        Arrays.setAll(m, j -> (f[j] + g[j]) / 2);
        Near.near("TV", p.totalVariation(q).value(), expected.number("tv"));
        Near.near("peer's KL", klWithEpsilon(f, g) * area, expected.number("kl"));
        Near.near("peer's JSD", (klWithEpsilon(f, m) + klWithEpsilon(g, m)) / 2 * area, expected.number("jsd"));
        // ε Σ |p/q − 1| over bins that hold something, as density
        assertThat(p.jensenShannon(q).value()).isCloseTo(expected.number("jsd"), within(EPSILON * area * 200));
        if (Double.isFinite(p.kl(q).value())) {
            assertThat(p.kl(q).value()).isCloseTo(expected.number("kl"), within(EPSILON * area * 200));
        }
    }

    private static double klWithEpsilon(double[] p, double[] q) {
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            sum += p[j] * (Math.log(p[j] + EPSILON) - Math.log(q[j] + EPSILON));
        }
        return sum;
    }

    private static Histogram fromMasses(Bins axis, double[] masses) {
        List<double[]> rows = new ArrayList<>();
        for (int cell = 0; cell < masses.length; cell++) {
            double x = axis.edge(cell / axis.count()) + axis.width() / 2;
            double y = axis.edge(cell % axis.count()) + axis.width() / 2;
            for (int i = 0; i < Math.round(masses[cell] * 500); i++) {
                rows.add(new double[] {x, y});
            }
        }
        return Histogram.of(List.of(axis, axis), Points.of(rows.toArray(double[][]::new)));
    }

    private static double[] energies(String name) {
        return Arrays.stream(FILE.doubles(name)).map(l -> -l).toArray();
    }

    @Test
    void aBinHoldsItsLeftEndAndTheLastBothEnds() {
        Histogram histogram = Histogram.of(new Bins(0, 3, 3), 0, 1, 2, 3, Math.nextDown(1.0), -1e-300, 3.1);
        assertThat(histogram.counts()).containsExactly(2, 1, 2);
        assertThat(histogram.outside()).isEqualTo(2);
    }

    @Test
    void everyNumberFallsBetweenTheEdgesOfItsBin() {
        Random random = new Random(5);
        for (int round = 0; round < 1000; round++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            Bins bins = new Bins(low, low + random.nextDouble() + 1e-3, 1 + random.nextInt(100));
            for (int j = 0; j <= bins.count(); j++) {
                assertThat(bins.of(bins.edge(j))).isEqualTo(Math.min(j, bins.count() - 1));
                if (j > 0) {
                    assertThat(bins.of(Math.nextDown(bins.edge(j)))).isEqualTo(j - 1);
                }
            }
        }
    }

    @Test
    void infiniteNumbersAreOutsideAndNaNIsRefused() {
        double[] u = {0, 1, 2, Double.POSITIVE_INFINITY};
        Bins bins = new BinRange.Extremes().bins(2, u);
        assertThat(bins).isEqualTo(new Bins(0, 2, 2));
        assertThat(Histogram.of(bins, u).outside()).isEqualTo(1);
        assertThatThrownBy(() -> Histogram.of(bins, 1, Double.NaN)).hasMessage("number 1 to be counted is NaN");
        assertThatThrownBy(() -> BinRange.usual().bins(3, new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("set 1 holds NaN");
        assertThatThrownBy(() -> BinRange.usual().bins(3, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessage("set 0 holds no finite number to find a range from");
    }

    @Test
    void aConstantGetsBinsOfWidthOneAroundIt() {
        assertThat(BinRange.usual().bins(4, new double[] {3, 3, 3})).isEqualTo(new Bins(2.5, 3.5, 4));
    }

    @Test
    void emptyBinsNeedNoEpsilon() {
        Bins bins = new Bins(0, 3, 3);
        Histogram p = Histogram.of(bins, 0.5, 0.5, 1.5, 1.5);
        Histogram q = Histogram.of(bins, 0.5, 2.5);
        assertThat(p.kl(q)).isEqualTo(new BinnedDistance(Double.POSITIVE_INFINITY, Double.NaN));
        assertThat(p.totalVariation(q).value()).isEqualTo(0.5);
        assertThat(p.jensenShannon(q).value()).isCloseTo(0.5 * Math.log(2), within(1e-15));
        assertThat(p.freeEnergy()).containsExactly(Math.log(2), Math.log(2), Double.POSITIVE_INFINITY);
        assertThat(p.logDensity()[2]).isEqualTo(Double.NEGATIVE_INFINITY);
        Histogram empty = Histogram.of(bins, 7);
        assertThatThrownBy(() -> p.kl(empty))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("widen the range");
    }

    /// 400 pairs of histograms of 1000 and 2000 draws of two laws: the spread of each distance is its
    /// standard error within 20 %, 5 standard deviations of such a ratio.
    @Test
    void standardErrorsAreTheSpreadOverRepetitions() {
        List<BiFunction<Histogram, Histogram, BinnedDistance>> all =
                List.of(Histogram::totalVariation, Histogram::jensenShannon, Histogram::kl);
        for (BiFunction<Histogram, Histogram, BinnedDistance> distance : all) {
            Random random = new Random(9);
            double[] values = new double[400];
            double[] errors = new double[400];
            for (int i = 0; i < values.length; i++) {
                Bins bins = new Bins(-2, 3, 8);
                Histogram p = Histogram.of(bins, normals(random, 1000, 0));
                Histogram q = Histogram.of(bins, normals(random, 2000, 0.5));
                BinnedDistance e = distance.apply(p, q);
                values[i] = e.value();
                errors[i] = e.standardError();
            }
            double mean = Arrays.stream(values).average().orElseThrow();
            double spread = Math.sqrt(
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 399);
            assertThat(Arrays.stream(errors).average().orElseThrow() / spread).isCloseTo(1, within(0.2));
        }
    }

    private static double[] normals(Random random, int n, double mean) {
        double[] out = new double[n];
        Arrays.setAll(out, _ -> mean + random.nextGaussian());
        return out;
    }
}
