package org.sandglass.flow;

/// The distance `W₂` between two Gaussians of common axes, in its two parts:
/// `W₂² = |μ − μ′|² + Σⱼ (sⱼ − s′ⱼ)²`.
///
/// @param ofMeans `|μ − μ′|`
/// @param ofSpreads `√(Σⱼ (sⱼ − s′ⱼ)²)`, the distance of Bures
public record GaussianDistance(double ofMeans, double ofSpreads) {
    /// The distance itself.
    ///
    /// @return `W₂`
    public double w2() {
        return Math.hypot(ofMeans, ofSpreads);
    }
}
