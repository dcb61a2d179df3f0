package org.sandglass.mixture;

/// A mixture after something was seen.
///
/// @param mixture the posterior, components in the prior's order
/// @param logEvidence `ln p(y)`, the log density of what was seen under the prior
public record Conditioned(GaussianMixture mixture, double logEvidence) {}
