package org.sandglass.sampler;

import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;

/// One step of a sampler between two given times, its parameters computed: threads apply it to their own chunks
/// of points.
@FunctionalInterface
public interface Move {
    /// Moves the points, in place.
    ///
    /// @param x n × d points at the later time; receives the points at the earlier one
    /// @param noise the stream of this chunk and step, for moves that need randomness
    void apply(Points x, RandomStream noise);
}
