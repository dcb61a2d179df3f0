package org.sandglass.mixture;

/// A product, power or tilt of mixtures, normalised.
///
/// @param mixture the normalised law
/// @param logNormaliser the logarithm of the integral it was divided by
public record Reweighted(GaussianMixture mixture, double logNormaliser) {}
