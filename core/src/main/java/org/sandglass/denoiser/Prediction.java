package org.sandglass.denoiser;

/// The four equivalent things a diffusion model may predict from `xₜ = α x₀ + σ z`.
public enum Prediction {
    /// `∇ ln pₜ(xₜ)`.
    SCORE,
    /// `E[z | xₜ]`.
    NOISE,
    /// `v = E[α̇ x₀ + σ̇ z | xₜ]`, the velocity of the probability flow.
    VELOCITY,
    /// `E[x₀ | xₜ]`.
    X0
}
