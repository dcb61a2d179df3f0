package org.sandglass.denoiser;

import org.sandglass.linalg.Points;

/// A denoiser at one time; implementations may be called by several threads at once.
@FunctionalInterface
public interface DenoiserAt {
    /// Predicts one of the four equivalent quantities.
    ///
    /// @param what which
    /// @param xt noisy points, n × d, read only
    /// @param out receives the predictions, n × d; may be `xt` itself
    /// @throws org.sandglass.linalg.NumericalException if the quantity does not exist at this time
    void predict(Prediction what, Points xt, Points out);

    /// `E[x₀ | xₜ]`.
    ///
    /// @param xt noisy points, n × d
    /// @return the posterior means, n × d
    default Points posteriorMean(Points xt) {
        Points out = Points.zeros(xt.n(), xt.d());
        predict(Prediction.X0, xt, out);
        return out;
    }
}
