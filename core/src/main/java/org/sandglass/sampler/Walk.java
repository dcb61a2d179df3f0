package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;

/// Chunks of points carried through numbered moves, the states asked for kept: what [Sampler], [ForwardProcess]
/// and [Simulation] share.
///
/// Move `i` of chunk `c` takes its noise from stream `(purpose, c, i)`, so no result depends on which thread
/// works on which chunk, nor on how the moves are cut into spans.
///
/// @param purpose the name of the streams
/// @param streams where the randomness comes from
/// @param workers the threads
/// @param recording which states to keep; each ends a span
/// @param observer told of every move, after the span it belongs to
/// @param clock nanoseconds, which decide how long spans are
record Walk(
        String purpose,
        RandomStreams streams,
        Workers workers,
        Recording recording,
        StepObserver observer,
        LongSupplier clock) {
    private static final Workers HERE = Workers.of(1);

    /// Walks by the clock of this machine.
    Walk(String purpose, RandomStreams streams, Workers workers, Recording recording, StepObserver observer) {
        this(purpose, streams, workers, recording, observer, System::nanoTime);
    }

    /// Walks on this thread alone.
    static Walk here(String purpose, RandomStreams streams, Recording recording) {
        return new Walk(purpose, streams, HERE, recording, StepObserver.quiet());
    }

    /// The states that were kept, and their times.
    record Way(List<Double> times, List<Points> states) {
        Trajectory at(double evaluations) {
            return new Trajectory(times, states, evaluations);
        }
    }

    /// Carries the points from `times[0]` to the last of the times; `moves` is asked for each step in order, on
    /// this thread, by up to 16 steps ahead. Each chunk remembers up to `memory` arrays from step to step.
    Way run(Points start, double[] times, IntFunction<Move> moves, int memory) {
        requireFinite(start);
        Chunks chunks = Chunks.of(start, memory);
        List<Double> keptTimes = new ArrayList<>();
        List<Points> states = new ArrayList<>();
        Pace pace = new Pace();
        int total = times.length - 1;
        for (int done = 0; ; done = advance(chunks, times, moves, done, pace)) {
            if (recording.keeps(done, total)) {
                keptTimes.add(times[done]);
                states.add(chunks.joined());
            }
            if (done == total) {
                return new Way(keptTimes, states);
            }
        }
    }

    /// Takes the steps of one span, and says how many are done after it.
    private int advance(Chunks chunks, double[] times, IntFunction<Move> moves, int done, Pace pace) {
        long start = clock.getAsLong();
        int total = times.length - 1;
        Span span = Span.prepared(moves, done, endOfSpan(done, total, pace.steps()));
        workers.forEach(chunks.parts().size(), c -> span.carry(c, chunks, this, times));
        span.throwFirstFailure();
        pace.took(span.end() - done, clock.getAsLong() - start);
        for (int i = done + 1; i <= span.end(); i++) {
            observer.afterStep(i, total);
        }
        return span.end();
    }

    private int endOfSpan(int done, int total, int most) {
        int end = done + 1;
        while (end - done < most && end < total && !recording.keeps(end, total)) {
            end++;
        }
        return end;
    }

    Noise noise(int chunk, int step) {
        return Noise.of(streams.stream(purpose, chunk, step));
    }

    private static void requireFinite(Points start) {
        int bad = start.firstNonFiniteRow();
        if (bad >= 0) {
            throw new IllegalArgumentException(
                    "points to start from must be finite, got " + Arrays.toString(start.row(bad)) + " at row " + bad);
        }
    }
}
