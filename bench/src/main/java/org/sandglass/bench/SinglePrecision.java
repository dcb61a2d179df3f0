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

/// How much quicker than in doubles are log density and score in single precision, on one thread?
///
/// The same points and components as [DensityAndScore].
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class SinglePrecision {
    /// Errors of log densities are some units of 2⁻²⁴ of their exponents.
    private static final double TOLERANCE = 2e-6;

    /// Points, components and dimensions.
    @Param({"100000x40x2", "20000x50x16", "5000x100x64", "2000x1000x784"})
    public String size = "";

    private Points x = Points.zeros(0, 1);
    private NoisyMixture law = GaussianMixture.point(0).underNoise(1, 1);
    private org.sandglass.mixture.SinglePrecision single = org.sandglass.mixture.SinglePrecision.of(law);
    private Outputs out = Outputs.logDensity(0);

    /// For JMH.
    public SinglePrecision() {}

    /// Draws a mixture and points, and checks both answers.
    @Setup
    public void draw() {
        Problem problem = Problem.of(size);
        x = problem.x();
        law = problem.mixture().underNoise(1, 0);
        single = org.sandglass.mixture.SinglePrecision.of(law);
        out = problem.room();
        problem.check(float64());
        double[] expected = out.logDensity().clone();
        double[] found = float32().logDensity();
        for (int i = 0; i < x.n(); i++) {
            Check.near("log density of point " + i, found[i], expected[i], TOLERANCE);
        }
    }

    /// One pass over all points in doubles.
    ///
    /// @return log densities and scores
    @Benchmark
    public Outputs float64() {
        law.evaluate(x, 0, x.n(), out);
        return out;
    }

    /// One pass over all points in single precision.
    ///
    /// @return log densities and scores
    @Benchmark
    public Outputs float32() {
        single.evaluate(x, 0, x.n(), out);
        return out;
    }
}
