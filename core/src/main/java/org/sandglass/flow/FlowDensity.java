package org.sandglass.flow;

/// Log densities of points by the flow.
///
/// @param values `[n]` log densities
/// @param standardErrors `[n]` standard errors: 0 for the exact divergence, NaN for a single probe
/// @param evaluations `[n]` numbers: how often the flow was evaluated for each point, with its divergence
@SuppressWarnings("ArrayRecordComponent") // results that the caller owns; never compared
public record FlowDensity(double[] values, double[] standardErrors, int[] evaluations) {}
