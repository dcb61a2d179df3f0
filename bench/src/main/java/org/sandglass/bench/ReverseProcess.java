package org.sandglass.bench;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.EulerMaruyama;

/// The reverse SDE of a problem, and the same law simulated by plain loops.
final class ReverseProcess implements AutoCloseable {
    static final int STEPS = 100;
    private static final double LAST = 1e-3;

    /// As many points as the plain loops can afford.
    private static final int CHECKED = 400;

    /// Standard errors. Seeds are fixed, so a right program fails for ever or never; a change of its random
    /// numbers makes it fail with odds of 4e-7 for each of the `2 D` means that are compared.
    private static final double FAR = 5;

    private final Problem problem;
    private final Points start;
    private final MixtureDenoiser denoiser;
    private final Sampler sampler;
    private final Workers workers;

    private ReverseProcess(Problem problem, Workers workers) {
        LinearVp schedule = LinearVp.standard();
        this.problem = problem;
        this.start = standardNormals(problem.x().n(), problem.x().d());
        this.denoiser = new MixtureDenoiser(new DiffusedMixture(problem.mixture(), schedule));
        this.sampler = new Sampler(new EulerMaruyama(), TimeGrid.uniform(schedule, 1, LAST, STEPS));
        this.workers = workers;
    }

    static ReverseProcess of(Problem problem, int threads) {
        return new ReverseProcess(problem, Workers.of(threads));
    }

    private static Points standardNormals(int n, int d) {
        SplittableRandom random = new SplittableRandom(1);
        Points x = Points.zeros(n, d);
        for (int i = 0; i < x.data().length; i++) {
            x.data()[i] = random.nextGaussian();
        }
        return x;
    }

    Points run() {
        return sampler.run(denoiser, start, RandomStreams.of(0), workers, new Recording.EndOnly(), StepObserver.quiet())
                .end();
    }

    /// Compares mean and mean square of every coordinate with those of plain loops.
    ///
    /// @throws IllegalStateException if one is more than five standard errors off
    void check() {
        Points end = run();
        Points plain = plain(Math.min(CHECKED, start.n()));
        for (int j = 0; j < end.d(); j++) {
            compare("mean of x" + j, j, x -> x, end, plain);
            compare("mean square of x" + j, j, x -> x * x, end, plain);
        }
    }

    private static void compare(String what, int j, DoubleUnaryOperator of, Points answer, Points plain) {
        Moments one = Moments.of(answer, j, of);
        Moments other = Moments.of(plain, j, of);
        double error = Math.hypot(one.standardError(), other.standardError());
        if (!(Math.abs(one.mean() - other.mean()) <= FAR * error)) {
            throw new IllegalStateException(
                    what + " must be " + other.mean() + " ± " + error + " where points end, got " + one.mean());
        }
    }

    private Points plain(int n) {
        SplittableRandom random = new SplittableRandom(2);
        Points x = standardNormals(n, start.d());
        double h = (1 - LAST) / STEPS;
        for (int step = 0; step < STEPS; step++) {
            double t = 1 - step * h;
            double beta = 0.1 + 19.9 * t;
            double alpha = Math.exp(-0.5 * (0.1 * t + 19.9 * t * t / 2));
            PlainLaw law = problem.law(alpha, Math.sqrt(1 - alpha * alpha));
            for (int i = 0; i < n; i++) {
                double[] score = law.score(x.row(i));
                for (int j = 0, at = i * x.d(); j < x.d(); j++, at++) {
                    double drift = beta * (0.5 * x.data()[at] + score[j]);
                    x.data()[at] += drift * h + Math.sqrt(beta * h) * random.nextGaussian();
                }
            }
        }
        return x;
    }

    @Override
    public void close() {
        workers.close();
    }

    /// A mean and its standard error.
    private record Moments(double mean, double standardError) {
        static Moments of(Points x, int j, DoubleUnaryOperator of) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < x.n(); i++) {
                double value = of.applyAsDouble(x.get(i, j));
                sum += value;
                squares += value * value;
            }
            double mean = sum / x.n();
            return new Moments(mean, Math.sqrt((squares / x.n() - mean * mean) / x.n()));
        }
    }
}
