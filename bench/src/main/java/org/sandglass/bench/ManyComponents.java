package org.sandglass.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.mixture.Pruning;
import org.sandglass.random.RandomStreams;

/// What does log density and score of a point take among many components, with pruning and without, on one
/// thread and with a heap of 2 GB?
///
/// Components have standard deviation 0.1 under noise of `sigma`; the 1000 points are draws from that law. Either
/// 50 000 images of digits, or means in the plane drawn from `N(0, 10²)`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class ManyComponents {
    private static final int POINTS = 1000;
    private static final double STD = 0.1;

    /// Which components.
    @Param({"digits-50000", "plane-1000", "plane-100000"})
    public String law = "";

    /// The noise on them.
    @Param({"0.1", "0.3", "1"})
    public double sigma;

    /// Whether components may be left out.
    @Param({"AUTOMATIC", "OFF"})
    public Pruning pruning = Pruning.AUTOMATIC;

    private Points x = Points.zeros(0, 1);
    private NoisyMixture noisy = GaussianMixture.point(0).underNoise(1, 1);
    private Outputs out = Outputs.logDensity(0);

    /// For JMH.
    public ManyComponents() {}

    /// Makes the mixture and the points, and compares both ways at a few of them.
    ///
    /// @throws IOException if the digits cannot be read
    @Setup
    public void draw() throws IOException {
        GaussianMixture mixture = mixture();
        x = draws(mixture);
        compare(mixture, x.slice(0, 8));
        noisy = mixture.withPruning(pruning).underNoise(1, sigma);
        out = new Outputs(new double[POINTS], new double[POINTS * x.d()], new double[0]);
    }

    private GaussianMixture mixture() throws IOException {
        int k = Integer.parseInt(law.substring(law.indexOf('-') + 1));
        Points means = law.startsWith("digits") ? ShiftedDigits.of(k) : plane(k);
        return GaussianMixture.equallyWeighted(means, new Isotropic(STD, means.d()));
    }

    private static Points plane(int k) {
        SplittableRandom random = new SplittableRandom(0);
        double[] numbers = new double[2 * k];
        Arrays.setAll(numbers, _ -> 10 * random.nextGaussian());
        return Points.wrap(numbers, k, 2);
    }

    /// Draws from the mixture, with noise on them.
    private Points draws(GaussianMixture mixture) {
        Points drawn = mixture.sample(POINTS, RandomStreams.of(0));
        SplittableRandom random = new SplittableRandom(1);
        Arrays.setAll(drawn.data(), i -> drawn.data()[i] + sigma * random.nextGaussian());
        return drawn;
    }

    private void compare(GaussianMixture mixture, Points some) {
        Outputs pruned = Outputs.all(some.n(), some.d());
        Outputs full = Outputs.all(some.n(), some.d());
        mixture.underNoise(1, sigma).evaluate(some, 0, some.n(), pruned);
        mixture.withPruning(Pruning.OFF).underNoise(1, sigma).evaluate(some, 0, some.n(), full);
        near("log density", pruned.logDensity(), full.logDensity());
        near("score", pruned.score(), full.score());
        near("posterior mean", pruned.posteriorMean(), full.posteriorMean());
    }

    private static void near(String what, double[] pruned, double[] full) {
        for (int i = 0; i < full.length; i++) {
            if (!(Math.abs(pruned[i] - full[i]) <= 1e-12 * (1 + Math.abs(full[i])))) {
                throw new IllegalStateException(what + " " + i + " must be " + full[i] + ", got " + pruned[i]);
            }
        }
    }

    /// One pass over all points.
    ///
    /// @return log densities and scores
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public Outputs densityAndScore() {
        noisy.evaluate(x, 0, x.n(), out);
        return out;
    }
}
