package org.sandglass.conformance;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.NoiseSchedule;

/// A sampler with one evaluation per step as people write it, to plant faults in.
///
/// @param schedule the process
/// @param grid the times for a number of steps
/// @param rule the step
record PlainSampler(NoiseSchedule schedule, IntFunction<double[]> grid, Rule rule) implements BlackBox {
    /// A step in one coordinate.
    @FunctionalInterface
    interface Rule {
        /// The new coordinate from `x`, the prediction of `x₀` and a normal number.
        double next(At at, double x, double x0, double z);
    }

    /// Where a step stands.
    static final class At {
        private final double[] times;
        private final int i;
        private final double[] alphas;
        private final double[] sigmas;
        private final double f;
        private final double g2;
        private final double spread;

        At(NoiseSchedule schedule, double[] times, int i) {
            this.times = times;
            this.i = i;
            this.alphas = IntStream.range(-1, 3)
                    .mapToDouble(later -> schedule.alpha(time(later)))
                    .toArray();
            this.sigmas = IntStream.range(-1, 3)
                    .mapToDouble(later -> schedule.sigma(time(later)))
                    .toArray();
            this.f = schedule.drift(time(0));
            this.g2 = schedule.diffusionSquared(time(0));
            double lost =
                    time(1) <= time(0) ? schedule.transition(time(1), time(0)).std() : 0;
            this.spread = sigma(1) / sigma(0) * lost;
        }

        double time(int later) {
            return times[Math.clamp(i + later, 0, times.length - 1)];
        }

        int i() {
            return i;
        }

        double alpha(int later) {
            return alphas[later + 1];
        }

        double sigma(int later) {
            return sigmas[later + 1];
        }

        double h() {
            return time(0) - time(1);
        }

        double f() {
            return f;
        }

        double g2() {
            return g2;
        }

        /// The standard deviation of DDIM's noise for `η = 1`.
        double spread() {
            return spread;
        }

        boolean isLast() {
            return i == times.length - 2;
        }

        double score(double x, double x0) {
            return (alpha(0) * x0 - x) / sigma(0) / sigma(0);
        }

        double noise(double x, double x0) {
            return (x - alpha(0) * x0) / sigma(0);
        }

        double ddim(double x, double x0, double eta, double z) {
            double direct = Math.sqrt(sigma(1) * sigma(1) - eta * eta * spread() * spread());
            return alpha(1) * x0 + direct * noise(x, x0) + eta * spread() * z;
        }

        double eulerMaruyama(double x, double x0, double drift, double g2, double z) {
            return x + (g2 * score(x, x0) - drift * x) * h() + Math.sqrt(g2 * h()) * z;
        }
    }

    @Override
    public Points run(Points noise, Denoiser denoiser, int steps, long seed) {
        double[] times = grid.apply(steps);
        Points x = noise.copy();
        for (int i = 0; i + 1 < times.length; i++) {
            step(new At(schedule, times, i), x, denoiser.at(asked(times, i)).posteriorMean(x), seed);
        }
        return x;
    }

    /// The time at which step `i` asks.
    double asked(double[] times, int i) {
        return times[i];
    }

    private void step(At at, Points x, Points x0, long seed) {
        double[] z = new double[x.data().length];
        RandomStreams.of(seed).stream("plain", at.i()).fillNormals(z, 0, z.length);
        for (int j = 0; j < z.length; j++) {
            x.data()[j] = rule.next(at, x.data()[j], x0.data()[j], z[j]);
        }
    }
}
