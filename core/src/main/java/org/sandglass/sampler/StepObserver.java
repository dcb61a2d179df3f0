package org.sandglass.sampler;

/// Told after every step, for progress.
@FunctionalInterface
public interface StepObserver {
    /// Called by the thread that runs the sampler, after all points have been moved.
    ///
    /// @param done steps done
    /// @param total steps in all
    void afterStep(int done, int total);

    /// An observer that does nothing.
    ///
    /// @return a quiet observer
    static StepObserver quiet() {
        return (done, total) -> {};
    }
}
