package org.sandglass.bench;

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
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// What does a normal number take, and a uniform one, on one thread: a stream for each chunk of 1024 points in the
/// plane, as a sampler opens them?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Dsandglass.arrayops=vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Normals {
    private static final int SIZE = 2048;

    private final RandomStreams streams = RandomStreams.of(0);
    private final double[] out = new double[SIZE];
    private long chunk;

    /// For JMH.
    public Normals() {}

    /// Checks the second pair of normals by the formula, from the words.
    @Setup
    public void check() {
        normals();
        RandomStream words = streams.stream("step", 1, 7);
        words.seek(2);
        double radius = Math.sqrt(-2 * Math.log(words.nextDouble() + 0x1p-53));
        double angle = 2 * Math.PI * words.nextDouble();
        if (!(Math.hypot(radius * Math.cos(angle) - out[2], radius * Math.sin(angle) - out[3]) <= 1e-14)) {
            throw new IllegalStateException("normals are not those of the formula");
        }
    }

    /// Opens a stream and reads normal numbers.
    ///
    /// @return the numbers
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] normals() {
        streams.stream("step", ++chunk, 7).fillNormals(out, 0, SIZE);
        return out;
    }

    /// Opens a stream and reads uniform numbers.
    ///
    /// @return the numbers
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public double[] uniforms() {
        streams.stream("step", ++chunk, 7).fillUniforms(out, 0, SIZE);
        return out;
    }
}
