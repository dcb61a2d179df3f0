package org.sandglass.denoiser;

import org.sandglass.schedule.NoiseSchedule;

/// A model of `E[x₀ | xₜ]` under a schedule: the one thing that samplers ask for.
///
/// A sampler asks [#at] once per time and shares the answer among threads, so parameters of a time are
/// computed once.
public interface Denoiser {
    /// The dimension of the points.
    ///
    /// @return `d ≥ 1`
    int d();

    /// The schedule of the process that is reversed.
    ///
    /// @return `α` and `σ`
    NoiseSchedule schedule();

    /// The model at one time.
    ///
    /// @param t a time in `[0, end]`
    /// @return an evaluator, safe to share among threads
    /// @throws IllegalArgumentException if the time is outside the process
    DenoiserAt at(double t);

    /// How sure the model is at one time, for rules that use it.
    ///
    /// @param t a time in `[0, end]`
    /// @return `Cov[x₀ | xₜ]`, safe to share among threads
    /// @throws IllegalArgumentException if the time is outside the process
    /// @throws UnsupportedOperationException if the model predicts means only, which is the default
    default CovarianceAt covarianceAt(double t) {
        throw new UnsupportedOperationException(
                "this denoiser predicts E[x0 | xt] but not Cov[x0 | xt]; take a rule that needs the mean alone");
    }
}
