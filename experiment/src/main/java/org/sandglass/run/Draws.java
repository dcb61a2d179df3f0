package org.sandglass.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.sandglass.langevin.Scheme;
import org.sandglass.target.Split;

/// How the rows of a data set come about.
public sealed interface Draws {
    /// Exact draws: row `i` depends on mixture, seed, split and `i` alone, and costs the same wherever it is.
    ///
    /// @param seed of the sequence
    /// @param split which of the sequences
    record Own(long seed, Split split) implements Draws {}

    /// boltzkit's exact draws, bit for bit; a row costs time in proportion to its number.
    ///
    /// @param seed `procedural_seed`, or that of `sample`
    /// @param split the type of `load_dataset`; none for `sample(n, seed)`, whose rows depend on `n`
    record Boltzkit(long seed, Optional<Split> split) implements Draws {}

    /// Where Langevin chains end: row `i` depends on mixture, seed, split, start and `i` alone.
    ///
    /// @param seed of the sequence
    /// @param split which of the sequences
    /// @param scheme how a chain moves
    /// @param stepSize `h > 0`, in squares of the unit of length
    /// @param temperature `τ > 0`: chains sample `p^(1/τ)`
    /// @param steps how many, from 0 to 10⁹
    /// @param start where chains start
    /// @param every how many steps lie between two states that are written as `trajectory`, or none are
    record Langevin(
            long seed,
            Split split,
            Scheme scheme,
            double stepSize,
            double temperature,
            int steps,
            Start start,
            OptionalInt every)
            implements Draws {
        /// How many states of a chain are written beside its end: `0, k, 2k, …` and the last, or none.
        int states() {
            return every.isEmpty() ? 0 : 1 + Math.ceilDiv(steps, every.getAsInt());
        }
    }

    /// Where Langevin chains start.
    sealed interface Start {
        /// At exact draws: the rows of [Own].
        record Exact() implements Start {}

        /// At standard normal draws.
        record Normal() implements Start {}

        /// At the points of a file: chain `i` at its row `i`.
        ///
        /// @param file of any format
        record Rows(Path file) implements Start {}
    }
}
