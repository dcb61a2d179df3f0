package org.sandglass.langevin;

import org.sandglass.linalg.Points;

/// One step of a chunk of chains. It owns the room that it needs, so nothing is allocated for a step; for
/// one thread.
interface Rule {
    /// Takes a step.
    ///
    /// @param x the states, n × d; receives the next ones. Between two steps nobody else writes them
    /// @param step which step it is, from 0
    /// @throws org.sandglass.linalg.NumericalException if a state is no longer finite
    void move(Points x, long step);

    /// How many steps a chain of the chunk has accepted.
    ///
    /// @param row the chain, from 0
    /// @param steps how many were taken
    default long accepted(int row, long steps) {
        return steps;
    }
}
