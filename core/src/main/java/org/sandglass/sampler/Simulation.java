package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// Euler–Maruyama for `dx = drift(x, t) dt + diffusion(t) dW` with functions of your own, in either direction of time.
///
/// In the functional style of torchGMM's `forward_sampling` and `reverse_sampling`: over times `t₀, t₁, …`, strictly monotone either way,
/// `x ← x + drift(x, tᵢ) (tᵢ₊₁ − tᵢ) + diffusion(tᵢ) √|tᵢ₊₁ − tᵢ| z`. Without diffusion it is Euler's method for an ODE.
/// For the reverse SDE the drift is `f x − g² ∇ln pₜ(x)` and the diffusion `g`; for the probability flow `f x − ½ g² ∇ln pₜ(x)` and none.
public final class Simulation {
    /// A drift.
    @FunctionalInterface
    public interface Drift {
        /// The drift at points.
        ///
        /// @param x points, n × d, read only
        /// @param t the time
        /// @return n × d numbers, a new object
        Points at(Points x, double t);
    }

    /// A diffusion coefficient.
    @FunctionalInterface
    public interface Diffusion {
        /// The coefficient, not squared.
        ///
        /// @param t the time
        /// @return `g(t) ≥ 0`
        double at(double t);

        /// No noise: an ODE.
        ///
        /// @return a coefficient that is 0 everywhere
        static Diffusion none() {
            return t -> 0;
        }
    }

    private Simulation() {}

    /// Integrates.
    ///
    /// @param drift the drift
    /// @param diffusion the diffusion coefficient, or [Diffusion#none()]
    /// @param x0 where to start, at the first time, read only
    /// @param times at least two, strictly increasing or strictly decreasing
    /// @param streams where the randomness comes from: stream `("simulation", i)` for step `i`
    /// @return the whole trajectory, the start included
    /// @throws IllegalArgumentException if times are not strictly monotone
    public static Trajectory run(Drift drift, Diffusion diffusion, Points x0, double[] times, RandomStreams streams) {
        requireMonotone(times);
        List<Double> kept = new ArrayList<>(List.of(times[0]));
        List<Points> states = new ArrayList<>(List.of(x0.copy()));
        Points x = x0.copy();
        double[] z = new double[x.data().length];
        for (int i = 0; i + 1 < times.length; i++) {
            double h = times[i + 1] - times[i];
            double[] slope = drift.at(x, times[i]).data();
            double spread = diffusion.at(times[i]) * Math.sqrt(Math.abs(h));
            if (spread != 0) {
                RandomStream noise = streams.stream("simulation", i);
                noise.fillNormals(z, 0, z.length);
            }
            for (int j = 0; j < z.length; j++) {
                x.data()[j] += h * slope[j] + spread * z[j];
            }
            kept.add(times[i + 1]);
            states.add(x.copy());
        }
        return new Trajectory(kept, states, times.length - 1);
    }

    private static void requireMonotone(double[] times) {
        if (times.length < 2) {
            throw new IllegalArgumentException("a simulation needs at least two times, got " + times.length);
        }
        double direction = Math.signum(times[1] - times[0]);
        for (int i = 1; i < times.length; i++) {
            if (!(Math.signum(times[i] - times[i - 1]) == direction && direction != 0)) {
                throw new IllegalArgumentException("times must be strictly monotone, got " + times[i - 1] + " before "
                        + times[i] + " at index " + i);
            }
        }
    }
}
