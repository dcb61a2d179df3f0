package org.sandglass.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Estimate;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.Spectral;
import org.sandglass.random.RandomStreams;
import org.sandglass.testing.Near;
import org.sandglass.testing.RandomMixtures;
import org.sandglass.testing.RandomMixtures.Structure;
import org.sandglass.testing.Reference;
import org.sandglass.transport.LineTransport;

/// What bounds hold, and what Monte Carlo says between them.
class MixtureBoundsTest {
    private static final Reference FILE = Reference.read("divergences.json");
    private static final double SE = 5;

    /// 30 pairs of all structures, d = 1–3, K = 1–8, with 20 000 draws each; 5 standard errors are
    /// exceeded once in 1.7 million by a normal number, and there are some 200 comparisons.
    @TestFactory
    Stream<DynamicTest> truthLiesInItsIntervals() {
        return IntStream.range(0, 30).mapToObj(seed -> {
            Structure structure = List.of(Structure.values()).get(seed % 5);
            int d = 1 + seed % 3;
            GaussianMixture p =
                    RandomMixtures.of(structure, d, 1 + seed % 8, seed).mixture();
            GaussianMixture q = RandomMixtures.of(structure, d, 1 + (seed * 3 + 1) % 7, 100 + seed)
                    .mixture();
            return DynamicTest.dynamicTest(structure + " d=" + d + " seed=" + seed, () -> holds(p, q, seed));
        });
    }

    private static void holds(GaussianMixture p, GaussianMixture q, int seed) {
        RandomStreams streams = RandomStreams.of(seed);
        SampledDivergences sampled = SampledDivergences.of(p, q, 20_000, streams, Loop.HERE);
        holds("KL", KlBounds.of(p, q, Loop.HERE), sampled.kl());
        holds("reverse KL", KlBounds.of(q, p, Loop.HERE), sampled.reverseKl());
        Points x = p.sample(50_000, 20_000, streams);
        holds("entropy", EntropyBounds.of(p, Loop.HERE), sampled.entropy());
        Interval w2 = WassersteinBounds.w2(p, q, Loop.HERE);
        assertThat(w2.lower()).as("W2 %s", w2).isLessThanOrEqualTo(w2.upper() * (1 + 1e-12));
        ordered(sampled);
        if (p.d() == 1) {
            double[] a = x.data().clone();
            double[] b = q.sample(50_000, 20_000, streams).data().clone();
            java.util.Arrays.sort(a);
            java.util.Arrays.sort(b);
            double empirical = Math.sqrt(LineTransport.ofSorted(2, a, 0, a.length, b, 0, b.length));
            // of order n^(−1/4) at worst, for modes apart
            double slack = (Math.sqrt(p.covariance()[0]) + Math.sqrt(q.covariance()[0])) / Math.pow(20_000, 0.25);
            assertThat(empirical).as("%s", w2).isBetween(w2.lower() - slack, w2.upper() + slack);
        }
    }

    private static void holds(String what, Interval interval, Estimate truth) {
        double slack = SE * truth.standardError() + 1e-12 * (1 + Math.abs(truth.value()));
        assertThat(truth.value())
                .as("%s %s with %s", what, truth, interval)
                .isBetween(interval.lower() - slack, interval.upper() + slack);
        assertThat(interval.lower()).isLessThanOrEqualTo(interval.upper() + 1e-12 * (1 + Math.abs(interval.upper())));
    }

    /// `H² ≤ TV ≤ √(2 H²)`, `JSD ≤ ln 2 · TV`, `TV ≤ √(KL/2)` (Pinsker), `KL ≤ ln(1 + χ²)`, all with 5
    /// errors of slack.
    private static void ordered(SampledDivergences s) {
        atMost(s.squaredHellinger(), s.totalVariation(), 1);
        assertThat(s.totalVariation().value() - SE * s.totalVariation().standardError())
                .isLessThanOrEqualTo(Math.sqrt(2
                        * (s.squaredHellinger().value()
                                + SE * s.squaredHellinger().standardError())));
        atMost(s.jensenShannon(), s.totalVariation(), Math.log(2));
        assertThat(s.totalVariation().value() - SE * s.totalVariation().standardError())
                .isLessThanOrEqualTo(Math.sqrt((s.kl().value() + SE * s.kl().standardError()) / 2));
    }

    private static void atMost(Estimate small, Estimate large, double factor) {
        double slack = SE * (small.standardError() + factor * large.standardError());
        assertThat(small.value()).as("%s and %s", small, large).isLessThanOrEqualTo(factor * large.value() + slack);
    }

