package org.sandglass.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;

/// The plan is the cheapest, and its potentials prove it.
class TransportTest {
    private static final List<int[]> SHAPES = List.of(
            new int[] {1, 1}, new int[] {1, 9}, new int[] {9, 1}, new int[] {40, 40}, new int[] {60, 25}, new int[] {
                25, 60
            });

    /// The certificate: marginals as asked, `u + v ≤ c`, equality wherever mass goes, `Σ a u + Σ b v` the cost; each
    /// within 2⁻⁴⁰ of the largest cost, 16 times the unit of the search.
    @TestFactory
    Stream<DynamicTest> potentialsProveThatThePlanIsCheapest() {
        return SHAPES.stream()
                .flatMap(shape -> Stream.of("distances", "squares", "torus", "few values", "negative")
                        .map(kind -> DynamicTest.dynamicTest(Arrays.toString(shape) + " " + kind, () -> {
                            Costs costs = costs(kind, shape[0], shape[1]);
                            double[] equalA = filled(shape[0]);
                            double[] equalB = filled(shape[1]);
                            requireCertified(costs, equalA, equalB, Transport.solve(costs));
                            double[] a = weights(shape[0], 1);
                            double[] b = weights(shape[1], 2);
                            requireCertified(costs, a, b, Transport.solve(costs, a, b));
                        })));
    }

