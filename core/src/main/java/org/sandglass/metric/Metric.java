package org.sandglass.metric;

import java.util.List;
import org.sandglass.linalg.Points;

/// A number that says how far points are from an exact mixture, 0 (or nearly) for exact draws.
public interface Metric {
    /// All metrics, by their names in files.
    ///
    /// @return in the order of the documentation
    static List<Metric> all() {
        return List.of(new SlicedWasserstein(1), new SlicedWasserstein(2), new ModeWeights(), new EnergyDistance());
    }

    /// The name in files.
    ///
    /// @return as in `sliced-w1`
    String name();

    /// Whether it needs the mixture's density, which mixtures of exact points have not.
    ///
    /// @return false if draws suffice
    boolean needsDensity();

    /// Judges points.
    ///
    /// @param x n × d points
    /// @param reference the mixture and `n` fresh draws of it
    /// @return the number and its error
    Estimate of(Points x, Reference reference);
}