    /// Quadrature by mpmath; n = 200 000 draws, 5 standard errors.
    @TestFactory
    Stream<DynamicTest> monteCarloFindsTheIntegralsOnALine() {
        return FILE.get("lines")
                .elements()
                .map(c -> DynamicTest.dynamicTest(c.text("name"), () -> {
                    GaussianMixture p = line(c.rows("p"));
                    GaussianMixture q = line(c.rows("q"));
                    SampledDivergences s = SampledDivergences.of(p, q, 200_000, RandomStreams.of(3), Loop.HERE);
                    is(s.kl(), c.number("kl"));
                    is(s.reverseKl(), c.number("reverse_kl"));
                    is(s.jensenShannon(), c.number("jensen_shannon"));
                    is(s.squaredHellinger(), c.number("squared_hellinger"));
                    is(s.chiSquared(), c.number("chi_squared"));
                    is(s.fisher(), c.number("fisher"));
                    assertThat(s.chiSquaredTail().orElseThrow()).isLessThan(0.7);
                    contains(EntropyBounds.of(p, Loop.HERE), c.number("entropy"));
                    contains(KlBounds.of(p, q, Loop.HERE), c.number("kl"));
                    contains(KlBounds.of(q, p, Loop.HERE), c.number("reverse_kl"));
                }));
    }

    /// The lower bound loses what `F⁻¹ − G⁻¹` spreads within 512 cells: less than a thousandth here.
    @TestFactory
    Stream<DynamicTest> theLowerBoundOnALineIsNearlyTheDistance() {
        return FILE.get("lines")
                .elements()
                .map(c -> DynamicTest.dynamicTest(c.text("name"), () -> {
                    Interval w2 = WassersteinBounds.w2(line(c.rows("p")), line(c.rows("q")), Loop.HERE);
                    double truth = Math.sqrt(c.number("squared_w2"));
                    assertThat(w2.lower()).isBetween(0.999 * truth, truth * (1 + 1e-9));
                    assertThat(w2.upper()).isGreaterThan(truth * (1 - 1e-9));
                }));
    }

    /// Of independent coordinates, `W₂²` is the sum over them, and the bound along the axes finds it.
    @Test
    void independentCoordinatesAddUp() {
        double[][] first = {{0.3, -2, 0.5}, {0.7, 2, 0.8}};
        double[][] second = {{0.5, -1.5, 0.9}, {0.5, 2.5, 1.1}};
        Interval one = WassersteinBounds.w2(line(first), line(second), Loop.HERE);
        Interval both = WassersteinBounds.w2(square(first), square(second), Loop.HERE);
        assertThat(both.lower()).isGreaterThanOrEqualTo(Math.sqrt(2) * one.lower() * (1 - 1e-12));
        assertThat(both.lower()).isLessThanOrEqualTo(Math.sqrt(2) * one.lower() * 1.001);
        assertThat(both.upper()).isGreaterThan(both.lower());
    }

    private static GaussianMixture square(double[][] rows) {
        List<double[]> means = new ArrayList<>();
        List<Covariance> covariances = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (double[] a : rows) {
            for (double[] b : rows) {
                weights.add(a[0] * b[0]);
                means.add(new double[] {a[1], b[1]});
                covariances.add(Diagonal.of(a[2], b[2]));
            }
        }
        double[] w = weights.stream().mapToDouble(Double::doubleValue).toArray();
        return GaussianMixture.ofWeights(w, Points.of(means.toArray(double[][]::new)), covariances);
    }

    private static GaussianMixture line(double[][] rows) {
        double[] weights = Stream.of(rows).mapToDouble(r -> r[0]).toArray();
        Points means = Points.of(Stream.of(rows).map(r -> new double[] {r[1]}).toArray(double[][]::new));
        return GaussianMixture.ofWeights(
                weights, means, Stream.of(rows).map(r -> new Isotropic(r[2], 1)).toList());
    }

    private static void is(Estimate estimate, double truth) {
        assertThat(Math.abs(estimate.value() - truth) / estimate.standardError())
                .as("%s for %s", estimate, truth)
                .isLessThan(SE);
    }

    private static void contains(Interval interval, double truth) {
        assertThat(truth).as("%s", interval).isBetween(interval.lower() - 1e-12, interval.upper() + 1e-12);
    }

