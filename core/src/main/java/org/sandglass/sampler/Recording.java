package org.sandglass.sampler;

/// How much of the way is kept.
public sealed interface Recording {
    /// Only where the points end.
    record EndOnly() implements Recording {}

    /// The start, every so many steps, and the end.
    ///
    /// @param steps how many steps lie between two kept states, `≥ 1`; 1 keeps the whole trajectory
    record Every(int steps) implements Recording {
        /// Checks the range.
        public Every {
            if (steps < 1) {
                throw new IllegalArgumentException("steps between kept states must be >= 1, got " + steps);
            }
        }
    }

    /// Whether the state after a number of steps is kept.
    ///
    /// @param done steps done, 0 for the start
    /// @param total steps in all
    /// @return whether to keep it
    default boolean keeps(int done, int total) {
        return switch (this) {
            case EndOnly() -> done == total;
            case Every(int steps) -> done % steps == 0 || done == total;
        };
    }
}
