package org.sandglass.solver;

/// By what a rule measures its steps.
public enum Clock {
    /// By time `t`, in the variable `x`.
    TIME,
    /// By the noise level `ν = σ/α = e^(−λ)`, which is `σ` where `α = 1`, in the variable `x/α`: the clock
    /// of Karras et al. 2022, whatever the schedule.
    SIGMA
}