    @TestFactory
    Stream<DynamicTest> mw2AndOverlapsAreThoseOfPotAndScipy() {
        return FILE.get("mixtures")
                .elements()
                .map(c -> DynamicTest.dynamicTest(c.path(), () -> {
                    GaussianMixture p = mixture(c.get("p"));
                    GaussianMixture q = mixture(c.get("q"));
                    double mw2 = WassersteinBounds.mw2(p, q, Loop.HERE);
                    Near.near("MW2²", new double[] {mw2 * mw2}, new double[] {c.number("squared_mw2")}, 1e-8);
                    Overlaps overlaps = Overlaps.of(p, q, Loop.HERE);
                    Near.near(
                            "overlaps",
                            new double[] {overlaps.logSelf(), overlaps.logOther(), overlaps.logMixed()},
                            new double[] {Math.log(c.number("pp")), Math.log(c.number("qq")), Math.log(c.number("pq"))
                            });
                    Near.near("L2", overlaps.squaredL2(), c.number("pp") + c.number("qq") - 2 * c.number("pq"));
                    Near.near("ln ∫ p q", overlaps.logMixed(), p.times(q).logNormaliser());
                }));
    }

    private static GaussianMixture mixture(Reference node) {
        Points means = Points.of(node.rows("means"));
        List<Covariance> covariances = new ArrayList<>();
        node.get("covariances").elements().forEach(c -> covariances.add(Spectral.of(c.doubles(), means.d())));
        return GaussianMixture.ofWeights(node.doubles("weights"), means, covariances);
    }

    @Test
    void aMixtureIsAtDistanceZeroFromItselfExactly() {
        for (RandomMixtures.Case each : RandomMixtures.small()) {
            GaussianMixture p = each.mixture();
            assertThat(KlBounds.of(p, p, Loop.HERE)).isEqualTo(new Interval(0, 0));
            assertThat(KlBounds.variationalApproximation(p, p, Loop.HERE)).isZero();
            assertThat(KlBounds.productApproximation(p, p, Loop.HERE)).isZero();
            assertThat(WassersteinBounds.w2(p, p, Loop.HERE)).isEqualTo(new Interval(0, 0));
            Overlaps overlaps = Overlaps.of(p, p, Loop.HERE);
            assertThat(overlaps.squaredL2()).isZero();
            assertThat(overlaps.cauchySchwarz()).isZero();
            SampledDivergences s = SampledDivergences.of(p, p, 500, RandomStreams.of(1), Loop.HERE);
            for (Estimate zero : List.of(
                    s.kl(),
                    s.reverseKl(),
                    s.jensenShannon(),
                    s.totalVariation(),
                    s.squaredHellinger(),
                    s.chiSquared(),
                    s.fisher())) {
                assertThat(zero.value()).as(each.name()).isZero();
                assertThat(zero.standardError()).isZero();
            }
        }
    }

    /// The same components in another order: nothing says so, but the matched bound finds it.
    @Test
    void theOrderOfComponentsDoesNotMatter() {
        GaussianMixture p = RandomMixtures.of(Structure.FULL, 2, 5, 3).mixture();
        int[] order = {3, 0, 4, 1, 2};
        GaussianMixture q = GaussianMixture.ofLogits(
                IntStream.of(order).mapToDouble(k -> p.logWeights()[k]).toArray(),
                Points.of(IntStream.of(order).mapToObj(p.means()::row).toArray(double[][]::new)),
                IntStream.of(order).mapToObj(p::covariance).toList());
        assertThat(KlBounds.of(p, q, Loop.HERE).upper()).isCloseTo(0, within(1e-14));
        assertThat(WassersteinBounds.mw2(p, q, Loop.HERE)).isCloseTo(0, within(1e-7));
    }

    @Test
    void boundsOfTwoGaussiansAreExact() {
        GaussianMixture p = RandomMixtures.of(Structure.FULL, 3, 1, 1).mixture();
        GaussianMixture q = RandomMixtures.of(Structure.LOW_RANK, 3, 1, 2).mixture();
        double[] m = p.means().row(0);
        double[] n = q.means().row(0);
        double kl = Gaussians.kl(m, p.covariance(0), n, q.covariance(0));
        double w2 = Math.sqrt(Gaussians.squaredW2(m, p.covariance(0), n, q.covariance(0)));
        assertThat(KlBounds.of(p, q, Loop.HERE)).isEqualTo(new Interval(kl, kl));
        assertThat(WassersteinBounds.w2(p, q, Loop.HERE)).isEqualTo(new Interval(w2, w2));
        SampledDivergences s = SampledDivergences.of(p, q, 50_000, RandomStreams.of(1), Loop.HERE);
        is(s.kl(), kl);
        is(s.fisher(), Gaussians.fisher(m, p.covariance(0), n, q.covariance(0)));
        is(s.squaredHellinger(), -Math.expm1(-Gaussians.bhattacharyya(m, p.covariance(0), n, q.covariance(0))));
    }

