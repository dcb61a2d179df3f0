package org.sandglass.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Outputs;

/// What does a full covariance cost beside a diagonal one at a noise level not seen before: parameters, log
/// density and score of 5000 points, `K` 10, `D` 64?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class NewTime {
    static final int N = 5000;
    static final int K = 10;
    static final int D = 64;
    private static final double TOLERANCE = 1e-9;

    /// The structure of the covariances.
    @Param({"diagonal", "full"})
    public String covariance = "";

    private Points x = Points.zeros(0, 1);
    private GaussianMixture mixture = GaussianMixture.point(0);
    private Outputs out = Outputs.logDensity(0);
    private double noise = 0.5;

    /// For JMH.
    public NewTime() {}

    /// Draws a mixture and points, and checks the answer: a turned diagonal mixture has the turned answers.
    @Setup
    public void draw() {
        Problem problem = Problem.of(N, K, D);
        Turn turn = covariance.equals("full") ? Turn.of(D) : Turn.none(D);
        x = turn.points(problem.x());
        mixture = turn.mixture(problem.mixture());
        out = problem.room();
        Outputs answer = parametersDensityAndScore();
        PlainLaw plain = problem.law(1, noise);
        for (int i = 0; i < N; i += N / 7) {
            double[] row = problem.x().row(i);
            Check.near("log density", answer.logDensity()[i], plain.logDensity(row), TOLERANCE);
            double[] score = turn.point(plain.score(row));
            for (int j = 0; j < D; j++) {
                Check.near("score", answer.score()[i * D + j], score[j], TOLERANCE);
            }
        }
    }

    /// A new noise level, then one pass over all points.
    ///
    /// @return log densities and scores
    @Benchmark
    public Outputs parametersDensityAndScore() {
        noise = Math.nextUp(noise);
        mixture.underNoise(1, noise).evaluate(x, 0, N, out);
        return out;
    }
}
