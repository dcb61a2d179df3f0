package org.sandglass.flow;

import org.sandglass.linalg.Points;

/// Points that the flow has carried from one time to another, and what became of the density around them.
///
/// @param end n × d points at the later or earlier time
/// @param growth `[n]` numbers `∫ ∇·v dt` over the way in the direction it was gone, so that
///     `ln p_from(x) = ln p_to(end) + growth`
/// @param standardErrors `[n]` standard errors of `growth`: 0 for the exact divergence, NaN for a single
///     probe
/// @param evaluations `[n]` numbers: how often the flow was evaluated for each point, with its divergence
@SuppressWarnings("ArrayRecordComponent") // results that the caller owns; never compared
public record Passage(Points end, double[] growth, double[] standardErrors, int[] evaluations) {}
