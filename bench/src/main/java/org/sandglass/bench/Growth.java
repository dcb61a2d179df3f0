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
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;

/// How does the time for log density and score grow with `N`, with `K`, and with `D`?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class Growth {
    /// The letter that varies, then points, components and dimensions; F is `D` with full covariances.
    @Param({
        "N=1000x40x2", "N=4000x40x2", "N=16000x40x2", "N=64000x40x2",
        "K=1000x10x2", "K=1000x40x2", "K=1000x160x2", "K=1000x640x2",
        "D=1000x20x8", "D=1000x20x32", "D=1000x20x128", "D=1000x20x512",
        "F=1000x5x16", "F=1000x5x32", "F=1000x5x64", "F=1000x5x128"
    })
    public String varied = "";

    private Points x = Points.zeros(0, 1);
    private NoisyMixture law = GaussianMixture.point(0).underNoise(1, 1);
    private Outputs out = Outputs.logDensity(0);

    /// For JMH.
    public Growth() {}

    /// Draws a mixture and points, and checks the answer.
    @Setup
    public void draw() {
        Problem problem = Problem.of(varied.substring(2));
        Turn turn = varied.startsWith("F")
                ? Turn.of(problem.x().d())
                : Turn.none(problem.x().d());
        x = turn.points(problem.x());
        law = turn.mixture(problem.mixture()).underNoise(1, 0);
        out = problem.room();
        densityAndScore();
        Check.near(
                "log density",
                out.logDensity()[0],
                problem.law(1, 0).logDensity(problem.x().row(0)),
                1e-8);
    }

    /// One pass over all points.
    ///
    /// @return log densities and scores
    @Benchmark
    public Outputs densityAndScore() {
        law.evaluate(x, 0, x.n(), out);
        return out;
    }
}
