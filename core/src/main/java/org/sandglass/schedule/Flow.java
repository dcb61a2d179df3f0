package org.sandglass.schedule;

/// The straight path of flow matching (`flow`): `α = 1 − u`, `σ = u` with `u = t/end`.
///
/// `α(0) = 1`, `σ(0) = 0`, `λ(0) = +∞`. At the end `α = 0` and `σ = 1` exactly, so `λ = −∞`, `f = −∞` and
/// `g² = +∞` there; `α̇` and `d(σ²)/dt` stay finite. `f = −1/(end − t)`, `g² = 2t/(end (end − t))`,
/// `λ = ln((end − t)/t)`. Lipman et al. 2023; Liu et al. 2023.
///
/// @param end the time of noise, finite and `> 0`
public record Flow(double end) implements NoiseSchedule {
    /// Checks the end.
    public Flow {
        Checks.end("Flow", end);
    }

    /// The usual clock.
    ///
    /// @return the path on `[0, 1]`
    public static Flow standard() {
        return new Flow(1);
    }

    @Override
    public double alpha(double t) {
        return (end - checkTime(t)) / end;
    }

    @Override
    public double sigma(double t) {
        return checkTime(t) / end;
    }

    @Override
    public double alphaRate(double t) {
        checkTime(t);
        return -1 / end;
    }

    @Override
    public double sigmaRate(double t) {
        checkTime(t);
        return 1 / end;
    }

    @Override
    public double varianceRate(double t) {
        return 2 * sigma(t) / end;
    }

    @Override
    public double drift(double t) {
        return -1 / (end - checkTime(t));
    }

    @Override
    public double diffusionSquared(double t) {
        return 2 * sigma(t) / (end - t);
    }

    @Override
    public double logSnr(double t) {
        return Math.log(end - checkTime(t)) - Math.log(t + 0.0);
    }

    /// `u = 1/(1 + e^λ)`.
    @Override
    public double timeOfLogSnr(double lambda) {
        LogSnr.check(this, lambda);
        return end / (1 + Math.exp(lambda));
    }

    /// `a = (1 − uₜ)/(1 − uₛ)` and `b² = (uₜ − uₛ)(uₜ (1 − uₛ) + uₛ (1 − uₜ)) / (1 − uₛ)²`.
    @Override
    public Transition transition(double s, double t) {
        if (Checks.order(this, s, t)) {
            return Transition.IDENTITY;
        }
        double left = alpha(s);
        double mixed = sigma(t) * left + sigma(s) * alpha(t);
        return new Transition((end - t) / (end - s), Math.sqrt((t - s) / end) * Math.sqrt(mixed) / left);
    }
}
