package org.sandglass.sampler;

/// Told after every step, for progress.
@FunctionalInterface
public interface StepObserver {
    /// Called by the thread that runs the sampler, for every step in order, after all points have taken it. Steps that
    /// take much less than a twentieth of a second are told up to 16 at a time.
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
