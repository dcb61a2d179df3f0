package org.sandglass.flow;

import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.solver.QuarterCircle;

/// The Jacobian `J` of the flow over the angle, `∂(du/dθ)/∂u`, at one time.
interface RateJacobian {
    /// `J e` for each point.
    ///
    /// @param u n × d points, read only
    /// @param e as many vectors, read only
    /// @param out receives the products
    void times(Points u, Points e, Points out);

    /// `tr J` for each point.
    ///
    /// @param u n × d points, read only
    /// @return n numbers
    double[] trace(Points u);

    /// The exact one for the exact denoiser, central differences for others.
    static RateJacobian of(QuarterCircle circle, double t) {
        return circle.denoiser() instanceof MixtureDenoiser exact
                ? ExactJacobian.of(exact.law(), circle, t)
                : new DifferencedJacobian(circle, t);
    }
}
