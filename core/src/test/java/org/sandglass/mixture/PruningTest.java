package org.sandglass.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.PruningCases.Case;
import org.sandglass.random.RandomStreams;

/// Pruned evaluation against the full sum.
///
/// Both round: a term `l` is known to about `du|l|`, `u = 2⁻⁵³`, in whatever order squares are added, and so are
/// the responsibilities. Bounds add that, with `d` no larger than 400 and a factor of 4 to spare.
class PruningTest {
    private static final double U = 0x1p-53;

    @TestFactory
    Stream<DynamicTest> whatIsLeftOutIsBelowItsBound() {
        return each(PruningTest::leavesOutLittle);
    }

    private static void leavesOutLittle(Case c, NoisyMixture law, Points x) {
        if (law.tree().isEmpty()) {
            return;
        }
        PointSum sum = PointSum.of(law, law.tree().get(), false, false);
        for (int i = 0; i < x.n(); i++) {
            if (sum.find(x, i)) {
                double left = massLeftOut(law, sum, x.row(i));
                assertThat(left).as("%s, point %d", c, i).isLessThan(1e-13);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> densityScoreAndMeanAreThoseOfTheFullSum() {
        return each(PruningTest::agrees);
    }

    private static void agrees(Case c, NoisyMixture law, Points x) {
        NoisyMixture full = c.mixture().withPruning(Pruning.OFF).underNoise(law.a(), law.b());
        assertThat(full.tree()).isEmpty();
        Outputs pruned = evaluated(law, x);
        Outputs all = evaluated(full, x);
        for (int i = 0; i < x.n(); i++) {
            Spread spread = Spread.at(law, x.row(i));
            double rounding = 4 * law.prior().d() * U * spread.largestTerm();
            if (all.logDensity()[i] != pruned.logDensity()[i]) {
                assertThat(pruned.logDensity()[i])
                        .as("%s, ln p of point %d", c, i)
                        .isCloseTo(all.logDensity()[i], within(1e-12 + rounding));
            }
            near(c + ", score of " + i, pruned.score(), all.score(), i, x.d(), spread.score(), rounding);
            near(c + ", mean of " + i, pruned.posteriorMean(), all.posteriorMean(), i, x.d(), spread.mean(), rounding);
        }
    }

    /// One component at the point, and the others on a ring at the distance where they begin to be left out: there
    /// as much is left out as can be.
    @Test
    void componentsAtTheLimitAddUpToLessThanTheBound() {
        for (int d : new int[] {2, 20, 50}) {
            for (double share : new double[] {0.99, 0.9999, 1.0006, 1.01, 1.1}) {
                for (Covariance covariance : List.of(new Isotropic(0.1, d), Diagonal.of(stds(d)))) {
                    GaussianMixture ring = PruningCases.ring(share, covariance);
                    NoisyMixture law = ring.underNoise(1, 0);
                    PointSum sum = PointSum.of(law, law.tree().orElseThrow(), false, false);
                    boolean found = sum.find(Points.zeros(1, d), 0);
                    double left = found ? massLeftOut(law, sum, new double[d]) : 0;
                    assertThat(left).as("d=%d, share %s", d, share).isLessThan(1e-13);
                    boolean leavesOut = covariance instanceof Isotropic && share > (d > 32 ? 1.001 : 1.05);
                    assertThat(left).as("d=%d, share %s", d, share).isGreaterThan(leavesOut ? 1e-18 : -1);
                }
            }
        }
    }

    private static double[] stds(int d) {
        double[] stds = new double[d];
        Arrays.setAll(stds, j -> j == 0 ? 0.1 : 0.07);
        return stds;
    }

    private static double massLeftOut(NoisyMixture law, PointSum sum, double[] x) {
        Set<Integer> kept = new HashSet<>();
        for (int place = 0; place < sum.places(); place++) {
            if (sum.weight(place) > 0) {
                kept.add(sum.component(place));
            }
        }
        double[] r = new PointTerms(law, x).responsibilities();
        return IntStream.range(0, r.length)
                .filter(k -> !kept.contains(k))
                .mapToDouble(k -> r[k])
                .sum();
    }

    /// How far the answers of the components that matter are apart, and their largest term.
    private record Spread(double score, double mean, double largestTerm) {
        static Spread at(NoisyMixture law, double[] x) {
            PointTerms terms = new PointTerms(law, x);
            double[] r = terms.responsibilities();
            double[] u = new double[x.length];
            double[] m = new double[x.length];
            double score = 0;
            double mean = 0;
            for (int k = 0; k < r.length; k++) {
                if (r[k] > 1e-30) {
                    terms.precisionTimes(k, u);
                    terms.posteriorMean(k, m);
                    score = Math.max(score, norm(u, 0, u.length));
                    mean = Math.max(mean, norm(m, 0, m.length));
                }
            }
            return new Spread(2 * score, 2 * mean, Math.abs(terms.logDensity()) + 100);
        }
    }

    private static void near(
            String what, double[] pruned, double[] all, int row, int d, double spread, double rounding) {
        double[] difference = new double[d];
        for (int j = 0; j < d; j++) {
            int at = row * d + j;
            difference[j] = pruned[at] == all[at] ? 0 : pruned[at] - all[at];
        }
        double bound = 1e-12 * Math.max(1, spread) + (spread > 0 ? rounding * spread : 0);
        assertThat(norm(difference, 0, d)).as(what).isLessThanOrEqualTo(bound);
    }

    private static double norm(double[] v, int from, int n) {
        double norm = 0;
        for (int j = 0; j < n; j++) {
            norm = Math.hypot(norm, v[from + j]);
        }
        return norm;
    }

    @TestFactory
    Stream<DynamicTest> aPointAloneHasTheSameBits() {
        return each((c, law, x) -> {
            Outputs together = evaluated(law, x);
            Outputs apart = Outputs.all(x.n(), x.d());
            for (int i = x.n() - 1; i >= 0; i--) {
                c.mixture().underNoise(law.a(), law.b()).evaluate(x, i, i + 1, apart);
            }
            assertThat(apart.logDensity()).isEqualTo(together.logDensity());
            assertThat(apart.score()).isEqualTo(together.score());
            assertThat(apart.posteriorMean()).isEqualTo(together.posteriorMean());
        });
    }

    /// Where one component rules, so that no sum of weights rounds: the terms themselves.
    @Test
    void termsHaveTheBitsOfTheDenseEvaluation() {
        Points means = PruningCases.means(700, 100, 3, 2);
        Covariance round = new Isotropic(0.1, 100);
        for (List<Covariance> covariances : List.of(
                Collections.nCopies(700, round),
                IntStream.range(0, 700)
                        .<Covariance>mapToObj(k -> new Isotropic(0.1 + 1e-4 * k, 100))
                        .toList(),
                IntStream.range(0, 700)
                        .<Covariance>mapToObj(_ -> Diagonal.of(stds(100)))
                        .toList())) {
            NoisyMixture law =
                    GaussianMixture.equallyWeighted(means, covariances).underNoise(0.9, 0.05);
            Points x = law.marginal().sample(60, RandomStreams.of(5));
            Outputs dense = Outputs.all(x.n(), x.d());
            law.evaluateDensely(x, 0, x.n(), dense);
            assertThat(law.tree()).isPresent();
            assertThat(evaluated(law, x).logDensity()).isEqualTo(dense.logDensity());
        }
    }

    @Test
    void threadsThatBuildTheTreeTogetherHaveTheSameBits() {
        GaussianMixture alone = PruningCases.round(5000, 3, 3, 1);
        Points x = alone.sample(256, RandomStreams.of(1));
        Points expected = alone.underNoise(1, 0.1).score(x);
        NoisyMixture shared = PruningCases.round(5000, 3, 3, 1).underNoise(1, 0.1);
        Points scores = Points.zeros(x.n(), 3);
        Outputs out = new Outputs(new double[0], scores.data(), new double[0]);
        IntStream.range(0, 64).parallel().forEach(i -> shared.evaluate(x, 4 * i, 4 * i + 4, out));
        assertThat(scores).isEqualTo(expected);
    }

    @Test
    void fewComponentsAreAskedAtLowNoise() {
        for (GaussianMixture mixture : List.of(
                PruningCases.round(20_000, 2, 10, 1),
                PruningCases.round(5000, 50, 1, 1),
                PruningCases.round(3000, 400, 1, 1))) {
            NoisyMixture law = mixture.underNoise(1, 0.05);
            Points x = law.marginal().sample(200, RandomStreams.of(2));
            PrunedEvaluator evaluator = new PrunedEvaluator(law, law.tree().orElseThrow(), true, true);
            evaluator.evaluate(x, 0, x.n(), Outputs.all(x.n(), x.d()));
            assertThat(evaluator.evaluated() / (double) x.n()).as("%s", mixture).isLessThan(mixture.k() / 12.0);
        }
    }

    @Test
    void allComponentsAreAskedAtHighNoise() {
        assertThat(PruningCases.round(20_000, 2, 10, 1).underNoise(1, 5).tree()).isEmpty();
        assertThat(PruningCases.round(20_000, 2, 10, 1).underNoise(0.01, 1).tree())
                .isEmpty();
    }

    @Test
    void noisyVersionsShareTheTree() {
        GaussianMixture data = PruningCases.round(2000, 40, 1, 3);
        NoisyMixture look = data.underNoise(0.8, 0.05).marginal().underNoise(0.7, 0.05);
        assertThat(look.tree().orElseThrow().tree())
                .isSameAs(data.underNoise(1, 0.1).tree().orElseThrow().tree());
        Points x = look.marginal().sample(50, RandomStreams.of(2));
        Outputs out = evaluated(look, x);
        Outputs full = Outputs.all(x.n(), x.d());
        look.evaluateDensely(x, 0, x.n(), full);
        assertThat(out.score()).containsExactly(full.score(), within(1e-10));
        assertThat(out.posteriorMean()).containsExactly(full.posteriorMean(), within(1e-12));
    }

    @Test
    void theSamePosteriorDrawsWithAndWithout() {
        for (GaussianMixture data : List.of(
                PruningCases.round(3000, 2, 3, 3),
                PruningCases.round(2000, 40, 1, 3),
                GaussianMixture.equallyWeighted(PruningCases.means(2000, 2, 4, 8), new Isotropic(0, 2)))) {
            NoisyMixture law = data.underNoise(0.9, 0.2);
            Points x = law.marginal().sample(300, RandomStreams.of(4));
            RandomStreams streams = RandomStreams.of(9);
            Points pruned = law.samplePosterior(x, streams.stream("draws"));
            Points all = data.withPruning(Pruning.OFF).underNoise(0.9, 0.2).samplePosterior(x, streams.stream("draws"));
            assertThat(pruned).isEqualTo(all);
        }
    }

    @Test
    void whatIsDerivedKeepsTheSwitch() {
        GaussianMixture off = PruningCases.round(600, 2, 3, 1).withPruning(Pruning.OFF);
        LinearMeasurement seen = LinearMeasurement.of(new double[][] {{1, 0}}, new double[] {0}, new Isotropic(0.1, 1));
        assertThat(Stream.of(
                        off.underNoise(1, 0.1).marginal(),
                        off.underNoise(1, 0.1).posterior(new double[2]),
                        off.affine(new double[][] {{1, 1}}, new double[1]),
                        off.convolve(new Isotropic(1, 2)),
                        off.convolve(Diagonal.of(1, 2)),
                        off.marginal(0),
                        off.condition(seen).mixture(),
                        off.conditionOn(new int[] {0}, 1).mixture(),
                        off.without(1, 2),
                        off.merge(1, 2),
                        off.power(1).mixture(),
                        off.times(GaussianMixture.gaussian(new double[2], new Isotropic(1, 2)))
                                .mixture()))
                .allSatisfy(m -> assertThat(m.pruning()).isEqualTo(Pruning.OFF));
        assertThat(off.withPruning(Pruning.AUTOMATIC).underNoise(1, 0.1).tree()).isPresent();
    }

    private static Outputs evaluated(NoisyMixture law, Points x) {
        Outputs out = Outputs.all(x.n(), x.d());
        law.evaluate(x, 0, x.n(), out);
        return out;
    }

    private interface Check {
        void on(Case c, NoisyMixture law, Points x);
    }

    /// Every case at every level where it has a density.
    private static Stream<DynamicTest> each(Check check) {
        return PruningCases.all().stream()
                .flatMap(c -> PruningCases.LEVELS.stream()
                        .filter(level ->
                                c.mixture().underNoise(level.a(), level.b()).hasDensity())
                        .map(level -> DynamicTest.dynamicTest(
                                c + " at " + level,
                                () -> check.on(
                                        c,
                                        c.mixture().underNoise(level.a(), level.b()),
                                        PruningCases.points(c, level)))));
    }
}
