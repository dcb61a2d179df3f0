package org.sandglass.sampler;

import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.random.RandomStreams;

/// Euler–Maruyama for `dx = drift(x, t) dt + diffusion(t) dW` with functions of your own, in either direction
/// of time.
///
/// In the functional style of torchGMM's `forward_sampling` and `reverse_sampling`: over times `t₀, t₁, …`,
/// strictly monotone either way, `x ← x + drift(x, tᵢ) (tᵢ₊₁ − tᵢ) + diffusion(tᵢ) √|tᵢ₊₁ − tᵢ| z`. Without
/// diffusion it is Euler's method for an ODE. For the reverse SDE the drift is `f x − g² ∇ln pₜ(x)` and the
/// diffusion `g`; for the probability flow `f x − ½ g² ∇ln pₜ(x)` and none.
public final class Simulation {
    /// A drift. It is asked about at most 1024 points at a time, by several threads at once if there are
    /// several workers.
    @FunctionalInterface
    public interface Drift {
        /// The drift at points, each moved by itself.
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
        /// @return `g(t)`, finite and `≥ 0`
        double at(double t);

        /// No noise: an ODE.
        ///
        /// @return a coefficient that is 0 everywhere
        static Diffusion none() {
            return _ -> 0;
        }
    }

    private Simulation() {}

    /// Integrates.
    ///
    /// The noise of step `i` for chunk `c` of 1024 points is stream `("simulation", c, i)`.
    ///
    /// @param drift the drift
    /// @param diffusion the diffusion coefficient, or [Diffusion#none()]
    /// @param x0 n × d points at the first time, read only
    /// @param times at least two, strictly increasing or strictly decreasing; copied
    /// @param streams where the randomness comes from
    /// @param workers the threads
    /// @param recording which states to keep
    /// @param observer told after every step
    /// @return the states kept
    /// @throws IllegalArgumentException if times are not strictly monotone, points are not finite, or a
    ///     function returns what it must not
    /// @throws NumericalException if a point leaves the finite numbers
    public static Trajectory run(
            Drift drift,
            Diffusion diffusion,
            Points x0,
            double[] times,
            RandomStreams streams,
            Workers workers,
            Recording recording,
            StepObserver observer) {
        return run(drift, diffusion, x0, times, new Walk("simulation", streams, workers, recording, observer));
    }

    /// Integrates on this thread.
    ///
    /// @param drift the drift
    /// @param diffusion the diffusion coefficient, or [Diffusion#none()]
    /// @param x0 n × d points at the first time, read only
    /// @param times at least two, strictly increasing or strictly decreasing; copied
    /// @param streams where the randomness comes from
    /// @return the whole trajectory, the start included
    /// @throws IllegalArgumentException as above
    /// @throws NumericalException as above
    public static Trajectory run(Drift drift, Diffusion diffusion, Points x0, double[] times, RandomStreams streams) {
        return run(drift, diffusion, x0, times, Walk.here("simulation", streams, new Recording.Every(1)));
    }

    private static Trajectory run(Drift drift, Diffusion diffusion, Points x0, double[] times, Walk walk) {
        requireMonotone(times);
        double[] own = times.clone();
        return walk.run(x0, own, i -> move(drift, diffusion, own[i], own[i + 1]), 0)
                .at(own.length - 1);
    }

    private static Move move(Drift drift, Diffusion diffusion, double t, double next) {
        double h = next - t;
        double spread = checked(diffusion.at(t), t) * Math.sqrt(Math.abs(h));
        return (x, _, noise) -> {
            Points slope = checked(drift.at(x, t), x);
            Points change = spread > 0 ? noise.normals(x) : Room.zeros(x);
            Room.combine(spread, change, h, slope);
            Room.combine(1, x, 1, change);
            Room.give(change);
        };
    }

    private static double checked(double diffusion, double t) {
        if (!(diffusion >= 0 && diffusion < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("diffusion must be finite and >= 0, got " + diffusion + " at t=" + t);
        }
        return diffusion;
    }

    private static Points checked(Points drift, Points x) {
        if (drift.n() != x.n() || drift.d() != x.d()) {
            throw new IllegalArgumentException("the drift must return " + x.n() + " x " + x.d() + " numbers, got "
                    + drift.n() + " x " + drift.d());
        }
        return drift;
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
