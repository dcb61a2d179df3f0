package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.Transition;

/// The ancestral step of DDPM: `xₛ ~ N(a (σₛ/σₜ)² xₜ + αₛ (b/σₜ)² x̂₀, V)` with `a = αₜ/αₛ`, `b² = σₜ² −
/// a²σₛ²` (Ho, Jain and Abbeel 2020, eq. 7 and 11, for any schedule).
///
/// The mean is that of the exact reverse kernel. `V` is a choice. With the full optimal covariance only the
/// shape of the kernel is approximated, by a Gaussian: exact for data that are one Gaussian, else of weak
/// order 2, as the third moments of a step are wrong by `h³`. With all others the second moments are wrong by
/// `h²`: weak order 1. With the lower variance it is [Ddim] with `η = 1`. Finite for every step with `αₛ >
/// 0`, also to `σₛ = 0` and from `αₜ = 0`. Derivation: `docs/math/stochastic-rules.md`, 2.
///
/// The pointwise variances ask the denoiser twice, for mean and covariance, and allocate the covariance of
/// each point.
///
/// @param variance of the noise
public record Ddpm(Variance variance) implements OneStep {
    /// What is added to the mean.
    private interface Addition {
        /// Turns standard normal numbers into the noise of the step.
        void colour(Points xt, Points z);
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        NoiseSchedule schedule = denoiser.schedule();
        Transition step = schedule.transition(s, t);
        double narrowing = schedule.sigma(s) / schedule.sigma(t);
        double share = step.std() / schedule.sigma(t);
        double ofX0 = schedule.alpha(s) * share * share;
        Addition addition = addition(denoiser, t, step.std() * narrowing, ofX0, step.std());
        DenoiserAt at = denoiser.at(t);
        return (x, _, noise) -> {
            Points x0 = Room.like(x);
            at.predict(Prediction.X0, x, x0);
            Points z = noise.normals(x);
            addition.colour(x, z);
            Room.combine(step.scale() * narrowing * narrowing, x, ofX0, x0, 1, z);
            Room.give(z);
            Room.give(x0);
        };
    }

    private Addition addition(Denoiser denoiser, double t, double lower, double c, double upper) {
        return switch (variance) {
            case Variance.Lower() -> scaled(lower);
            case Variance.Upper() -> scaled(lower == 0 ? 0 : upper);
            case Variance.Analytic(var mmse) -> scaled(Math.hypot(lower, c * Math.sqrt(mmse.at(t))));
            case Variance.OptimalDiagonal() -> new PointwiseNoise(denoiser.covarianceAt(t), lower, c)::colourDiagonally;
            case Variance.OptimalFull() -> new PointwiseNoise(denoiser.covarianceAt(t), lower, c)::colourFully;
        };
    }

    private static Addition scaled(double std) {
        return (_, z) -> Room.combine(std, z, 0, z);
    }

    @Override
    public int evaluations() {
        return switch (variance) {
            case Variance.Lower _, Variance.Upper _, Variance.Analytic _ -> 1;
            case Variance.OptimalDiagonal _, Variance.OptimalFull _ -> 2;
        };
    }

    @Override
    public boolean stochastic() {
        return true;
    }
}
