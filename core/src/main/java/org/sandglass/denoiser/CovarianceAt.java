package org.sandglass.denoiser;

import org.sandglass.linalg.Points;

/// `Cov[x₀ | xₜ]` at one time; implementations may be called by several threads at once.
@FunctionalInterface
public interface CovarianceAt {
    /// The covariance at one point.
    ///
    /// @param xt noisy points, n × d, read only
    /// @param i which of them
    /// @return `d × d` row-major, symmetric, positive semi-definite; a new array
    double[] covariance(Points xt, int i);
}
