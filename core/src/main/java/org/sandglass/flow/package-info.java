/// The probability flow as a map between data and noise: encoding, decoding, likelihood, and exact errors of solvers.
///
/// [GaussianPropagation] reads the exact law of a sampler's output on one Gaussian off the sampler itself, and so its
/// distance W₂ to the truth, without draws: an [AxisGaussian] in, an [AxisGaussian] out.
package org.sandglass.flow;
