package org.sandglass.sampler;

import org.sandglass.linalg.Points;

/// One step of a sampler between two given times, its parameters computed: threads apply it to their own chunks
/// of points.
@FunctionalInterface
public interface Move {
    /// Moves the points, in place.
    ///
    /// @param x n × d points at the later time; receives the points at the earlier one
    /// @param memory what this chunk carries from step to step, for rules that look back
    /// @param noise the numbers of this chunk and step, for rules that need randomness
    void apply(Points x, Memory memory, Noise noise);
}
