package org.sandglass.specification;

import java.util.List;
import java.util.Map;

/// Which states of the way from noise to data are kept.
public sealed interface TrajectorySpec {
    /// Only the last.
    record None() implements TrajectorySpec {}

    /// Every `k`-th, and the last.
    ///
    /// @param interval `k ≥ 1`
    record Thinned(int interval) implements TrajectorySpec {
        /// Checks the range.
        public Thinned {
            if (interval < 1) {
                throw new IllegalArgumentException("interval must be >= 1, got " + interval);
            }
        }
    }

    /// Reads `none`, `whole`, or `{thinned: k}`.
    ///
    /// @param node the value of the key
    /// @return what to keep
    static TrajectorySpec read(Node node) {
        if (node.isMapping()) {
            return new Thinned(node.known(List.of("thinned")).get("thinned").count(1));
        }
        return node.word(List.of("none", "whole")).equals("none") ? new None() : new Thinned(1);
    }

    /// The value of the key that says the same.
    ///
    /// @return text or a mapping
    default Object toDocument() {
        return switch (this) {
            case None() -> "none";
            case Thinned(int interval) -> interval == 1 ? "whole" : Map.of("thinned", interval);
        };
    }
}
