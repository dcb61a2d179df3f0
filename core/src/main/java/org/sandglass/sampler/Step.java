package org.sandglass.sampler;

import org.sandglass.denoiser.Denoiser;

/// A rule that carries points from a later time to an earlier one.
public interface Step {
    /// The rule between two times.
    ///
    /// @param denoiser the model
    /// @param t the later time
    /// @param s the earlier time, `s < t`
    /// @return a move that threads may share
    /// @throws IllegalArgumentException if a time is outside the process
    /// @throws org.sandglass.linalg.NumericalException if the rule is not finite there
    Move between(Denoiser denoiser, double t, double s);

    /// How many times a step asks the denoiser about each point.
    ///
    /// @return evaluations per step
    int evaluations();

    /// Whether the rule uses random numbers.
    ///
    /// @return false if the same start always gives the same end
    boolean stochastic();
}
