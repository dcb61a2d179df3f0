/// The posterior mean `E[x₀ | xₜ]`: exact, empirical, learned or deliberately wrong, and its equivalent
/// predictions.
///
/// [Denoiser] is what samplers ask: once per time for a [DenoiserAt], which then serves all points and threads.
/// [MixtureDenoiser] is the exact one. [FunctionDenoiser] wraps a function of your own that predicts score,
/// noise, velocity or `x₀` ([Prediction]); [Conversion] turns any of these into any other.
package org.sandglass.denoiser;
