package org.sandglass.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sandglass.testing.Near.nearAsWhole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LowRank;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Workers;
import org.sandglass.testing.RandomMixtures;

/// What every fit must do.
class FitLawsTest {
    private static final List<Structure> STRUCTURES = List.of(
            new Structure.Isotropic(),
            new Structure.Diagonal(),
            new Structure.Full(),
            new Structure.Tied(),
            new Structure.LowRank(1));

    private static final List<VariancePrior> PRIORS =
            List.of(VariancePrior.usual(), new VariancePrior.PseudoObservations(7, 0.5), new VariancePrior.Off());

    /// Sums of `n` terms of size `t` are right to about `√n·t·2⁻⁵³`; a fit that has converged may lose as
    /// much.
    @TestFactory
    Stream<DynamicTest> logLikelihoodAndPriorNeverDecrease() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Structure structure : STRUCTURES) {
            for (VariancePrior prior : PRIORS) {
                tests.add(DynamicTest.dynamicTest(
                        structure.word() + " " + prior,
                        () -> IntStream.range(0, 20).forEach(seed -> neverDecreases(structure, prior, seed))));
            }
        }
        return tests.stream();
    }

    private static void neverDecreases(Structure structure, VariancePrior prior, int seed) {
        int d = 2 + seed % 5;
        GaussianMixture truth =
                RandomMixtures.of(RandomMixtures.Structure.MIXED, d, 3, seed).mixture();
        Points points = truth.sample(150 + 10 * seed, RandomStreams.of(seed));
        Start start = seed % 2 == 0 ? Start.usual() : new Start.RandomPoints();
        FitSettings settings = new FitSettings(structure, prior, start, 1, 1e-9, 100, seed);
        Fit fit;
        try {
            fit = new MixtureFitter(points, settings, Loop.HERE).fit(1 + seed % 4, FitObserver.NONE);
        } catch (NumericalException collapse) {
            assertThat(prior).as(collapse.getMessage()).isEqualTo(new VariancePrior.Off());
            return;
        }
        for (int i = 1; i < fit.steps().size(); i++) {
            double before = fit.steps().get(i - 1).objective();
            assertThat(fit.steps().get(i).objective())
                    .as("%s, %s, seed %s, iteration %s", structure, prior, seed, i)
                    .isGreaterThanOrEqualTo(before - 1e-13 * (Math.abs(before) + points.n()));
        }
    }

    @Test
    void oneFullComponentIsTheMeanAndCovarianceOfTheSample() {
        Points points = Data.penguins();
        GaussianMixture fit =
                fit(points, new Structure.Full(), new VariancePrior.Off(), 1).mixture();
        nearAsWhole("mean", fit.means().data(), SampleMoments.mean(points), 1e-14, 0);
        nearAsWhole("covariance", fit.covariance(0).matrix(), SampleMoments.covariance(points), 1e-13, 0);
    }

    @Test
    void oneComponentOfAnyStructureHasTheVariancesOfTheSample() {
        Points points = Data.penguins();
        double[] covariance = SampleMoments.covariance(points);
        double[] diagonal = fit(points, new Structure.Diagonal(), new VariancePrior.Off(), 1)
                .mixture()
                .covariance(0)
                .matrix();
        for (int j = 0; j < 4; j++) {
            assertThat(diagonal[5 * j]).isCloseTo(covariance[5 * j], within(1e-13 * covariance[5 * j]));
        }
        double trace = covariance[0] + covariance[5] + covariance[10] + covariance[15];
        assertThat(fit(points, new Structure.Isotropic(), new VariancePrior.Off(), 1)
                        .mixture()
                        .covariance(0)
                        .trace())
                .isCloseTo(trace, within(1e-13 * trace));
    }

    /// With `a` pseudo-observations of variance `v₀`, a component of all `n` rows has variance `(n v + a
    /// v₀)/(n + a)`.
    @Test
    void thePriorIsPseudoObservations() {
        Points points = Data.penguins();
        double n = points.n();
        double[] sample = SampleMoments.covariance(points);
        VariancePrior prior = new VariancePrior.PseudoObservations(30, 0.4);
        double[] full = fit(points, new Structure.Full(), prior, 1)
                .mixture()
                .covariance(0)
                .matrix();
        double[] tied = fit(points, new Structure.Tied(), prior, 1)
                .mixture()
                .covariance(0)
                .matrix();
        double[] diagonal = fit(points, new Structure.Diagonal(), prior, 1)
                .mixture()
                .covariance(0)
                .matrix();
        double trace = 0;
        for (int j = 0; j < 4; j++) {
            for (int l = 0; l < 4; l++) {
                double v0 = j == l ? 0.16 * sample[5 * j] : 0;
                double expected = (n * sample[4 * j + l] + 30 * v0) / (n + 30);
                assertThat(full[4 * j + l]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
                assertThat(tied[4 * j + l]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
                assertThat(diagonal[4 * j + l]).isCloseTo(j == l ? expected : 0, within(1e-12 * Math.abs(expected)));
                trace += j == l ? expected : 0;
            }
        }
        assertThat(fit(points, new Structure.Isotropic(), prior, 1)
                        .mixture()
                        .covariance(0)
                        .trace())
                .isCloseTo(trace, within(1e-12 * trace));
    }

    /// Its mode is `V₀` itself, where it counts as 0.
    @Test
    void theLogPriorIsMinusADivergence() {
        Columns columns = Columns.of(Data.penguins());
        Floor floor = Floor.of(new VariancePrior.PseudoObservations(3, 0.1), columns);
        double[] stds = new double[4];
        Arrays.setAll(stds, j -> 0.1 * Math.sqrt(columns.variance(j)));
        assertThat(floor.logPrior(org.sandglass.mixture.Diagonal.of(stds))).isCloseTo(0, within(1e-14));
        stds[2] *= 2; // KL = ½(¼ − 1 − ln ¼)
        double expected = -1.5 * (0.25 - 1 + Math.log(4));
        assertThat(floor.logPrior(org.sandglass.mixture.Diagonal.of(stds))).isCloseTo(expected, within(1e-13));
        double[] matrix = org.sandglass.mixture.Diagonal.of(stds).matrix();
        assertThat(floor.logPrior(org.sandglass.mixture.Spectral.of(matrix, 4))).isCloseTo(expected, within(1e-12));
    }

    @TestFactory
    Stream<DynamicTest> anyNumberOfThreadsGivesTheSameBits() {
        Points points = Data.digits();
        return STRUCTURES.stream()
                .map(structure -> DynamicTest.dynamicTest(structure.word(), () -> {
                    FitSettings settings = FitSettings.usual(structure).withEnd(0, 3);
                    Fit alone = new MixtureFitter(points, settings, Loop.HERE).fit(4, FitObserver.NONE);
                    try (Workers workers = Workers.of(3)) {
                        Fit together = new MixtureFitter(points, settings, workers::forEach).fit(4, FitObserver.NONE);
                        assertThat(together.steps()).isEqualTo(alone.steps());
                        assertThat(together.mixture().means())
                                .isEqualTo(alone.mixture().means());
                        assertThat(together.mixture().weights())
                                .isEqualTo(alone.mixture().weights());
                        assertThat(together.mixture().covariances())
                                .isEqualTo(alone.mixture().covariances());
                    }
                }));
    }

    /// All columns times a power of two is exact: the same fit in other units, to the last bit but for
    /// exponents.
    @Test
    void scalingTheDataScalesTheFit() {
        Points points = Data.penguins();
        Points scaled = points.copy();
        for (int at = 0; at < scaled.data().length; at++) {
            scaled.data()[at] *= 0x1p-7;
        }
        for (Structure structure : STRUCTURES) {
            Fit one = fit(points, structure, VariancePrior.usual(), 3);
            Fit other = fit(scaled, structure, VariancePrior.usual(), 3);
            double perRow = 4 * 7 * Math.log(2);
            assertThat(other.end().logLikelihood() / 342)
                    .as(structure.word())
                    .isCloseTo(one.end().logLikelihood() / 342 + perRow, within(1e-9));
            assertThat(other.end().logPrior()).isCloseTo(one.end().logPrior(), within(1e-6));
        }
    }

    /// From the same start, the order of the rows only changes the order of sums.
    @Test
    void permutingTheRowsLeavesTheFit() {
        Points points = Data.penguins();
        List<double[]> rows = new ArrayList<>(Arrays.asList(points.toRows()));
        java.util.Collections.shuffle(rows, new Random(5));
        Points shuffled = Points.of(rows.toArray(double[][]::new));
        for (Structure structure : STRUCTURES) {
            GaussianMixture start =
                    fit(points, structure, VariancePrior.usual(), 3).mixture();
            FitSettings settings = FitSettings.usual(structure)
                    .withStart(new Start.Mixture(start))
                    .withPrior(new VariancePrior.PseudoObservations(5, 0.3))
                    .withEnd(0, 20);
            Fit one = new MixtureFitter(points, settings, Loop.HERE).fit(3, FitObserver.NONE);
            Fit other = new MixtureFitter(shuffled, settings, Loop.HERE).fit(3, FitObserver.NONE);
            assertThat(other.end().objective()).isCloseTo(one.end().objective(), within(1e-8));
        }
    }

    /// Data whose covariance is exactly that of one factor analyser with R = D − 1 or fewer factors (so is
    /// any 3 × 3 covariance with R = 2, within reach of positive noise): the fit has that covariance. What
    /// is left after so many iterations is EM's own slowness.
    @Test
    void factorAnalysersRecoverWhatTheyCanExpress() {
        LowRank truth = LowRank.of(new double[] {2, 0.5, -1, 1, 0.3, 1.5}, 2, 0.7, 0.4, 0.9);
        Points points = withCovariance(truth.matrix(), 3, 500, 11);
        FitSettings settings = FitSettings.usual(new Structure.LowRank(2))
                .withPrior(new VariancePrior.Off())
                .withEnd(0, 5000);
        Fit fit = new MixtureFitter(points, settings, Loop.HERE).fit(1, FitObserver.NONE);
        nearAsWhole("covariance", fit.mixture().covariance(0).matrix(), truth.matrix(), 1e-5, 0);
    }

    /// Normal rows turned so that their covariance is exactly this one.
    private static Points withCovariance(double[] matrix, int d, int n, long seed) {
        Points raw = GaussianMixture.gaussian(new double[d], new org.sandglass.mixture.Isotropic(1, d))
                .sample(n, RandomStreams.of(seed));
        var from = org.sandglass.linalg.Triangular.cholesky(
                org.ejml.data.DMatrixRMaj.wrap(d, d, SampleMoments.covariance(raw)), "sample");
        var to = org.sandglass.linalg.Triangular.cholesky(
                org.ejml.data.DMatrixRMaj.wrap(d, d, matrix.clone()), "target");
        double[] mean = SampleMoments.mean(raw);
        double[][] rows = raw.toRows();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] -= mean[j];
            }
            var white = org.sandglass.linalg.Triangular.solve(from, org.sandglass.linalg.Matrices.column(rows[i]));
            rows[i] = org.sandglass.linalg.Matrices.times(to, white).data;
        }
        return Points.of(rows);
    }

    /// 20 000 exact draws from two well separated Gaussians: each fitted mean is within 5 standard errors
    /// of the truth in each of 4 coordinates, which fails by chance with odds of 2e-6.
    @Test
    void exactDrawsRecoverTheMixture() {
        GaussianMixture truth = GaussianMixture.ofWeights(
                new double[] {0.3, 0.7},
                Points.of(new double[] {-3, 0}, new double[] {3, 1}),
                List.of(
                        org.sandglass.mixture.Spectral.of(new double[] {1, 0.3, 0.3, 0.5}, 2),
                        org.sandglass.mixture.Spectral.of(new double[] {0.6, -0.2, -0.2, 0.9}, 2)));
        Points points = truth.sample(20_000, RandomStreams.of(3));
        GaussianMixture fit =
                fit(points, new Structure.Full(), VariancePrior.usual(), 2).mixture();
        int first = fit.means().get(0, 0) < 0 ? 0 : 1;
        for (int k = 0; k < 2; k++) {
            int found = k == 0 ? first : 1 - first;
            for (int j = 0; j < 2; j++) {
                double error = Math.sqrt(truth.covariance(k).matrix()[3 * j] / (truth.weights()[k] * 20_000));
                assertThat(fit.means().get(found, j)).isCloseTo(truth.means().get(k, j), within(5 * error));
            }
            assertThat(fit.weights()[found]).isCloseTo(truth.weights()[k], within(5 * Math.sqrt(0.21 / 20_000)));
        }
    }

    @Test
    void aFitByLabelsHasTheMomentsOfEachLabel() {
        Points points = Data.penguins();
        Labelling species = Data.species();
        FitSettings settings = FitSettings.usual(new Structure.Full()).withPrior(new VariancePrior.Off());
        GaussianMixture fit =
                new MixtureFitter(points, settings, Loop.HERE).byLabels(species).mixture();
        for (int k = 0; k < 3; k++) {
            int label = k;
            Points own = Points.of(IntStream.range(0, points.n())
                    .filter(i -> species.number(i) == label)
                    .mapToObj(points::row)
                    .toArray(double[][]::new));
            assertThat(fit.weights()[k]).isCloseTo(own.n() / 342.0, within(1e-15));
            nearAsWhole("mean", fit.means().row(k), SampleMoments.mean(own), 1e-14, 0);
            nearAsWhole("covariance", fit.covariance(k).matrix(), SampleMoments.covariance(own), 1e-12, 0);
        }
    }

    @Test
    void aFitByLabelsCanShareACovariance() {
        Points points = Data.penguins();
        FitSettings settings = FitSettings.usual(new Structure.Tied()).withPrior(new VariancePrior.Off());
        GaussianMixture tied = new MixtureFitter(points, settings, Loop.HERE)
                .byLabels(Data.species())
                .mixture();
        GaussianMixture own = new MixtureFitter(
                        points, FitSettings.usual(new Structure.Full()).withPrior(new VariancePrior.Off()), Loop.HERE)
                .byLabels(Data.species())
                .mixture();
        double[] mean = new double[16];
        for (int k = 0; k < 3; k++) {
            for (int at = 0; at < 16; at++) {
                mean[at] += own.weights()[k] * own.covariance(k).matrix()[at];
            }
        }
        nearAsWhole("shared", tied.covariance(2).matrix(), mean, 1e-12, 0);
        assertThat(tied.covariance(0)).isEqualTo(tied.covariance(1));
    }

    @Test
    void digitsWithConstantColumnsAreFittedUnderThePrior() {
        Points points = Data.digits();
        for (Structure structure : List.of(new Structure.Full(), new Structure.LowRank(4))) {
            FitSettings settings = new FitSettings(structure, VariancePrior.usual(), Start.usual(), 1, 1e-3, 20, 0);
            Fit fit = new MixtureFitter(points, settings, Loop.HERE).fit(10, FitObserver.NONE);
            assertThat(fit.end().objective())
                    .isGreaterThan(fit.steps().getFirst().objective());
        }
    }

    @Test
    void whatCannotBeFittedIsRefusedInOneLine() {
        Points digits = Data.digits();
        refused(digits, new Structure.Full(), new VariancePrior.Off(), 2)
                .hasMessage("column 0 is constant, and without a prior full covariances need every column to vary");
        assertThat(fit(digits, new Structure.Isotropic(), new VariancePrior.Off(), 2)
                        .mixture()
                        .k())
                .isEqualTo(2);
        refused(Points.zeros(5, 2), new Structure.Full(), VariancePrior.usual(), 2)
                .hasMessage("all 5 rows are the same point; a fit needs rows that vary");
        refused(Points.of(new double[] {1, 2}, new double[] {2, 1}), new Structure.Full(), VariancePrior.usual(), 3)
                .hasMessage("the number of components must be in 1..2, the number of rows, got 3");
        refused(Data.penguins(), new Structure.LowRank(4), VariancePrior.usual(), 3)
                .hasMessage("low-rank:4 needs more than 4 columns, got 4; use full");
        Points twoPlaces = Points.of(new double[] {0, 0}, new double[] {0, 0}, new double[] {1, 1});
        refused(twoPlaces, new Structure.Diagonal(), VariancePrior.usual(), 3)
                .hasMessage("only 2 of the 3 rows are distinct, too few for 3 components");
    }

    @Test
    void aComponentThatCollapsesWithoutAPriorIsNamed() {
        Points points =
                Points.of(new double[] {0, 0}, new double[] {1, 0.5}, new double[] {0.3, 1}, new double[] {100, 100});
        refused(points, new Structure.Full(), new VariancePrior.Off(), 2)
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining(
                        "collapsed at the start (it holds 1 rows): its rows do not vary in column 0; use");
        assertThat(fit(points, new Structure.Full(), VariancePrior.usual(), 2)
                        .mixture()
                        .k())
                .isEqualTo(2);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            Points points, Structure structure, VariancePrior prior, int k) {
        return assertThatThrownBy(() -> fit(points, structure, prior, k));
    }

    private static Fit fit(Points points, Structure structure, VariancePrior prior, int k) {
        FitSettings settings = FitSettings.usual(structure).withPrior(prior).withEnd(1e-8, 300);
        return new MixtureFitter(points, settings, Loop.HERE).fit(k, FitObserver.NONE);
    }
}
