/// Sampling given a measurement: the exact posterior, and the published approximations to it.
///
/// The exact posterior of a mixture given `y = A x₀ + ε` is a mixture again
/// ([org.sandglass.mixture.GaussianMixture#condition]), so its denoiser is a
/// [org.sandglass.denoiser.MixtureDenoiser]. An approximation is a [org.sandglass.denoiser.Denoiser] beside
/// it, which any solver takes: [TweedieMomentProjection] treats `x₀` given `xₜ` as one Gaussian with the
/// right mean and covariance.
package org.sandglass.inverse;
