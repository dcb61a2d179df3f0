package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.metric.NormalTail;
import org.sandglass.mixture.GaussianMixture;

/// The samples against the exact law at the last time: its marginals on the axes and on random lines, and
/// the masses of its modes.
///
/// Judged at 16 times the steps asked for. A p-value below the odds, after Bonferroni, fails, unless the
/// distance still falls as that of a right method does.
///
/// @param bench the sampler
record MarginalCheck(Bench bench) {
    static final double ODDS = 4e-4;

    private static final int LEAST_EXPECTED = 50;

    List<Verdict> verdicts() {
        Problem problem = bench.problem();
        GaussianMixture exact = problem.law().marginal(problem.to());
        Points start = bench.start(problem.law(), problem.points(), "marginals");
        List<Points> ends = new ArrayList<>();
        for (int factor : Convergence.FACTORS) {
            ends.add(bench.end(problem.law(), start, factor * problem.steps(), problem.seed()));
        }
        return List.of(marginals(exact, ends), modes(exact, ends));
    }

    private Verdict marginals(GaussianMixture exact, List<Points> ends) {
        LineTests tests = LineTests.of(exact, bench.problem().seed());
        double[] distances = ends.stream().mapToDouble(tests::distance).toArray();
        // a law of Kolmogorov's statistic that exact draws exceed with odds of about 1e-3
        double chance = 1.95 / Math.sqrt(bench.problem().points());
        Convergence convergence = new Convergence(distances, new double[] {chance, chance, chance});
        double p = tests.pValue(ends.getLast());
        String words =
                "Kolmogorov's distance is " + convergence.words(bench.problem().steps());
        Verdict verdict = p >= ODDS
                ? Verdict.pass("marginals", words)
                : convergence.falls()
                        ? Verdict.pass("marginals", words + ": it falls as the steps grow")
                        : Verdict.fail(
                                "marginals",
                                "the samples do not have the exact law, also with many steps: " + words + " (chance: "
                                        + Words.number(chance) + ")");
        return verdict.with("p-value", p).with("distance", convergence.last()).at(ODDS);
    }

    private Verdict modes(GaussianMixture exact, List<Points> ends) {
        double[] weights = exact.weights();
        int judged = 0;
        double worst = 0;
        int mode = 0;
        double[] distances = new double[ends.size()];
        double[] errors = new double[ends.size()];
        for (int k = 0; k < weights.length; k++) {
            int n = bench.problem().points();
            if (n * weights[k] * (1 - weights[k]) < LEAST_EXPECTED) {
                continue;
            }
            judged++;
            for (int l = 0; l < distances.length; l++) {
                Mass mass = Mass.of(exact, ends.get(l), k);
                distances[l] = Math.max(distances[l], Math.abs(mass.mean() - weights[k]));
                errors[l] = Math.max(errors[l], 3.5 * mass.error());
                if (l == distances.length - 1 && mass.z(weights[k]) >= worst) {
                    worst = mass.z(weights[k]);
                    mode = k;
                }
            }
        }
        return judged == 0
                ? Verdict.notJudged(
                        "mode masses", "there is one mode, or those there are are too light for these points")
                : modes(exact, ends.getLast(), new Convergence(distances, errors), worst, mode, judged);
    }

    private Verdict modes(GaussianMixture exact, Points end, Convergence convergence, double z, int mode, int judged) {
        double p = Math.min(1, 2 * judged * NormalTail.upper(z));
        double found = Mass.of(exact, end, mode).mean();
        String words = "mode " + mode + " has the mass " + Words.number(found) + ", exactly "
                + Words.number(exact.weights()[mode]);
        Verdict verdict = p >= ODDS / 2
                ? Verdict.pass("mode masses", "the worst: " + words)
                : convergence.falls()
                        ? Verdict.pass("mode masses", words + ", and the difference falls as the steps grow")
                        : Verdict.fail("mode masses", words);
        return verdict.with("p-value", p).with("mass", found).at(ODDS / 2);
    }

    /// The mean responsibility of a mode, which is its weight for exact draws, and its standard error.
    private record Mass(double mean, double error) {
        static Mass of(GaussianMixture law, Points x, int k) {
            double[] responsibilities = law.responsibilities(x);
            double sum = 0;
            double square = 0;
            for (int i = 0; i < x.n(); i++) {
                double r = responsibilities[i * law.k() + k];
                sum += r;
                square += r * r;
            }
            double mean = sum / x.n();
            return new Mass(mean, Math.sqrt(Math.max(0, square / x.n() - mean * mean) / x.n()));
        }

        double z(double weight) {
            return mean == weight ? 0 : Math.abs(mean - weight) / error;
        }
    }
}
