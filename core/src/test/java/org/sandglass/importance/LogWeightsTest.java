package org.sandglass.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.NumericalException;
import org.sandglass.metric.Estimate;
import org.sandglass.testing.Near;

/// What log weights say, and what they refuse to say.
class LogWeightsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /// Dyadic numbers, so that adding a whole number rounds nothing.
    private static final double[] DYADIC = {0.125, -3.5, 2.25, 0, -0.75, 1.5, 1.5, -20};

    @Test
    void aConstantShiftChangesNoBitOfWhatDoesNotDependOnIt() {
        for (double shift : new double[] {5, -1000, 1 << 20}) {
            LogWeights plain = LogWeights.of(DYADIC);
            LogWeights shifted =
                    LogWeights.of(Arrays.stream(DYADIC).map(w -> w + shift).toArray());
            assertThat(shifted.normalised()).isEqualTo(plain.normalised());
            for (Function<FromProposal, Object> ask : List.<Function<FromProposal, Object>>of(
                    FromProposal::essFraction,
                    FromProposal::klOfTarget,
                    FromProposal::klOfProposal,
                    FromProposal::paretoK,
                    w -> w.alphaDivergence(0.3),
                    w -> w.renyiDivergence(2))) {
                assertThat(ask.apply(shifted.fromProposal())).isEqualTo(ask.apply(plain.fromProposal()));
            }
            assertThat(shifted.fromTarget().essFraction())
                    .isEqualTo(plain.fromTarget().essFraction());
            assertThat(shifted.fromTarget().klOfTarget())
                    .isEqualTo(plain.fromTarget().klOfTarget());
            assertThat(shifted.fromProposal().logZ().value())
                    .isCloseTo(plain.fromProposal().logZ().value() + shift, within(Math.ulp(shift)));
        }
    }

    @Test
    void normalisedWeightsSumToOneByTheirOwnSum() {
        Random random = new Random(1);
        double[] w = random.doubles(100_000, -800, 800).toArray();
        assertThat(Arrays.stream(LogWeights.of(w).normalised()).sum()).isCloseTo(1, within(1e-15));
    }

    @Test
    void tiedWeightsAreAPerfectSample() {
        FromProposal q = LogWeights.of(2.5, 2.5, 2.5, 2.5).fromProposal();
        assertThat(q.essFraction()).isEqualTo(new Estimate(1, 0));
        assertThat(q.logZ()).isEqualTo(new Estimate(2.5, 0));
        assertThat(q.klOfTarget()).isEqualTo(new Estimate(0, 0));
        assertThat(q.klOfProposal().value()).isZero();
        assertThat(q.paretoK()).isEmpty();
        assertThat(LogWeights.of(2.5, 2.5).fromTarget().essFraction()).isEqualTo(new Estimate(1, 0));
    }

    @Test
    void aSingleWeightHasValuesAndNoErrors() {
        FromProposal q = LogWeights.of(0.7).fromProposal();
        assertThat(q.logZ()).isEqualTo(new Estimate(0.7, Double.NaN));
        assertThat(q.essFraction()).isEqualTo(new Estimate(1, Double.NaN));
        assertThat(q.klOfTarget().value()).isZero();
    }

    @Test
    void ifAllWeightsAreZeroThereIsNoEvidenceAndNoEffectiveSample() {
        FromProposal q = LogWeights.of(-INF, -INF).fromProposal();
        assertThat(q.essFraction().value()).isZero();
        assertThat(q.logZ().value()).isEqualTo(-INF);
        assertThat(q.elbo().value()).isEqualTo(-INF);
        assertThatThrownBy(q::klOfTarget)
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("all importance weights are zero");
        assertThatThrownBy(() -> LogWeights.of(-INF).normalised()).isInstanceOf(NumericalException.class);
    }

    @Test
    void anInfiniteWeightIsRefusedAtADrawOfTheProposalAndDefinedAtOneOfTheTarget() {
        LogWeights weights = LogWeights.of(0, INF, 1);
        assertThatThrownBy(weights::fromProposal).hasMessageContaining("log weight 1 is Infinity");
        FromTarget p = weights.fromTarget();
        assertThat(p.eubo().value()).isEqualTo(INF);
        assertThat(p.klOfTarget().value()).isEqualTo(INF);
        assertThat(p.essFraction().value()).isZero();
        assertThat(p.logZ().value()).isCloseTo(-Math.log((1 + Math.exp(-1)) / 3), within(1e-15));
        assertThatThrownBy(() -> LogWeights.of(-INF, INF).fromTarget()).hasMessageContaining("nothing can be said");
    }

    @Test
    void differencesThatAreUndefinedAreRefusedByIndex() {
        assertThatThrownBy(() -> LogWeights.between(new double[] {0, -INF}, new double[] {0, -INF}))
                .hasMessageContaining("log weight 1 is undefined");
        assertThatThrownBy(() -> LogWeights.between(new double[] {0, 1}, new double[] {0}))
                .hasMessageContaining("got 2 and 1");
        assertThatThrownBy(LogWeights::of).hasMessage("needs at least one log weight, got none");
    }

    /// The second derivative of `D_α` in `α` is of order 10 here, so at a distance `h` the symmetric mean
    /// of two values is the limit to some `10 h²`; rounding adds `1e-15/1`, not `1e-15/h` as in the plain
    /// formula.
    @Test
    void alphaDivergencesRunThroughTheirLimitsWithoutLosingDigits() {
        FromProposal q = LogWeights.of(DYADIC).fromProposal();
        FromTarget p = LogWeights.of(DYADIC).fromTarget();
        for (double h : new double[] {1e-4, 1e-7, 1e-10, 1e-300}) {
            double bound = 1e-13 + 1000 * h * h;
            meets(h, bound, 1, a -> q.alphaDivergence(a).value(), q.klOfTarget());
            meets(h, bound, 0, a -> q.alphaDivergence(a).value(), q.klOfProposal());
            meets(h, bound, 1, a -> p.alphaDivergence(a).value(), p.klOfTarget());
            meets(h, bound, 0, a -> p.alphaDivergence(a).value(), p.klOfProposal());
            meets(h, bound, 1, a -> q.renyiDivergence(a).value(), q.klOfTarget());
            meets(
                    h,
                    bound,
                    1,
                    a -> q.alphaDivergence(a).standardError(),
                    new Estimate(q.klOfTarget().standardError(), 0));
            meets(h, bound, 1, a -> Entropies.tsallis(a, DYADIC).value(), Entropies.shannon(DYADIC));
            meets(h, bound, 1, a -> Entropies.renyi(a, DYADIC).value(), Entropies.shannon(DYADIC));
            meets(
                    h,
                    bound,
                    1,
                    a -> Entropies.renyi(a, DYADIC).standardError(),
                    new Estimate(Entropies.shannon(DYADIC).standardError(), 0));
        }
    }

    private static void meets(double h, double bound, double at, DoubleFunction<Double> family, Estimate limit) {
        double mean = (family.apply(at - h) + family.apply(at + h)) / 2;
        assertThat(mean)
                .as("limit at %s from %s away", at, h)
                .isCloseTo(limit.value(), within(bound * (1 + limit.value())));
    }

    @Test
    void theTwoFormsOfTheAlphaDivergenceMeetAtOneHalf() {
        FromProposal q = LogWeights.of(DYADIC).fromProposal();
        assertThat(q.alphaDivergence(Math.nextDown(0.5)).value())
                .isCloseTo(q.alphaDivergence(0.5).value(), within(1e-14));
        assertThat(q.alphaDivergence(Math.nextDown(0.5)).standardError())
                .isCloseTo(q.alphaDivergence(0.5).standardError(), within(1e-14));
    }

    /// For `p = N(0, 1)`, `q = N(m, 1)`: `w = (m² − 2 m x)/2`, Z = 1, and everything is known. n = 200
    /// 000, so ±5 standard errors by chance once in 1.7 million per number; 26 numbers.
    @Test
    void twoShiftedNormalsGiveWhatTheoryKnows() {
        double m = 0.8;
        Random random = new Random(7);
        double[] z = new double[200_000];
        Arrays.setAll(z, _ -> random.nextGaussian());
        FromProposal q = LogWeights.of(
                        Arrays.stream(z).map(x -> -m * x - m * m / 2 + 3).toArray())
                .fromProposal();
        FromTarget p = LogWeights.of(
                        Arrays.stream(z).map(x -> -m * x + m * m / 2 + 3).toArray())
                .fromTarget();
        double kl = m * m / 2;
        is(q.elbo(), 3 - kl);
        is(p.eubo(), 3 + kl);
        is(q.logZ(), 3);
        is(p.logZ(), 3);
        is(q.essFraction(), Math.exp(-m * m));
        is(p.essFraction(), Math.exp(-m * m));
        for (Estimate each : List.of(
                q.klOfTarget(),
                q.klOfProposal(),
                p.klOfTarget(),
                p.klOfProposal(),
                q.klOfTarget(3),
                q.klOfProposal(3),
                p.klOfTarget(3),
                p.klOfProposal(3))) {
            is(each, kl);
        }
        for (double alpha : new double[] {-0.5, 0.25, 0.5, 0.75, 1.5}) {
            double power = Math.expm1(alpha * (alpha - 1) * kl) / (alpha * (alpha - 1));
            is(q.alphaDivergence(alpha), power);
            is(p.alphaDivergence(alpha), power);
            is(q.alphaDivergence(alpha, 3), power);
            is(p.alphaDivergence(alpha, 3), power);
        }
        is(q.renyiDivergence(0.5), kl / 2);
        is(q.renyiDivergence(1.5), 1.5 * kl);
        is(q.expectation(Arrays.stream(z).map(x -> x + m).toArray()), 0);
    }

    /// The standard errors themselves: over 400 repetitions of n = 500, the spread of each estimate is
    /// within 20% of the mean standard error. A spread from 400 has a relative error of 3.5% (normal) to
    /// some 5% (these tails): 4 σ.
    @Test
    void standardErrorsAreTheSpreadOverRepetitions() {
        List<Function<double[], Estimate>> all = List.of(
                z -> reverse(z).essFraction(),
                z -> reverse(z).logZ(),
                z -> reverse(z).klOfTarget(),
                z -> reverse(z).klOfProposal(),
                z -> reverse(z).alphaDivergence(0.25),
                z -> reverse(z).alphaDivergence(0.75),
                z -> reverse(z).renyiDivergence(0.5),
                z -> reverse(z).expectation(z),
                z -> forward(z).essFraction(),
                z -> forward(z).logZ(),
                z -> forward(z).klOfTarget(),
                z -> forward(z).klOfProposal(),
                z -> forward(z).alphaDivergence(0.5),
                z -> Entropies.shannon(logNormal(z)),
                z -> Entropies.tsallis(2, logNormal(z)),
                z -> Entropies.renyi(2, logNormal(z)));
        for (int j = 0; j < all.size(); j++) {
            double[] values = new double[400];
            double[] errors = new double[400];
            Random random = new Random(100);
            for (int i = 0; i < values.length; i++) {
                Estimate e = all.get(j)
                        .apply(random.doubles(500)
                                .map(_ -> random.nextGaussian())
                                .toArray());
                values[i] = e.value();
                errors[i] = e.standardError();
            }
            double mean = Arrays.stream(values).average().orElseThrow();
            double spread = Math.sqrt(
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 399);
            double ratio = Arrays.stream(errors).average().orElseThrow() / spread;
            assertThat(ratio).as("standard error over spread of number %d", j).isCloseTo(1, within(0.2));
        }
    }

    private static FromProposal reverse(double[] z) {
        return LogWeights.of(Arrays.stream(z).map(x -> 0.5 * x).toArray()).fromProposal();
    }

    private static FromTarget forward(double[] z) {
        return LogWeights.of(Arrays.stream(z).map(x -> 0.5 * x).toArray()).fromTarget();
    }

    private static double[] logNormal(double[] z) {
        return Arrays.stream(z).map(x -> -0.5 * x * x).toArray();
    }

    private static void is(Estimate estimate, double truth) {
        assertThat(Math.abs(estimate.value() - truth) / estimate.standardError())
                .as("%s for %s", estimate, truth)
                .isLessThan(5);
    }

    @Test
    void expectationsOfDrawsWithoutWeightDoNotCount() {
        FromProposal q = LogWeights.of(0, -INF, Math.log(3)).fromProposal();
        Near.near("E f", q.expectation(2, INF, 6).value(), 5);
        assertThatThrownBy(() -> q.expectation(1, Double.NaN, 2)).hasMessage("value 1 is NaN");
        assertThatThrownBy(() -> q.expectation(1)).hasMessageContaining("one value per weight");
    }

    @Test
    void entropiesRefuseExactPointsAndSurviveZeros() {
        assertThatThrownBy(() -> Entropies.shannon(0, INF)).hasMessageContaining("log density 1 is Infinity");
        assertThat(Entropies.shannon(0, -INF).value()).isEqualTo(INF);
        assertThat(Entropies.renyi(0.5, 0, -INF).value()).isEqualTo(INF);
        assertThat(Entropies.renyi(2, 0, -INF).value()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Entropies.tsallis(2, 0, -INF).value()).isCloseTo(0.5, within(1e-15));
    }
}
