package org.sandglass.inverse;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.diffusion.VelocityField;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.schedule.NoiseSchedule;

/// TMP, the denoiser given a measurement `y = A x₀ + ε`, `ε ~ N(0, R)`, that treats `x₀` given `xₜ` as
/// one Gaussian: `E[x₀ | xₜ, y] ≈ m + C Aᵀ (A C Aᵀ + R)⁻¹ (y − A m)`, `m = E[x₀ | xₜ]`, `C = Cov[x₀ |
/// xₜ] = (σ²/α) ∂m/∂xₜ`.
///
/// As a score this is `∇ln pₜ + (∂m/∂xₜ)ᵀ Aᵀ (A C Aᵀ + R)⁻¹ (y − A m)`. Mean and covariance are those of
/// the mixture, so nothing is estimated; what is approximate is the Gaussian. If the prior is one
/// Gaussian, or `σ = 0`, the answer is that of the exact posterior. All four predictions are finite
/// wherever those of the prior are, both ends included. For each point it costs the prediction of the
/// prior and `O(K d m + m² d + m³)`, for each time and distinct covariance at most `O(d² m)`, of which `d m`
/// numbers are kept; its few small arrays are new for each point. From Boys, Girolami, Pidstrigach, Reich, Mosca
/// and Akyildiz (2023), *Tweedie moment projected diffusions for inverse problems*, arXiv:2310.06721,
/// section 3.
///
/// @param prior the mixture and the schedule
/// @param measurement what was seen of `x₀`
public record TweedieMomentProjection(DiffusedMixture prior, LinearMeasurement measurement) implements Denoiser {
    /// Checks the dimensions.
    ///
    /// @throws IllegalArgumentException if the measurement is of points of another dimension
    public TweedieMomentProjection {
        if (measurement.d() != prior.d()) {
            throw new IllegalArgumentException("the measurement is of points of dimension " + measurement.d()
                    + ", the prior has dimension " + prior.d());
        }
    }

    @Override
    public int d() {
        return prior.d();
    }

    @Override
    public NoiseSchedule schedule() {
        return prior.schedule();
    }

    @Override
    public DenoiserAt at(double t) {
        VelocityField velocity = prior.velocityAt(t);
        return new ProjectionAt(new Projection(velocity.law(), measurement), velocity);
    }
}
