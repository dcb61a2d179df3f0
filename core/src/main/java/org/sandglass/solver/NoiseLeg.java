package org.sandglass.solver;

import org.sandglass.schedule.NoiseSchedule;

/// The exact linear part of the reverse SDE over a step where the noise is predicted, of finite length in
/// `λ`.
///
/// With `b² = σₜ² − (αₜ/αₛ)²σₛ²` of the exact transition, `σₛ²(e^(2h) − 1) = (αₛ/αₜ)² b²`, and `σₛ(e^h − 1) =
/// (αₛσₜ/αₜ)(1 − e^(−h))`: both without cancellation however short the step is.
///
/// @param keep `αₛ/αₜ`
/// @param ofNoise `−2σₛ(e^h − 1)`
/// @param spread `σₛ √(e^(2h) − 1)`
record NoiseLeg(double keep, double ofNoise, double spread) {
    static NoiseLeg of(NoiseSchedule schedule, double t, double s) {
        Leg leg = Leg.of(schedule, t, s);
        if (!leg.isFinite()) {
            return new NoiseLeg(Double.NaN, Double.NaN, Double.NaN);
        }
        double grow = leg.alphaS() / leg.alphaT();
        return new NoiseLeg(
                grow,
                -2 * grow * leg.sigmaT() * leg.covered(),
                grow * schedule.transition(s, t).std());
    }

    /// Whether `λ` is finite at both ends.
    boolean isFinite() {
        return Double.isFinite(keep);
    }
}