    private static void requireCertified(Costs costs, double[] a, double[] b, TransportPlan plan) {
        double[] out = new double[a.length];
        double[] in = new double[b.length];
        double[] u = plan.sourcePotentials();
        double[] v = plan.sinkPotentials();
        double allowed = 0x1p-40 * largest(costs);
        double total = 0;
        for (int arc = 0; arc < plan.arcs(); arc++) {
            int i = plan.source(arc);
            int j = plan.sink(arc);
            out[i] += plan.mass(arc);
            in[j] += plan.mass(arc);
            total += plan.mass(arc) * costs.at(i, j);
            assertThat(costs.at(i, j) - u[i] - v[j]).as("slack where mass goes").isCloseTo(0, within(allowed));
        }
        assertThat(out).containsExactly(normalised(a), within(1e-14));
        assertThat(in).containsExactly(normalised(b), within(1e-14));
        double least = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                least = Math.min(least, costs.at(i, j) - u[i] - v[j]);
            }
        }
        assertThat(least).as("slack").isGreaterThanOrEqualTo(-allowed);
        double dual = mean(normalised(a), u) + mean(normalised(b), v);
        assertThat(plan.cost()).isCloseTo(total, within(allowed)).isCloseTo(dual, within(allowed));
    }

    private static double mean(double[] weights, double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> weights[i] * values[i])
                .sum();
    }

    private static double largest(Costs costs) {
        double largest = 0;
        for (int i = 0; i < costs.sources(); i++) {
            for (int j = 0; j < costs.sinks(); j++) {
                largest = Math.max(largest, Math.abs(costs.at(i, j)));
            }
        }
        return largest;
    }

    private static Costs costs(String kind, int n, int m) {
        Points x = points(n, 3, 1);
        Points y = points(m, 3, 2);
        return switch (kind) {
            case "distances" -> Costs.distances(x, y);
            case "squares" -> Costs.squaredDistances(x, y);
            case "torus" -> Costs.squaredTorusDistances(x, y);
            default -> {
                double[][] rows = new double[n][m];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < m; j++) {
                        double number = x.get(i, 0) + y.get(j, 1) * x.get(i, 1);
                        rows[i][j] = kind.equals("few values") ? Math.floor(number) : -10 - number;
                    }
                }
                yield Costs.of(rows);
            }
        };
    }

    @Test
    void fivePairsAreAsCheapAsTheCheapestOfAllPermutations() {
        for (int seed = 0; seed < 50; seed++) {
            Points x = points(5, 2, 10 + seed);
            Points y = points(5, 2, 100 + seed);
            double least = leastOverPermutations(Costs.distances(x, y), new int[] {0, 1, 2, 3, 4}, 0);
            assertThat(Wasserstein.w1(x, y)).as("seed %d", seed).isCloseTo(least / 5, within(1e-14));
        }
    }

    private static double leastOverPermutations(Costs costs, int[] order, int from) {
        if (from == order.length) {
            double sum = 0;
            for (int i = 0; i < order.length; i++) {
                sum += costs.at(i, order[i]);
            }
            return sum;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < order.length; i++) {
            swap(order, i, from);
            least = Math.min(least, leastOverPermutations(costs, order, from + 1));
            swap(order, i, from);
        }
        return least;
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /// Trees as deep as these once took roundings for gains and never ended.
    @Tag("slow")
    @Test
    void fiveThousandPointsAreCarriedInTheEnd() {
        Points x = points(5000, 2, 1);
        Points y = points(5000, 2, 2);
        Costs costs = Costs.distances(x, y);
        requireCertified(costs, filled(5000), filled(5000), Transport.solve(costs));
    }

    @Test
    void rowsOfCostsHaveTheBitsOfSingleOnes() {
        for (String kind : List.of("distances", "squares", "torus")) {
            Costs costs = costs(kind, 7, 29);
            double[] row = new double[29];
            costs.row(3, row);
            for (int j = 0; j < 29; j++) {
                assertThat(row[j]).as(kind).isEqualTo(costs.at(3, j));
            }
        }
    }

    @Test
    void aCloudIsAtDistanceZeroFromItselfInAnotherOrder() {
        Points x = points(50, 2, 7);
        Points turned = Points.zeros(50, 2);
        for (int i = 0; i < 50; i++) {
            System.arraycopy(x.row(49 - i), 0, turned.data(), 2 * i, 2);
        }
        assertThat(Wasserstein.w1(x, turned)).isZero();
        assertThat(Wasserstein.w2(x, turned)).isZero();
        assertThat(Wasserstein.torusW2(x, turned)).isZero();
    }

    @Test
    void pointsWithoutWeightDoNotMatter() {
        Points x = Points.of(new double[] {0, 0}, new double[] {1e6, 3}, new double[] {2, 1});
        Points y = points(4, 2, 3);
        Points two = Points.of(new double[] {0, 0}, new double[] {2, 1});
        assertThat(Wasserstein.w2(x, new double[] {1, 0, 3}, y))
                .isCloseTo(Wasserstein.w2(two, new double[] {0.25, 0.75}, y), within(1e-13));
    }

    @Test
    void aTurnOfTheTorusIsNoDistance() {
        Points x = Points.of(new double[] {0.1, 6.2}, new double[] {-0.1, 3});
        Points y = Points.of(new double[] {0.1 + 4 * Math.PI, 6.2 - 2 * Math.PI}, new double[] {2 * Math.PI - 0.1, 3});
        assertThat(Wasserstein.torusW2(x, y)).isCloseTo(0, within(1e-15));
        assertThat(Wasserstein.torusW2(Points.of(new double[] {0.1}), Points.of(new double[] {2 * Math.PI - 0.1})))
                .isCloseTo(0.2, within(1e-15));
    }

    @Test
    void onTheLineTheOrderIsTheAnswer() {
        Points x = points(31, 1, 4);
        Points y = points(47, 1, 5);
        double[] a = weights(31, 1);
        double[] equal = filled(47);
        double w1 = LineTransport.distance(1, x.data(), a, y.data(), equal);
        double w2 = LineTransport.distance(2, x.data(), a, y.data(), equal);
        assertThat(Wasserstein.w1(x, a, y)).isCloseTo(w1, within(1e-13));
        assertThat(Wasserstein.w2(x, a, y)).isCloseTo(w2, within(1e-13));
        Arrays.sort(x.data());
        Arrays.sort(y.data());
        assertThat(LineTransport.ofSorted(1, x.data(), 0, 31, y.data(), 0, 47))
                .isCloseTo(Wasserstein.w1(x, y), within(1e-13));
    }

    @Test
    void refusesWhatIsNoCloudOrNoWeight() {
        Points x = points(2, 2, 1);
        assertThatThrownBy(() -> Wasserstein.w1(x, points(2, 3, 1))).hasMessageContaining("one dimension");
        assertThatThrownBy(() -> Wasserstein.w1(x, Points.of(new double[] {Double.NaN, 0})))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> Wasserstein.w1(x, new double[] {1, -1}, x))
                .hasMessage("weight 1 must be finite and >= 0, got -1.0");
        assertThatThrownBy(() -> Wasserstein.w1(x, new double[] {0, 0}, x)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> Wasserstein.w1(x, new double[3], x)).hasMessageContaining("3 weights for 2");
        assertThatThrownBy(() -> Costs.of(new double[][] {{1, Double.NaN}})).hasMessageContaining("finite");
    }

    private static Points points(int n, int d, long seed) {
        Points out = Points.zeros(n, d);
        RandomStreams.of(seed).stream("points").fillNormals(out.data(), 0, n * d);
        return out;
    }

    /// `1 … n` modulo 5, so that some are 0; all 1 for a single one.
    private static double[] weights(int n, int step) {
        double[] out = new double[n];
        Arrays.setAll(out, i -> n == 1 ? 1 : (1 + i * step) % 5);
        return out;
    }

    private static double[] filled(int n) {
        double[] out = new double[n];
        Arrays.fill(out, 1);
        return out;
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }
}