    /// Of a shift `v` W₂ is `‖v‖`, and all bounds meet there.
    @Test
    void theBoundsOfAShiftMeet() {
        GaussianMixture p = RandomMixtures.of(Structure.MIXED, 3, 6, 4).mixture();
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        GaussianMixture q = p.affine(identity, new double[] {3, -4, 12});
        Interval w2 = WassersteinBounds.w2(p, q, Loop.HERE);
        assertThat(w2.lower()).isCloseTo(13, within(1e-9));
        assertThat(w2.upper()).isCloseTo(13, within(1e-9));
    }

    /// On a line the lower bound rises to W₂ as the cells shrink: points at 0 and 1 against points at 0
    /// and 3, of masses ½ each, are at `√(½·4)`.
    @Test
    void exactPointsHaveWassersteinBounds() {
        GaussianMixture p =
                GaussianMixture.equallyWeighted(Points.of(new double[] {0}, new double[] {1}), new Isotropic(0, 1));
        GaussianMixture q =
                GaussianMixture.equallyWeighted(Points.of(new double[] {0}, new double[] {3}), new Isotropic(0, 1));
        Interval w2 = WassersteinBounds.w2(p, q, Loop.HERE);
        assertThat(w2.lower()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(w2.upper()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThatThrownBy(() -> KlBounds.of(p, q, Loop.HERE)).hasMessageContaining("exact points has no density");
        assertThatThrownBy(() -> WassersteinBounds.mw2(p, GaussianMixture.point(1, 2), Loop.HERE))
                .hasMessageContaining("one dimension, got 1 and 2");
    }

    /// Far apart by s = 40: the interval of KL is within a quarter of the truth, `s²/2` or so.
    @Test
    void farMixturesAreSeenToBeFar() {
        GaussianMixture p = line(new double[][] {{0.5, -1, 1}, {0.5, 1, 1}});
        GaussianMixture q = line(new double[][] {{0.5, 39, 1}, {0.5, 41, 1}});
        Interval kl = KlBounds.of(p, q, Loop.HERE);
        assertThat(kl.lower()).isGreaterThan(0.75 * kl.upper());
        assertThat(WassersteinBounds.w2(p, q, Loop.HERE).lower()).isCloseTo(40, within(1e-9));
    }

    @Test
    void threadsDoNotChangeAByte() {
        GaussianMixture p = RandomMixtures.of(Structure.FULL, 2, 5, 3).mixture();
        GaussianMixture q = RandomMixtures.of(Structure.FULL, 2, 4, 9).mixture();
        Loop parallel = (count, task) -> IntStream.range(0, count).parallel().forEach(task);
        int n = 3 * SampledDivergences.CHUNK + 17;
        assertThat(SampledDivergences.of(p, q, n, RandomStreams.of(5), parallel))
                .isEqualTo(SampledDivergences.of(p, q, n, RandomStreams.of(5), Loop.HERE));
        assertThat(KlBounds.of(p, q, parallel)).isEqualTo(KlBounds.of(p, q, Loop.HERE));
        assertThat(WassersteinBounds.w2(p, q, parallel)).isEqualTo(WassersteinBounds.w2(p, q, Loop.HERE));
    }

    /// `χ²(p‖q)` is infinite where p is more than √2 wider: the shape of the tail says so.
    @Test
    void anInfiniteChiSquaredIsBetrayedByItsTail() {
        GaussianMixture p = line(new double[][] {{1, 0, 2}});
        GaussianMixture q = line(new double[][] {{1, 0, 1}});
        SampledDivergences s = SampledDivergences.of(p, q, 20_000, RandomStreams.of(5), Loop.HERE);
        assertThat(s.chiSquaredTail().orElseThrow()).isGreaterThan(1);
    }

    /// `p/q` at draws of p is some `e^{1800}`, beyond the doubles: infinite rather than NaN, also over
    /// several chunks.
    @Test
    void aRatioBeyondTheDoublesIsInfinite() {
        GaussianMixture p = line(new double[][] {{1, 0, 1}});
        GaussianMixture q = line(new double[][] {{1, 60, 1}});
        int n = 2 * SampledDivergences.CHUNK + 1;
        SampledDivergences s = SampledDivergences.of(p, q, n, RandomStreams.of(5), Loop.HERE);
        assertThat(s.chiSquared()).isEqualTo(new Estimate(Double.POSITIVE_INFINITY, Double.NaN));
        is(s.kl(), 1800);
    }
}
