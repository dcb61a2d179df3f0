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

/// What does the reverse SDE by Euler and Maruyama take, noise included: `N` points, `K` diagonal components,
/// `D` dimensions, 100 steps of VP-linear from time 1 to 1e-3? And what do two threads gain?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class ReverseSimulation {
    /// Points, components and dimensions.
    @Param({"10000x40x2", "2000x50x16"})
    public String size = "";

    /// How many compute.
    @Param({"1", "2"})
    public int threads = 1;

    private ReverseProcess process = ReverseProcess.of(Problem.of(1, 1, 1), 1);

    /// For JMH.
    public ReverseSimulation() {}

    /// Draws a mixture, and checks where points end.
    @Setup
    public void draw() {
        process.close();
        process = ReverseProcess.of(Problem.of(size), threads);
        process.check();
    }

    /// All points from noise to data.
    ///
    /// @return where they end
    @Benchmark
    public Points reverse() {
        return process.run();
    }

    /// Ends the threads.
    @TearDown
    public void close() {
        process.close();
    }
}
