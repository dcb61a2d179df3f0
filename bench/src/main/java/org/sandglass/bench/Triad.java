package org.sandglass.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How fast does one core read and write memory? `a = b + s·c` over arrays of 64 MB each; an operation is one
/// element, 24 bytes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class Triad {
    private static final int LENGTH = 1 << 23;

    private final double[] a = new double[LENGTH];
    private final double[] b = new double[LENGTH];
    private final double[] c = new double[LENGTH];
    private double s = 3;

    /// For JMH.
    public Triad() {}

    /// Fills the arrays, and checks the answer.
    @Setup
    public void fill() {
        Arrays.fill(b, 1);
        Arrays.fill(c, 2);
        Check.near("1 + 3·2", triad()[LENGTH - 1], 7, 0);
    }

    /// One pass.
    ///
    /// @return what was written
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public double[] triad() {
        for (int i = 0; i < LENGTH; i++) {
            a[i] = Math.fma(s, c[i], b[i]);
        }
        return a;
    }
}
