package org.sandglass.langevin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Pace;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Workers;

/// A Langevin sampler of `p^(1/τ)`: `dx = ∇ ln p(x) dt + √(2τ) dW`, in steps of length `h`.
///
/// Time is measured so that the drift is the score itself, so `h` has the unit of a variance: a step is
/// short if `h` is small beside the least variance of a component. Above twice that, unadjusted chains run
/// away. Immutable; threads may share it.
///
/// @param law what to sample: a mixture as it is (`underNoise(1, 0)`), or under noise
/// @param scheme how a chain moves
/// @param stepSize `h > 0`
/// @param temperature `τ > 0`; 1 for `p` itself
public record Langevin(NoisyMixture law, Scheme scheme, double stepSize, double temperature) {
    /// Checks the ranges, and that there is a density.
    public Langevin {
        requirePositive("a step size", stepSize);
        requirePositive("a temperature", temperature);
        if (!law.hasDensity()) {
            throw new IllegalArgumentException(
                    "Langevin dynamics needs a law with a density; this one holds exact points");
        }
    }

    /// A sampler of the law itself: `τ = 1`.
    ///
    /// @param law what to sample
    /// @param scheme how a chain moves
    /// @param stepSize `h > 0`
    public Langevin(NoisyMixture law, Scheme scheme, double stepSize) {
        this(law, scheme, stepSize, 1);
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be > 0 and finite, got " + value);
        }
    }

    /// The standard deviation `√(2hτ)` of the noise of a step.
    double spread() {
        return Math.sqrt(2 * stepSize * temperature);
    }

    /// Carries chains `[first, first + n)` through steps.
    ///
    /// Chain `i` depends on its start, the streams and `i` alone, and its state after a step not on how
    /// many follow. Chains are moved in chunks of 1024; a step allocates nothing. Costs
    /// [Scheme#evaluations()] of the law for each chain and step.
    ///
    /// @param start n × d states, finite, read only
    /// @param first the number of the first of them, `≥ 0`
    /// @param steps how many steps, `≥ 0`
    /// @param streams where the randomness comes from
    /// @param workers the threads
    /// @param recording which states to keep
    /// @param observer told of every step, some at a time
    /// @return the states kept, the last among them, and the acceptance
    /// @throws IllegalArgumentException if the start is not finite or has another dimension, or a number is
    ///     negative
    /// @throws NumericalException if a state is no longer finite (the earliest step is told, and its first
    ///     row), or [Scheme#METROPOLIS] starts where the log density is −∞
    public Chains run(
            Points start,
            long first,
            int steps,
            RandomStreams streams,
            Workers workers,
            Recording recording,
            StepObserver observer) {
        check(start, first, steps);
        List<Chunk> chunks = Chunk.of(this, start, first, streams);
        List<Integer> kept = new ArrayList<>();
        List<Points> states = new ArrayList<>();
        Pace pace = new Pace();
        for (int done = 0; ; ) {
            if (recording.keeps(done, steps)) {
                kept.add(done);
                states.add(joined(chunks, start));
            }
            if (done == steps) {
                return new Chains(kept, states, acceptance(chunks, start.n(), steps));
            }
            done = advance(chunks, done, steps, workers, recording, pace);
            observer.afterStep(done, steps);
        }
    }

    /// Carries chains from number 0 on through steps, on this thread; the same states as with any workers.
    ///
    /// @param start n × d states, finite, read only
    /// @param steps how many steps, `≥ 0`
    /// @param streams where the randomness comes from
    /// @return where the chains ended
    /// @throws IllegalArgumentException as above
    /// @throws NumericalException as above
    public Chains run(Points start, int steps, RandomStreams streams) {
        try (Workers here = Workers.of(1)) {
            return run(start, 0, steps, streams, here, new Recording.EndOnly(), StepObserver.quiet());
        }
    }

    private void check(Points start, long first, int steps) {
        if (first < 0 || steps < 0) {
            throw new IllegalArgumentException(
                    "chains need first >= 0 and steps >= 0, got first=" + first + ", steps=" + steps);
        }
        if (start.d() != law.prior().d()) {
            throw new IllegalArgumentException("points to start from have dimension " + start.d() + ", the law has "
                    + law.prior().d());
        }
        int bad = start.firstNonFiniteRow();
        if (bad >= 0) {
            throw new IllegalArgumentException("points to start from must be finite, got "
                    + Arrays.toString(start.row(bad)) + " at row " + (first + bad));
        }
    }

    /// Takes the steps until the next state to keep, or fewer where they take long, and says how many are
    /// done.
    private static int advance(
            List<Chunk> chunks, int done, int steps, Workers workers, Recording recording, Pace pace) {
        int end = done + 1;
        while (end - done < pace.steps() && end < steps && !recording.keeps(end, steps)) {
            end++;
        }
        long begin = System.nanoTime();
        int to = end;
        workers.forEach(chunks.size(), c -> chunks.get(c).carry(done, to));
        throwEarliest(chunks);
        pace.took(end - done, System.nanoTime() - begin);
        return end;
    }

    /// Whatever the pace, the same failure is told.
    private static void throwEarliest(List<Chunk> chunks) {
        Optional<Chunk.Failure> earliest = chunks.stream()
                .flatMap(chunk -> chunk.failure().stream())
                .min(Comparator.comparingLong(Chunk.Failure::step));
        if (earliest.isPresent()) {
            throw earliest.get().why();
        }
    }

    private static Points joined(List<Chunk> chunks, Points like) {
        Points out = Points.zeros(like.n(), like.d());
        int at = 0;
        for (Chunk chunk : chunks) {
            System.arraycopy(chunk.x().data(), 0, out.data(), at, chunk.x().data().length);
            at += chunk.x().data().length;
        }
        return out;
    }

    private static double[] acceptance(List<Chunk> chunks, int n, int steps) {
        double[] out = new double[n];
        int at = 0;
        for (Chunk chunk : chunks) {
            for (int i = 0; i < chunk.x().n(); i++) {
                out[at++] = steps == 0 ? 1 : (double) chunk.accepted(i, steps) / steps;
            }
        }
        return out;
    }
}
