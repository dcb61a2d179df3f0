package org.sandglass.langevin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Workers;

/// Up to 1024 chains that one thread moves at a time.
final class Chunk {
    /// Why a chunk cannot go on.
    ///
    /// @param step in which it happened, from 0
    record Failure(long step, NumericalException why) {}

    private final Points x;
    private final Rule rule;
    private Optional<Failure> failure = Optional.empty();

    private Chunk(Points x, Rule rule) {
        this.x = x;
        this.rule = rule;
    }

    /// Chains cut where their numbers are multiples of 1024, so that each has the same noise wherever the
    /// first of them is.
    ///
    /// @param how the scheme
    /// @param start n × d states, copied
    /// @param first the number of the first chain
    /// @param streams where the randomness comes from
    static List<Chunk> of(Langevin how, Points start, long first, RandomStreams streams) {
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < start.n(); ) {
            int skip = (int) ((first + from) % Workers.CHUNK);
            int to = Math.min(start.n(), from + Workers.CHUNK - skip);
            Points x = start.slice(from, to);
            Noise noise = Noise.of(streams, (first + from) / Workers.CHUNK, skip, start.d());
            chunks.add(new Chunk(x, how.scheme().rule(how, noise, new Place(first + from, how.stepSize()), x)));
            from = to;
        }
        return chunks;
    }

    /// Takes steps, or as many as it can.
    ///
    /// @param from the first step
    /// @param to one past the last
    void carry(int from, int to) {
        for (int step = from; step < to && failure.isEmpty(); step++) {
            try {
                rule.move(x, step);
            } catch (NumericalException e) {
                failure = Optional.of(new Failure(step, e));
            }
        }
    }

    Points x() {
        return x;
    }

    long accepted(int row, long steps) {
        return rule.accepted(row, steps);
    }

    Optional<Failure> failure() {
        return failure;
    }
}
