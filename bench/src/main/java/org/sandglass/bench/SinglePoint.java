package org.sandglass.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;

/// How long does one point wait for its answer (`K` 40, `D` 2)?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class SinglePoint {
    private Points x = Points.zeros(1, 1);
    private NoisyMixture law = GaussianMixture.point(0).underNoise(1, 1);
    private Outputs out = Outputs.logDensity(0);

    /// For JMH.
    public SinglePoint() {}

    /// Draws a mixture and a point, and checks the answers.
    @Setup
    public void draw() {
        Problem problem = Problem.of(1, 40, 2);
        x = problem.x();
        law = problem.mixture().underNoise(1, 0);
        out = problem.room();
        problem.check(densityAndScoreIntoRoom());
        problem.check(new Outputs(logDensity(), score().data(), new double[0]));
    }

    /// Both into arrays that are there already.
    ///
    /// @return log density and score
    @Benchmark
    public Outputs densityAndScoreIntoRoom() {
        law.evaluate(x, 0, 1, out);
        return out;
    }

    /// The log density in a new array.
    ///
    /// @return log density
    @Benchmark
    public double[] logDensity() {
        return law.logDensity(x);
    }

    /// The score in new points.
    ///
    /// @return score
    @Benchmark
    public Points score() {
        return law.score(x);
    }
}
