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

/// What do log density and score of `N` points under `K` diagonal components in `D` dimensions take, on one
/// thread?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class DensityAndScore {
    /// Points, components and dimensions.
    @Param({"100000x40x2", "20000x50x16", "5000x100x64", "2000x1000x784"})
    public String size = "";

    private Points x = Points.zeros(0, 1);
    private NoisyMixture law = GaussianMixture.point(0).underNoise(1, 1);
    private Outputs out = Outputs.logDensity(0);

    /// For JMH.
    public DensityAndScore() {}

    /// Draws a mixture and points, and checks the answer.
    @Setup
    public void draw() {
        Problem problem = Problem.of(size);
        x = problem.x();
        law = problem.mixture().underNoise(1, 0);
        out = problem.room();
        problem.check(densityAndScore());
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
