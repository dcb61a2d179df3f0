package org.sandglass.testing;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.TimeGrid;

/// A step on one Gaussian in one dimension as it is coded: `x ← slope·x + intercept + spread·z`, read off by
/// probing.
///
/// Two points under the same noise give the slope, one point under two noises the spread. So the exact law of a
/// whole chain is known without drawing from it.
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
