package org.sandglass.compare;

import org.sandglass.sampler.StepObserver;

/// A way to find out how far samplers are from the exact answer.
interface Judge {
    /// How it does so, for people who read the results.
    String method();

    /// Measures one cell.
    ///
    /// @param cell the sampler
    /// @param observer told after its steps, as far as there are any
    /// @return errors, evaluations and time; or why it failed
    Verdict judge(Cell cell, StepObserver observer);
}
