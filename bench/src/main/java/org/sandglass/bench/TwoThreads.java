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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.sampler.Workers;

/// What do two threads gain for log density and score, in chunks of 1024 points? (For simulations see
/// [ReverseSimulation].)
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class TwoThreads {
    /// Points, components and dimensions.
    @Param({"100000x40x2", "20000x50x16"})
    public String size = "";

    /// How many compute.
    @Param({"1", "2"})
    public int threads = 1;

    private Points x = Points.zeros(0, 1);
    private NoisyMixture law = GaussianMixture.point(0).underNoise(1, 1);
    private Outputs out = Outputs.logDensity(0);
    private Workers workers = Workers.of(1);

    /// For JMH.
    public TwoThreads() {}

    /// Draws a mixture and points, and checks the answer.
    @Setup
    public void draw() {
        Problem problem = Problem.of(size);
        x = problem.x();
        law = problem.mixture().underNoise(1, 0);
        out = problem.room();
        workers.close();
        workers = Workers.of(threads);
        problem.check(densityAndScore());
    }

    /// One pass over all points.
    ///
    /// @return log densities and scores
    @Benchmark
    public Outputs densityAndScore() {
        int chunks = (x.n() + Workers.CHUNK - 1) / Workers.CHUNK;
        workers.forEach(chunks, c -> law.evaluate(x, c * Workers.CHUNK, Math.min(x.n(), (c + 1) * Workers.CHUNK), out));
        return out;
    }

    /// Ends the threads.
    @TearDown
    public void close() {
        workers.close();
    }
}
