package org.sandglass.solver;

import org.sandglass.schedule.NoiseSchedule;

/// The levels at the two ends of a step from `t` to the earlier `s`, and its length `h = λₛ − λₜ > 0` in
/// `λ = ln(α/σ)`.
///
/// `h` comes from `1 − e^(−h) = (b²/σₜ²)/(1 + e^(−h))` with the exact transition's `b² = σₜ² − (αₜ/αₛ)²σₛ²`, so it
/// keeps its digits however short the step is; for long ones it is `−ln` of `e^(−h) = αₜσₛ/(αₛσₜ)`. It is `+∞` where
/// `σₛ = 0` or `αₜ = 0`.
///
/// @param alphaT `αₜ`
/// @param sigmaT `σₜ > 0`
/// @param alphaS `αₛ > 0`
/// @param sigmaS `σₛ`
/// @param covered `1 − e^(−h)`, in `(0, 1]`
/// @param h `λₛ − λₜ`
record Leg(double alphaT, double sigmaT, double alphaS, double sigmaS, double covered, double h) {
    static Leg of(NoiseSchedule schedule, double t, double s) {
        double alphaT = schedule.alpha(t);
        double sigmaT = schedule.sigma(t);
        double alphaS = schedule.alpha(s);
        double sigmaS = schedule.sigma(s);
        double left = alphaT / alphaS * sigmaS / sigmaT;
        double lost = schedule.transition(s, t).std() / sigmaT;
        double covered = left == 0 ? 1 : lost * lost / (1 + left);
        double h = left < 0.5 ? -Math.log(left) : -Math.log1p(-covered);
        return new Leg(alphaT, sigmaT, alphaS, sigmaS, covered, h);
    }

    /// Whether `λ` is finite at both ends.
    boolean isFinite() {
        return h < Double.POSITIVE_INFINITY;
    }

    /// `σₛ/σₜ`, the factor of `xₜ` where `x₀` is predicted.
    double keep() {
        return sigmaS / sigmaT;
    }

    /// `αₛ(1 − e^(−h)) = αₛ − αₜσₛ/σₜ`, the factor of the prediction of `x₀` in the step of order 1.
    double ofX0() {
        return alphaS * covered;
    }

    /// `αₛ/αₜ`, the factor of `xₜ` where the noise is predicted; infinite where `αₜ = 0`.
    double grow() {
        return alphaS / alphaT;
    }

    /// `−σₛ(e^h − 1) = −(αₛ/αₜ) σₜ (1 − e^(−h))`, the factor of the prediction of the noise in the step of
    /// order 1.
    double ofNoise() {
        return -grow() * sigmaT * covered;
    }

    /// The time at which `λ = λₜ + r h`, for a finite leg that begins at `t`.
    double timeAt(double r, NoiseSchedule schedule, double t) {
        return schedule.timeOfLogSnr(schedule.logSnr(t) + r * h);
    }
}
