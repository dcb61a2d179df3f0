package org.sandglass.fit;

/// Is told how a fit comes along.
@FunctionalInterface
public interface FitObserver {
    /// An observer that does not look.
    FitObserver NONE = (_, _, _, _) -> {};

    /// Called before the first iteration and after each.
    ///
    /// @param k components that are fitted
    /// @param start which of the restarts, from 0
    /// @param iteration how many iterations are done
    /// @param step where it stands
    void at(int k, int start, int iteration, FitStep step);
}
