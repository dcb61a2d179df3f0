package org.sandglass.solver;

import org.sandglass.sampler.OneStep;

/// How a rule that looks back takes its first steps, before there are as many predictions as it uses.
public sealed interface WarmUp {
    /// As published: with the predictions there are, by the same rule of a lower order.
    ///
    /// A first step of order 1 leaves an error of `O(h²)`, which no later step removes: a rule of order
    /// above 2 then converges with order 2.
    record LowerOrder() implements WarmUp {}

    /// By a rule of one's own. The predictions are made and kept all the same, so each such step costs one
    /// evaluation more than the starter alone. Started by a rule that is accurate enough, a method shows its
    /// own order.
    ///
    /// @param starter takes the first steps
    record With(OneStep starter) implements WarmUp {}
}
