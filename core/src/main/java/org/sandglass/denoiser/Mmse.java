package org.sandglass.denoiser;

import java.util.function.DoubleUnaryOperator;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.schedule.NoiseSchedule;

/// The least mean squared error of denoising, for each coordinate: `E‖x₀ − E[x₀|xₜ]‖²/d = E tr Cov[x₀|xₜ]/d`,
/// a number for each time.
///
/// It says the same as the mean squared score `Γ(t) = E‖∇ln pₜ‖²/d` of Bao et al. (2022), by `(σ²/α²)(1 −
/// σ²Γ)`, the mean trace of Tweedie's second formula; but nothing cancels in it.
@FunctionalInterface
public interface Mmse {
    /// The error at a time.
    ///
    /// @param t a time in `[0, end]`
    /// @return the mean variance of a coordinate of `x₀` given `xₜ`, `≥ 0`
    double at(double t);

    /// That of a mixture, computed anew for each time.
    ///
    /// One Gaussian has a closed form. In one dimension it is a quadrature, within 1e-10 of the variance of
    /// the data where neighbouring components overlap or are far apart. Else it is the mean over 4096 exact
    /// draws of `xₜ` that are always the same, with a relative standard error of 1.6 % times the coefficient
    /// of variation of the trace between points.
    ///
    /// @param law the mixture and the schedule
    /// @return its error
    static Mmse of(DiffusedMixture law) {
        return t -> law.schedule().sigma(t) == 0 ? 0 : MixtureMmse.of(law.at(t));
    }

    /// That of a model whose mean squared score is known.
    ///
    /// @param schedule the schedule, with `α > 0` where it is asked
    /// @param gamma `Γ(t) = E‖∇ln pₜ(xₜ)‖²/d`
    /// @return `(σ²/α²)(1 − σ²Γ)`, which loses digits where `xₜ` is almost noise
    static Mmse ofMeanSquaredScore(NoiseSchedule schedule, DoubleUnaryOperator gamma) {
        return t -> {
            double sigma = schedule.sigma(t);
            double ratio = sigma / schedule.alpha(t);
            return ratio * ratio * (1 - sigma * sigma * gamma.applyAsDouble(t));
        };
    }
}
