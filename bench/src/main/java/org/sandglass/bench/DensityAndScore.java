package org.sandglass.bench;

import java.util.ArrayList;
import java.util.List;
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
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.random.RandomStreams;

/// What do log density and score of `n` points under `k` diagonal components in `d` dimensions take, on one
/// thread?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DensityAndScore {
    /// Points, components and dimensions.
    @Param({"100000x40x2", "20000x50x16", "5000x100x64"})
    public String size = "";

    private Points x = Points.zeros(0, 1);
    private NoisyMixture law = GaussianMixture.point(0).underNoise(1, 1);
    private Outputs out = Outputs.logDensity(0);

    /// For JMH.
    public DensityAndScore() {}

    /// Draws a mixture and points, and checks the answer at one of them by the plain formula.
    @Setup
    public void draw() {
        List<Integer> sizes =
                List.of(size.split("x", 3)).stream().map(Integer::valueOf).toList();
        int n = sizes.get(0);
        int k = sizes.get(1);
        int d = sizes.get(2);
        RandomStreams streams = RandomStreams.of(0);
        Points means = Points.zeros(k, d);
        streams.stream("means").fillNormals(means.data(), 0, k * d);
        List<Diagonal> covariances = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double[] stds = new double[d];
            streams.stream("stds", i).fillUniforms(stds, 0, d);
            for (int j = 0; j < d; j++) {
                stds[j] += 0.3;
            }
            covariances.add(Diagonal.of(stds));
        }
        GaussianMixture mixture = GaussianMixture.equallyWeighted(means, covariances);
        law = mixture.underNoise(1, 0);
        x = mixture.sample(n, streams);
        out = new Outputs(new double[n], new double[n * d], new double[0]);
        check(mixture, densityAndScore().logDensity()[0]);
    }

    private void check(GaussianMixture mixture, double answer) {
        double density = 0;
        for (int k = 0; k < mixture.k(); k++) {
            double log = mixture.logWeights()[k];
            double[] variances = mixture.covariance(k).matrix();
            for (int j = 0; j < mixture.d(); j++) {
                double variance = variances[j * mixture.d() + j];
                double gap = x.get(0, j) - mixture.means().get(k, j);
                log -= 0.5 * (Math.log(2 * Math.PI * variance) + gap * gap / variance);
            }
            density += Math.exp(log);
        }
        if (!(Math.abs(answer - Math.log(density)) <= 1e-10 * (1 + Math.abs(answer)))) {
            throw new IllegalStateException("expected log density " + Math.log(density) + ", got " + answer);
        }
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
