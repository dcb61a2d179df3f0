package org.sandglass.solver;

import org.sandglass.denoiser.Mmse;

/// The variance of the noise in a step of [Ddpm]. With `σ̃² = σₛ²b²/σₜ²` and `c = αₛb²/σₜ²`, that of the
/// exact reverse kernel is `Cov[xₛ | xₜ] = σ̃²I + c² Cov[x₀ | xₜ]`.
public sealed interface Variance {
    /// `σ̃²`: right for data that are one point.
    record Lower() implements Variance {}

    /// `b²`: right for one step of a variance preserving schedule on data of unit variance in every
    /// direction. Other schedules have other such bounds, but this one is published. None towards `σₛ = 0`,
    /// where Ho et al. add none.
    record Upper() implements Variance {}

    /// `σ̃² + c² E tr Cov[x₀|xₜ]/d`: the best number for all points and directions (Bao et al. 2022, theorem
    /// 1).
    ///
    /// @param mmse `E tr Cov[x₀|xₜ]/d`, of a mixture or from the mean squared score of a model
    record Analytic(Mmse mmse) implements Variance {}

    /// The diagonal of `σ̃²I + c² Cov[x₀|xₜ]` at each point (Bao et al. 2022b; Ou et al. 2024).
    record OptimalDiagonal() implements Variance {}

    /// All of `σ̃²I + c² Cov[x₀|xₜ]` at each point: mean and covariance of the step are exact.
    record OptimalFull() implements Variance {}
}
