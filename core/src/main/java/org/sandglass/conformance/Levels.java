package org.sandglass.conformance;

import org.sandglass.schedule.NoiseSchedule;

/// What a step from `t` to `s` is made of.
///
/// @param alphaT `αₜ`
/// @param sigmaT `σₜ`
/// @param alphaS `αₛ`
/// @param sigmaS `σₛ`
/// @param h `t − s`
/// @param f the drift `α̇/α` at `t`
/// @param g2 the squared diffusion at `t`
record Levels(double alphaT, double sigmaT, double alphaS, double sigmaS, double h, double f, double g2) {
    static Levels of(NoiseSchedule schedule, double t, double s) {
        return new Levels(
                schedule.alpha(t),
                schedule.sigma(t),
                schedule.alpha(s),
                schedule.sigma(s),
                t - s,
                schedule.drift(t),
                schedule.diffusionSquared(t));
    }
}
