package org.sandglass.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
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

/// How many fused multiply-adds of doubles can one core do? Time for one (two flops), with twelve independent
/// chains in registers.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class FusedPeak {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int ROUNDS = 4096;
    private static final int CHAINS = 12;

    /// What JMH divides by.
    private static final int VECTORS = ROUNDS * CHAINS;

    private double factor = 0.5;
    private double term = 0.5;

    /// For JMH.
    public FusedPeak() {}

    /// Checks that the chains do what they say: `x ← x/2 + 1/2` leads to 1.
    @Setup
    public void check() {
        Check.near("the sum of all lanes", fusedVectors(), CHAINS * SPECIES.length(), 1e-9);
    }

    /// How many doubles a vector holds.
    ///
    /// @return the lanes of one operation
    public static int lanes() {
        return SPECIES.length();
    }

    /// One operation is a vector of fused multiply-adds.
    ///
    /// @return the sum of all lanes
    @Benchmark
    @OperationsPerInvocation(VECTORS)
    public double fusedVectors() {
        DoubleVector a = DoubleVector.broadcast(SPECIES, factor);
        DoubleVector b = DoubleVector.broadcast(SPECIES, term);
        DoubleVector x0 = start(0), x1 = start(1), x2 = start(2), x3 = start(3), x4 = start(4), x5 = start(5);
        DoubleVector x6 = start(6), x7 = start(7), x8 = start(8), x9 = start(9), x10 = start(10), x11 = start(11);
        for (int i = 0; i < ROUNDS; i++) {
            x0 = x0.fma(a, b);
            x1 = x1.fma(a, b);
            x2 = x2.fma(a, b);
            x3 = x3.fma(a, b);
            x4 = x4.fma(a, b);
            x5 = x5.fma(a, b);
            x6 = x6.fma(a, b);
            x7 = x7.fma(a, b);
            x8 = x8.fma(a, b);
            x9 = x9.fma(a, b);
            x10 = x10.fma(a, b);
            x11 = x11.fma(a, b);
        }
        DoubleVector even = x0.add(x2).add(x4).add(x6).add(x8).add(x10);
        DoubleVector odd = x1.add(x3).add(x5).add(x7).add(x9).add(x11);
        return even.add(odd).reduceLanes(VectorOperators.ADD);
    }

    /// Chains that began alike would be computed as one.
    private static DoubleVector start(int chain) {
        return DoubleVector.broadcast(SPECIES, 1 + chain);
    }
}
