package org.sandglass.schedule;

/// The variance preserving schedule with a linear rate (`vp-linear`): with `u = t/end` and `B = end·(β_min u +
/// (β_max − β_min) u²/2)`, `α = e^(−B/2)` and `σ² = 1 − e^(−B)`.
///
/// `α(0) = 1`, `σ(0) = 0`, `λ(0) = +∞`; at the end all is finite. `f = −β/2`, `g² = β`. Ho et al. 2020; Song et
/// al. 2021.
///
/// @param betaMin the rate at time 0, `≥ 0`
/// @param betaMax the rate at the end, `≥ betaMin`, `> 0`
/// @param end the time of noise, finite and `> 0`
public record LinearVp(double betaMin, double betaMax, double end) implements VariancePreserving {
    /// Checks the order of the two rates, and the end.
    public LinearVp {
        LinearBeta.check("LinearVp", betaMin, betaMax, end);
    }

    /// The usual rates.
    ///
    /// @return `β` from 0.1 to 20 on `[0, 1]`
    public static LinearVp standard() {
        return new LinearVp(0.1, 20, 1);
    }

    @Override
    public double beta(double t) {
        return line().at(checkTime(t));
    }

    @Override
    public double betaIntegral(double s, double t) {
        return Checks.order(this, s, t) ? 0 : line().integral(s, t);
    }

    @Override
    public double timeOfBetaIntegral(double integral) {
        return line().timeOfIntegral(integral);
    }

    /// With `β_min = 0`, `σ ~ t √(β_max / (2 end))` near time 0.
    @Override
    public double sigmaRate(double t) {
        return t == 0 && betaMin == 0 ? Math.sqrt(betaMax / 2 / end) : VariancePreserving.super.sigmaRate(t);
    }

    private LinearBeta line() {
        return new LinearBeta(betaMin, betaMax, end);
    }
}
