package org.sandglass.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;

/// Consecutive moves, their parameters computed: each chunk of points is carried through all of them before the
/// next, so it stays in cache, and threads do not wait for each other in between.
///
/// What is thrown is what would be if all chunks took each step before any took the next: the failure of the
/// earliest step, and there of the first chunk.
final class Span {
    private final int from;
    private final List<Move> moves;
    private final Failures failures = new Failures();

    private Span(int from, List<Move> moves) {
        this.from = from;
        this.moves = moves;
    }

    /// Prepares the moves `[from, to)`, in order. One that cannot be prepared ends the span before it, and fails
    /// when it is the first: steps before it may fail with more right.
    static Span prepared(IntFunction<Move> moves, int from, int to) {
        List<Move> prepared = new ArrayList<>(to - from);
        prepared.add(moves.apply(from));
        for (int i = from + 1; i < to; i++) {
            try {
                prepared.add(moves.apply(i));
            } catch (RuntimeException _) {
                break;
            }
        }
        return new Span(from, prepared);
    }

    /// One past the last move.
    int end() {
        return from + moves.size();
    }

    /// Carries one chunk through all moves, or to where another has failed before.
    void carry(int chunk, Chunks chunks, Walk walk, double[] times) {
        Points x = chunks.parts().get(chunk);
        for (int i = from; i < end() && !failures.anyBefore(place(i, chunk)); i++) {
            Workers.checkInterrupt();
            try {
                moves.get(i - from).apply(x, chunks.memories().get(chunk), walk.noise(chunk, i));
                requireFinite(x, chunk, times[i], times[i + 1]);
            } catch (RuntimeException | Error failure) {
                failures.add(place(i, chunk), failure);
            }
        }
    }

    /// To be asked when all chunks have been carried.
    void throwFirstFailure() {
        failures.throwFirst();
    }

    private static long place(int step, int chunk) {
        return ((long) step << 32) | chunk;
    }

    private static void requireFinite(Points x, int chunk, double t, double next) {
        int bad = x.firstNonFiniteRow();
        if (bad >= 0) {
            throw new NumericalException(
                    "point " + ((long) chunk * Workers.CHUNK + bad) + " is no longer finite after the step from t=" + t
                            + " to t=" + next + "; take shorter steps there");
        }
    }
}
