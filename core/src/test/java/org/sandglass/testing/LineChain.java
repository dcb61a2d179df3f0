package org.sandglass.testing;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.TimeGrid;

/// The law of a one-step rule on a mixture in one dimension, without sampling: its density on 601 points from
/// −6 to 6, carried by the kernel that is read off the move.
///
/// For rules that draw one number a step, whose kernel is `N(y; m(x), s(x)²)`, or two, of which the second is
/// added at the end: then the first is integrated out. The trapezoidal rule is off by `e^(−2π²(s/0.02)²)`:
/// 3e-9 where `s` is at least the distance of the points, 0.02.
public final class LineChain {
    private static final int POINTS = 601;
    private static final double FIRST_STEP = 0.75;
    private static final double RANGE = 6;
    private static final double STEP = 2 * RANGE / (POINTS - 1);

    private LineChain() {}

    /// Expectations at the end of a chain that starts from the exact marginal.
    ///
    /// @param step the rule
    /// @param denoiser in one dimension
    /// @param grid the times
    /// @param of whose expectation is asked
    /// @return `E f(x)` at the last time
    public static double expectation(OneStep step, MixtureDenoiser denoiser, TimeGrid grid, DoubleUnaryOperator of) {
        double[] density = density(denoiser, grid.from());
        for (int i = 0; i < grid.steps(); i++) {
            density = carried(step.between(denoiser, grid.time(i), grid.time(i + 1)), density);
        }
        return integral(density, of);
    }

    /// The same of the exact marginal.
    ///
    /// @param denoiser in one dimension
    /// @param t the time
    /// @param of whose expectation is asked
    /// @return `E f(x)` under the law at `t`
    public static double exact(MixtureDenoiser denoiser, double t, DoubleUnaryOperator of) {
        return integral(density(denoiser, t), of);
    }

    private static double[] density(MixtureDenoiser denoiser, double t) {
        double[] density = denoiser.law().at(t).logDensity(points());
        for (int i = 0; i < POINTS; i++) {
            density[i] = Math.exp(density[i]);
        }
        return density;
    }

    private static double[] carried(Move move, double[] density) {
        double[] out = new double[POINTS];
        if (Draws.of(move, 0, 0).asked < 2) {
            add(1, Draws.of(move, 0, 0).x, Draws.of(move, 1, 0).x, density, out);
            return out;
        }
        for (double z = -6; z <= 6; z += FIRST_STEP) {
            double weight = FIRST_STEP * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
            add(weight, Draws.of(move, z, 0).x, Draws.of(move, z, 1).x, density, out);
        }
        return out;
    }

    /// Adds what the kernel with these means, and means plus standard deviations, makes of a density.
    private static void add(double weight, double[] mean, double[] up, double[] density, double[] out) {
        for (int j = 0; j < POINTS; j++) {
            double s = up[j] - mean[j];
            double mass = weight * density[j] * STEP / s / Math.sqrt(2 * Math.PI);
            int from = Math.max(0, (int) Math.ceil(place(mean[j] - 7 * s)));
            int to = Math.min(POINTS - 1, (int) Math.floor(place(mean[j] + 7 * s)));
            for (int l = from; l <= to; l++) {
                double z = (at(l) - mean[j]) / s;
                out[l] += mass * Math.exp(-0.5 * z * z);
            }
        }
    }

    private static double integral(double[] density, DoubleUnaryOperator of) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += STEP * density[i] * of.applyAsDouble(at(i));
        }
        return sum;
    }

    private static Points points() {
        Points x = Points.zeros(POINTS, 1);
        for (int i = 0; i < POINTS; i++) {
            x.data()[i] = at(i);
        }
        return x;
    }

    private static double at(int i) {
        return -RANGE + i * STEP;
    }

    private static double place(double x) {
        return (x + RANGE) / STEP;
    }

    /// What a move makes of the points if the draws are these, and 0 after them.
    private static final class Draws implements Noise {
        private final double[] draws;
        private double[] x = {};
        private int asked;

        private Draws(double... draws) {
            this.draws = draws;
        }

        static Draws of(Move move, double first, double second) {
            Draws noise = new Draws(first, second);
            Points x = points();
            move.apply(x, Memory.of(0), noise);
            noise.x = x.data();
            return noise;
        }

        @Override
        public void fillNormals(double[] out) {
            Arrays.fill(out, asked < draws.length ? draws[asked] : 0);
            asked++;
        }

        @Override
        public RandomStream stream() {
            throw new UnsupportedOperationException("only normal numbers can be chosen");
        }
    }
}
