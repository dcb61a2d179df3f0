/// The probability flow as a map between data and noise: encoding, decoding, likelihood, and exact errors of
/// solvers.
///
/// [ProbabilityFlow] carries points between any two times to a tolerance, and gives their log densities, with
/// the exact [Divergence] or Hutchinson's estimate. On the line the same map is the [QuantileMap], in closed
/// form.
///
/// [GaussianPropagation] reads the exact law of a sampler's output on one Gaussian off the sampler itself,
/// and so its distance W₂ to the truth, without draws: an [AxisGaussian] in, an [AxisGaussian] out.
/// [LineError] is the same on the line, for any mixture and a rule without noise: the sampler applied to
/// quantiles.
package org.sandglass.flow;
