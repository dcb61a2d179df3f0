package org.sandglass.metric;

/// What points score, and beside it what exact draws of the same size score against the same reference.
///
/// @param metric the metric's name
/// @param points of the points
/// @param floor of exact draws
public record Comparison(String metric, Estimate points, Estimate floor) {}
