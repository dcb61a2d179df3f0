package org.sandglass.schedule;

/// A schedule with `α² + σ² = 1`, given by the rate `β(t) ≥ 0` of `dx = −½ β x dt + √β dW` and its integral
/// `B`: `α = e^(−B/2)`, `σ² = 1 − e^(−B)` with `B = ∫₀ᵗ β`.
///
/// Everything else follows without cancellation: `f = −β/2`, `g² = β`, and from `s` to `t` the transition has
/// `a = e^(−ΔB/2)`, `b² = −expm1(−ΔB)`. Implement the four methods to add a schedule of this family. Song et
/// al. 2021, eq. 11 and 29.
public interface VariancePreserving extends NoiseSchedule {
    /// The rate at which noise replaces signal.
    ///
    /// @param t a time in `[0, end]`
    /// @return `β(t) ≥ 0`
    double beta(double t);

    /// The integral of [#beta], to full relative accuracy also over short times.
    ///
    /// @param s the earlier time
    /// @param t the later time, `0 ≤ s ≤ t ≤ end`
    /// @return `∫ₛᵗ β ≥ 0`
    /// @throws IllegalArgumentException unless `0 ≤ s ≤ t ≤ end`
    double betaIntegral(double s, double t);

    /// The inverse of the integral from 0.
    ///
    /// @param integral a value `B` from 0 to `betaIntegral(0, end)`
    /// @return the time `t` with `∫₀ᵗ β = B`
    double timeOfBetaIntegral(double integral);

    @Override
    default double alpha(double t) {
        return Math.exp(-betaIntegral(0, t) / 2);
    }

    @Override
    default double sigma(double t) {
        return Math.sqrt(-Math.expm1(-betaIntegral(0, t)));
    }

    @Override
    default double alphaRate(double t) {
        return -beta(t) / 2 * alpha(t);
    }

    @Override
    default double varianceRate(double t) {
        return beta(t) * Math.exp(-betaIntegral(0, t));
    }

    @Override
    default double drift(double t) {
        return -beta(t) / 2;
    }

    @Override
    default double diffusionSquared(double t) {
        return beta(t);
    }

    /// `λ = −½ (B + ln(1 − e^(−B)))`, finite also where `α` underflows.
    ///
    /// @param t a time in `[0, end]`
    /// @return `λ(t)`, `+∞` at time 0
    @Override
    default double logSnr(double t) {
        double integral = betaIntegral(0, t);
        return -(integral + Math.log(-Math.expm1(-integral))) / 2;
    }

    /// The time with `B = ln(1 + e^(−2λ))`.
    ///
    /// @param lambda a value of `λ` from `logSnr(end)` to `+∞`
    /// @return the time `t` with `λ(t) = lambda`
    @Override
    default double timeOfLogSnr(double lambda) {
        LogSnr.check(this, lambda);
        double x = -2 * lambda;
        double integral = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
        return timeOfBetaIntegral(Math.min(integral, betaIntegral(0, end())));
    }

    @Override
    default Transition transition(double s, double t) {
        double integral = betaIntegral(s, t);
        return new Transition(Math.exp(-integral / 2), Math.sqrt(-Math.expm1(-integral)));
    }
}
