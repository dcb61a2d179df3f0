package org.sandglass.conformance;

/// How a rule does what a sampler did in one step.
///
/// @param misfit the largest difference of the responses, relative; infinite if the rule asks otherwise or
///     is not finite
/// @param noise what the sampler added beyond the rule without its noise, for every point and coordinate
/// @param spread the standard deviation of the noise that the rule adds
record Fit(double misfit, double[] noise, double spread) {
    static final Fit NONE = new Fit(Double.POSITIVE_INFINITY, new double[0], 0);

    boolean within(double tolerance) {
        return misfit <= tolerance;
    }
}
