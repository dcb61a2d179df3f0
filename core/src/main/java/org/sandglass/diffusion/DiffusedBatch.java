package org.sandglass.diffusion;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.MixtureBatch;
import org.sandglass.mixture.Outputs;
import org.sandglass.schedule.NoiseSchedule;

/// A batch of mixtures under one schedule, evaluated at `[N, B, D]` points: row `i·B + b` belongs to mixture
/// `b`.
///
/// @param batch the laws of `x₀`
/// @param schedule `α` and `σ`
public record DiffusedBatch(MixtureBatch batch, NoiseSchedule schedule) {
    /// One mixture of the batch under the schedule.
    ///
    /// @param b which, `0 ≤ b < B`
    /// @return its process
    public DiffusedMixture get(int b) {
        return new DiffusedMixture(batch.get(b), schedule);
    }

    /// Log density, score and posterior mean at all points, whichever the outputs ask for.
    ///
    /// @param x `(N·B) × D` points
    /// @param times one time, one per mixture, or one per point
    /// @param out arrays for `N·B` rows
    /// @throws IllegalArgumentException if shapes do not fit, or a time is outside the process
    public void evaluate(Points x, Times times, Outputs out) {
        for (int b = 0; b < batch.size(); b++) {
            Points own = batch.gather(x, b);
            Outputs part = new Outputs(
                    new double[Math.min(out.logDensity().length, own.n())],
                    new double[Math.min(out.score().length, own.data().length)],
                    new double[Math.min(out.posteriorMean().length, own.data().length)]);
            get(b).evaluate(own, times.of(own.n(), b, batch.size()), part);
            batch.scatter(part.logDensity(), 1, b, out.logDensity());
            batch.scatter(part.score(), x.d(), b, out.score());
            batch.scatter(part.posteriorMean(), x.d(), b, out.posteriorMean());
        }
    }

    /// The velocity of the probability flow at all points.
    ///
    /// @param x `(N·B) × D` points
    /// @param times one time, one per mixture, or one per point
    /// @return velocities, `(N·B) × D`
    /// @throws IllegalArgumentException if shapes do not fit, or a time is outside the process
    public Points velocity(Points x, Times times) {
        Points out = Points.zeros(x.n(), x.d());
        for (int b = 0; b < batch.size(); b++) {
            Points own = batch.gather(x, b);
            batch.scatter(
                    get(b).velocity(own, times.of(own.n(), b, batch.size())).data(), x.d(), b, out.data());
        }
        return out;
    }
}
