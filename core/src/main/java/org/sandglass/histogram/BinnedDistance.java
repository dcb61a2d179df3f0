package org.sandglass.histogram;

/// A distance between two histograms and its standard error.
///
/// @param value the distance
/// @param standardError by the delta method from multinomial counts; NaN beside an infinite value
public record BinnedDistance(double value, double standardError) {}
