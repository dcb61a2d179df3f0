package org.sandglass.conformance;

import java.util.stream.IntStream;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;

/// The law of the samples where the data are one Gaussian, N(1.5, 0.5²) in every coordinate.
///
/// There a sampler is affine, as a rule: run twice, from points and from the same points moved, it shows
/// its slope exactly, and with it what it adds by itself. So the mean and the standard deviation of its law
/// are known: exactly where nothing is random, else within the error of the noise alone.
///
/// @param bench the sampler
record GainCheck(Bench bench) {
    static final double ODDS = 4e-4;

    private static final double MEAN = 1.5;
    private static final double STD = 0.5;
    /// Errors beyond which chance goes with odds of 1e-4, for each of mean and standard deviation.
    private static final double ERRORS = 3.9;

    Verdict verdict() {
        GainLaw[] laws = IntStream.of(Convergence.FACTORS).mapToObj(this::law).toArray(GainLaw[]::new);
        Problem problem = bench.problem();
        double alpha = problem.schedule().alpha(problem.to());
        double sigma = problem.schedule().sigma(problem.to());
        double exactMean = alpha * MEAN;
        double exactStd = Math.hypot(alpha * STD, sigma);
        double[] distances = new double[laws.length];
        double[] errors = new double[laws.length];
        for (int i = 0; i < laws.length; i++) {
            distances[i] = Math.hypot(laws[i].mean() - exactMean, laws[i].std() - exactStd) / exactStd;
            errors[i] = ERRORS * Math.hypot(laws[i].meanError(), laws[i].stdError()) / exactStd;
        }
        Convergence convergence = new Convergence(distances, errors);
        GainLaw last = laws[laws.length - 1];
        Verdict verdict = convergence.vanishes() || convergence.falls()
                ? Verdict.pass("gain", "W2/std on one Gaussian is " + convergence.words(problem.steps()))
                : Verdict.fail("gain", sentence(last, exactMean, exactStd, convergence));
        return verdict.with("mean", last.mean())
                .with("exact-mean", exactMean)
                .with("std", last.std())
                .with("exact-std", exactStd)
                .at(ODDS);
    }

    private String sentence(GainLaw law, double exactMean, double exactStd, Convergence convergence) {
        String what = "one Gaussian N(" + Words.number(exactMean) + ", " + Words.number(exactStd) + "²) becomes N("
                + Words.number(law.mean()) + ", " + Words.number(law.std()) + "²), also with many steps: W2/std is "
                + convergence.words(bench.problem().steps());
        return law.isAffine() ? what : what + "; the sampler is not affine there";
    }

    private GainLaw law(int factor) {
        Problem problem = bench.problem();
        int d = problem.mixture().d();
        double[] mean = new double[d];
        java.util.Arrays.fill(mean, MEAN);
        DiffusedMixture law =
                new DiffusedMixture(GaussianMixture.gaussian(mean, new Isotropic(STD, d)), problem.schedule());
        Points start = bench.start(law, problem.points(), "gain");
        int steps = factor * problem.steps();
        double alpha = problem.schedule().alpha(problem.from());
        double std = Math.hypot(alpha * STD, problem.schedule().sigma(problem.from()));
        Points moved = start.copy();
        for (int i = 0; i < moved.data().length; i++) {
            moved.data()[i] += std;
        }
        Points end = bench.end(law, start, steps, problem.seed());
        Points movedEnd = bench.end(law, moved, steps, problem.seed());
        return GainLaw.of(start, end, movedEnd, std, alpha * MEAN);
    }
}
