package org.sandglass.conformance;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.linalg.Points;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// Samplers with a fault that PlainSampler cannot have, and grids.
final class Faulty {
    static final NoiseSchedule VP = LinearVp.standard();
    static final NoiseSchedule FLOW = Flow.standard();
    static final NoiseSchedule EDM = Edm.standard();

    private Faulty() {}

    static IntFunction<double[]> uniform(double from, double to) {
        return n -> TimeGrid.uniform(FLOW, from, to, n).toArray();
    }

    /// The levels of Karras et al. from 80 to 0.002.
    static IntFunction<double[]> karras() {
        return n -> TimeGrid.karras(EDM, 80, 0.002, n, 7).toArray();
    }

    static IntFunction<double[]> mapped(IntFunction<double[]> grid, DoubleUnaryOperator map) {
        return n -> Arrays.stream(grid.apply(n)).map(map).toArray();
    }

    /// Time `n` of the grid occurs again after it, in place of a last step.
    static IntFunction<double[]> endingTwice(IntFunction<double[]> grid) {
        return n -> {
            double[] shorter = grid.apply(n - 1);
            double[] times = Arrays.copyOf(shorter, n + 1);
            times[n] = times[n - 1];
            return times;
        };
    }

    /// DDIM that asks about its points with the time of where it goes.
    static BlackBox askingTooLate() {
        return (noise, denoiser, steps, _) -> {
            double[] t = uniform(1, 0).apply(steps);
            Points x = noise.copy();
            for (int i = 0; i < steps; i++) {
                Points x0 = denoiser.at(t[i + 1]).posteriorMean(x);
                ddim(x, x0, t[i], t[i + 1]);
            }
            return x;
        };
    }

    private static void ddim(Points x, Points x0, double t, double s) {
        double ratio = VP.sigma(s) / VP.sigma(t);
        for (int j = 0; j < x.data().length; j++) {
            x.data()[j] = ratio * x.data()[j] + (VP.alpha(s) - ratio * VP.alpha(t)) * x0.data()[j];
        }
    }

    /// Heun's step for EDM with `(x − x̂₀)/σ` at the level of the beginning for both slopes, as in
    /// diffusers #1512.
    static BlackBox heunWithOneLevel() {
        return (noise, denoiser, steps, _) -> {
            double[] t = karras().apply(steps);
            Points x = noise.copy();
            for (int i = 0; i < steps; i++) {
                double h = t[i] - t[i + 1];
                Points first = slope(denoiser, x, t[i], t[i]);
                Points ahead = x.copy();
                add(ahead, -h, first);
                add(x, -h / 2, first);
                add(x, -h / 2, slope(denoiser, ahead, t[i + 1], t[i]));
            }
            return x;
        };
    }

    private static Points slope(Denoiser denoiser, Points x, double t, double level) {
        Points slope = denoiser.at(t).posteriorMean(x);
        for (int j = 0; j < slope.data().length; j++) {
            slope.data()[j] = (x.data()[j] - slope.data()[j]) / level;
        }
        return slope;
    }

    private static void add(Points x, double factor, Points y) {
        for (int j = 0; j < x.data().length; j++) {
            x.data()[j] += factor * y.data()[j];
        }
    }

    /// DPM-Solver++(2M) down to a time, which takes its last step at second order like all others.
    static BlackBox secondOrderToTheEnd(double to) {
        return (noise, denoiser, steps, _) -> {
            double[] t = uniform(1, to).apply(steps);
            Points x = noise.copy();
            Points before = Points.zeros(x.n(), x.d());
            for (int i = 0; i < steps; i++) {
                Points x0 = denoiser.at(t[i]).posteriorMean(x);
                Points used = x0.copy();
                if (i > 0) {
                    double half = (VP.logSnr(t[i + 1]) - VP.logSnr(t[i])) / (VP.logSnr(t[i]) - VP.logSnr(t[i - 1])) / 2;
                    add(used, half, x0);
                    add(used, -half, before);
                }
                ddim(x, used, t[i], t[i + 1]);
                before = x0;
            }
            return x;
        };
    }

    static BlackBox withSeed(BlackBox sampler, long fixed) {
        return (noise, denoiser, steps, _) -> sampler.run(noise, denoiser, steps, fixed);
    }

    static BlackBox scaled(BlackBox sampler, double factor) {
        return (noise, denoiser, steps, seed) -> {
            Points scaled = Points.zeros(noise.n(), noise.d());
            add(scaled, factor, noise);
            return sampler.run(scaled, denoiser, steps, seed);
        };
    }

    static BlackBox onUniform(Step step, NoiseSchedule schedule, double from) {
        return BlackBox.of(step, n -> TimeGrid.uniform(schedule, from, 0, n));
    }
}
