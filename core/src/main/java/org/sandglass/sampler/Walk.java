package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;

/// Chunks of points carried through numbered moves, the states asked for kept: what [Sampler], [ForwardProcess]
/// and [Simulation] share.
///
/// Move `i` of chunk `c` takes its noise from stream `(purpose, c, i)`, so no result depends on which thread
/// works on which chunk.
///
/// @param purpose the name of the streams
/// @param streams where the randomness comes from
/// @param workers the threads
/// @param recording which states to keep
/// @param observer told after every move
record Walk(String purpose, RandomStreams streams, Workers workers, Recording recording, StepObserver observer) {
    private static final Workers HERE = Workers.of(1);

    /// Walks on this thread alone.
    static Walk here(String purpose, RandomStreams streams, Recording recording) {
        return new Walk(purpose, streams, HERE, recording, StepObserver.quiet());
    }

    /// Carries the points from `times[0]` to the last of the times; `moves` is asked once per step, in order,
    /// on this thread.
    Trajectory run(Points start, double[] times, IntFunction<Move> moves, int evaluations) {
        requireFinite(start);
        Chunks chunks = Chunks.of(start);
        List<Double> keptTimes = new ArrayList<>();
        List<Points> states = new ArrayList<>();
        int total = times.length - 1;
        for (int done = 0; done <= total; done++) {
            if (done > 0) {
                step(chunks, times, done - 1, moves.apply(done - 1));
            }
            if (recording.keeps(done, total)) {
                keptTimes.add(times[done]);
                states.add(chunks.joined());
            }
            if (done > 0) {
                observer.afterStep(done, total);
            }
        }
        return new Trajectory(keptTimes, states, evaluations);
    }

    private void step(Chunks chunks, double[] times, int number, Move move) {
        workers.forEach(chunks.parts().size(), c -> {
            Points x = chunks.parts().get(c);
            move.apply(x, streams.stream(purpose, c, number));
            int bad = x.firstNonFiniteRow();
            if (bad >= 0) {
                throw new NumericalException(
                        "point " + ((long) c * Workers.CHUNK + bad) + " is no longer finite after the step from t="
                                + times[number] + " to t=" + times[number + 1] + "; take shorter steps there");
            }
        });
    }

    private static void requireFinite(Points start) {
        int bad = start.firstNonFiniteRow();
        if (bad >= 0) {
            throw new IllegalArgumentException(
                    "points to start from must be finite, got " + Arrays.toString(start.row(bad)) + " at row " + bad);
        }
    }
}
