package org.sandglass.testing;

import java.util.Arrays;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// A step on one Gaussian in one dimension as it is coded: `x ← slope·x + intercept + spread·z`, read off by
/// probing.
///
/// Two points under the same noise give the slope, one point under two noises the spread. So the exact law of
/// a whole chain is known without drawing from it.
///
/// @param slope the factor of `x`
/// @param intercept what 0 becomes without noise
/// @param spread the factor of `z`
public record AffineStep(double slope, double intercept, double spread) {
    /// Reads off a step.
    ///
    /// @param step the rule
    /// @param denoiser in one dimension
    /// @param t the later time
    /// @param s the earlier time
    /// @return what the rule does there
    public static AffineStep of(OneStep step, Denoiser denoiser, double t, double s) {
        Move move = step.between(denoiser, t, s);
        double atZero = moved(move, 0, "a");
        double spread = step.stochastic() ? (atZero - moved(move, 0, "b")) / (normal("a") - normal("b")) : 0;
        return new AffineStep(moved(move, 1, "a") - atZero, atZero - spread * normal("a"), spread);
    }

    /// Reads off a whole chain, of a rule that may look back: what it does with each number of noise, and so
    /// with all.
    ///
    /// All probes go at once, as rows: 0, 1, and 0 with a 1 in place of one number of noise each.
    ///
    /// @param step the rule, which draws as often for any points
    /// @param denoiser in one dimension
    /// @param grid the times
    /// @return what the rule does from the first time to the last
    public static AffineStep ofChain(Step step, Denoiser denoiser, TimeGrid grid) {
        Probes counting = new Probes();
        run(step, denoiser, grid, Points.zeros(1, 1), counting);
        Points x = Points.zeros(2 + counting.draws, 1);
        x.data()[1] = 1;
        run(step, denoiser, grid, x, new Probes());
        double spread = 0;
        for (int row = 2; row < x.n(); row++) {
            spread = Math.hypot(spread, x.get(row, 0) - x.get(0, 0));
        }
        return new AffineStep(x.get(1, 0) - x.get(0, 0), x.get(0, 0), spread);
    }

    private static void run(Step step, Denoiser denoiser, TimeGrid grid, Points x, Noise noise) {
        Memory memory = Memory.of(step.memory());
        for (int i = 0; i < grid.steps(); i++) {
            step.move(denoiser, grid, i).apply(x, memory, noise);
        }
    }

    /// No noise, but for row `2 + k` at the k-th draw.
    private static final class Probes implements Noise {
        private int draws;

        @Override
        public void fillNormals(double[] out) {
            Arrays.fill(out, 0);
            if (2 + draws < out.length) {
                out[2 + draws] = 1;
            }
            draws++;
        }

        @Override
        public RandomStream stream() {
            throw new UnsupportedOperationException("only normal numbers can be probed");
        }
    }

    private static double moved(Move move, double from, String noise) {
        Points x = Points.of(new double[] {from});
        move.apply(x, Memory.of(0), Noise.of(RandomStreams.of(1).stream(noise)));
        return x.get(0, 0);
    }

    private static double normal(String noise) {
        double[] z = new double[1];
        RandomStreams.of(1).stream(noise).fillNormals(z, 0, 1);
        return z[0];
    }

    /// A normal law in one dimension.
    ///
    /// @param mean its mean
    /// @param std its standard deviation
    public record Law(double mean, double std) {
        /// The law after one step.
        ///
        /// @param step the step
        /// @return its law
        public Law after(AffineStep step) {
            return new Law(step.slope * mean + step.intercept, Math.hypot(step.slope * std, step.spread));
        }

        /// The law after all steps of a grid.
        ///
        /// @param step the rule
        /// @param denoiser in one dimension
        /// @param grid the times
        /// @return its law
        public Law after(OneStep step, Denoiser denoiser, TimeGrid grid) {
            Law law = this;
            for (int i = 0; i < grid.steps(); i++) {
                law = law.after(AffineStep.of(step, denoiser, grid.time(i), grid.time(i + 1)));
            }
            return law;
        }

        /// The Wasserstein distance of order 2 between two normal laws.
        ///
        /// @param other another law
        /// @return the distance
        public double distanceTo(Law other) {
            return Math.hypot(mean - other.mean, std - other.std);
        }
    }
}
