package org.sandglass.conformance;

/// How a rule does what a sampler did in one step.
final class Fit {
    static final Fit NONE = new Fit(Double.POSITIVE_INFINITY, new double[0], 0);

    private final double misfit;
    private final double[] noise;
    private final double spread;

    /// @param misfit the largest difference of the responses, relative; infinite if the rule asks otherwise
    ///     or is not finite
    /// @param noise what the sampler added beyond the rule without its noise; taken over
    /// @param spread the standard deviation of the noise that the rule adds
    Fit(double misfit, double[] noise, double spread) {
        this.misfit = misfit;
        this.noise = noise;
        this.spread = spread;
    }

    /// The largest difference of the responses, relative.
    double misfit() {
        return misfit;
    }

    /// What the sampler added, for every point and coordinate; the live array.
    double[] noise() {
        return noise;
    }

    /// The standard deviation of the noise that the rule adds.
    double spread() {
        return spread;
    }

    boolean within(double tolerance) {
        return misfit <= tolerance;
    }

    /// Whether the noise has the size that the rule gives it.
    boolean hasItsNoise(double quiet) {
        double error = NoiseCheck.ERRORS / Math.sqrt(2.0 * noise.length);
        return Math.abs(NoiseCheck.size(noise) - spread) <= error * spread + quiet;
    }
}
