package org.sandglass.schedule;

/// How data turn into noise: `xₜ = α(t) x₀ + σ(t) z` with `z ~ N(0, I)`, for `t` from 0 (data) to [#end()]
/// (noise).
///
/// The same law is that of `dx = f(t) x dt + g(t) dW` with `f = α̇/α` and `g² = dσ²/dt − 2 f σ²`. An
/// implementation gives `α`, `σ` and the rates of `α` and `σ²`; the variance is the one that is differentiated,
/// because `σ̇` is infinite at time 0 where `σ ~ √t`. The default methods follow from these four; override them
/// where a form without cancellation exists, as all schedules of this package do.
///
/// The signal-to-noise ratio `α/σ` must not grow with time. Every method but [#end()] throws
/// `IllegalArgumentException` for a time that is NaN or outside `[0, end]`. Derivations:
/// `docs/math/schedules.md`.
public interface NoiseSchedule {
    /// The time of noise.
    ///
    /// @return the last time, finite and `> 0`
    double end();

    /// The signal level.
    ///
    /// @param t a time in `[0, end]`
    /// @return `α(t) ≥ 0`
    double alpha(double t);

    /// The noise level.
    ///
    /// @param t a time in `[0, end]`
    /// @return `σ(t) ≥ 0`
    double sigma(double t);

    /// The rate of the signal level.
    ///
    /// @param t a time in `[0, end]`
    /// @return `dα/dt`
    double alphaRate(double t);

    /// The rate of the noise variance, finite also where `dσ/dt` is not.
    ///
    /// @param t a time in `[0, end]`
    /// @return `d(σ²)/dt`
    double varianceRate(double t);

    /// The rate of the noise level, `dσ/dt = d(σ²)/dt / (2σ)`.
    ///
    /// By default the quotient, and where `σ` is 0 the limit that follows from a positive rate of the variance.
    /// A schedule whose variance and its rate vanish together, `σ ~ t`, overrides this.
    ///
    /// @param t a time in `[0, end]`
    /// @return `σ̇(t)`, `+∞` where `σ` is 0 and `d(σ²)/dt` is not, NaN where both are 0 and nothing else is
    /// known
    default double sigmaRate(double t) {
        double sigma = sigma(t);
        double rate = varianceRate(t);
        return sigma == 0 ? rate / 0.0 : rate / 2 / sigma;
    }

    /// The drift coefficient of the forward process, `f = α̇/α`.
    ///
    /// @param t a time in `[0, end]`
    /// @return `f(t)`, `−∞` where `α` is 0
    default double drift(double t) {
        return alphaRate(t) / alpha(t);
    }

    /// The squared diffusion coefficient of the forward process, `g² = d(σ²)/dt − 2 f σ²`.
    ///
    /// @param t a time in `[0, end]`
    /// @return `g²(t) ≥ 0`, `+∞` where `α` is 0
    default double diffusionSquared(double t) {
        double sigma = sigma(t);
        return varianceRate(t) - 2 * drift(t) * sigma * sigma;
    }

    /// The log signal-to-noise ratio `λ = ln(α/σ)`, which falls with time.
    ///
    /// @param t a time in `[0, end]`
    /// @return `λ(t)`, `+∞` where `σ` is 0 and `−∞` where `α` is 0
    default double logSnr(double t) {
        return Math.log(alpha(t)) - Math.log(sigma(t));
    }

    /// The time at which the log signal-to-noise ratio has a value: the inverse of [#logSnr].
    ///
    /// By default a bisection over the representable times, which ends after at most 64 evaluations at the
    /// nearest of them. Where `λ` is infinite at an end, that end is the time of `±∞`.
    ///
    /// @param lambda a value of `λ` from `logSnr(end)` to `logSnr(0)`, both included
    /// @return the time `t` in `[0, end]` with `λ(t) = lambda`
    /// @throws IllegalArgumentException if `lambda` is NaN or no time of this schedule has it
    default double timeOfLogSnr(double lambda) {
        return LogSnr.bisect(this, lambda);
    }

    /// The law of `xₜ` given `xₛ`: `N(a xₛ, b² I)` with `a = α(t)/α(s)` and `b² = σ(t)² − a² σ(s)²`.
    ///
    /// By default `b² = (σₜ − a σₛ)(σₜ + a σₛ)`, whose relative error is about `2⁻⁵³ σₜ²/b²`. The schedules of
    /// this package keep full relative accuracy however short the step is.
    ///
    /// @param s the earlier time
    /// @param t the later time, `0 ≤ s ≤ t ≤ end`
    /// @return the transition; [Transition#IDENTITY] when `s = t`, also where `α` is 0
    /// @throws IllegalArgumentException unless `0 ≤ s ≤ t ≤ end`, or if the signal-to-noise ratio grows from
    ///     `s` to `t`
    default Transition transition(double s, double t) {
        return Checks.order(this, s, t) ? Transition.IDENTITY : Transition.between(this, s, t);
    }

    /// Refuses a time at which this schedule is not defined.
    ///
    /// @param t any number
    /// @return the same number, `−0` turned to `0`
    /// @throws IllegalArgumentException if `t` is NaN or outside `[0, end]`; names the schedule, the range and
    ///     the value
    default double checkTime(double t) {
        if (!(t >= 0 && t <= end())) {
            throw new IllegalArgumentException(this + " is defined for 0 <= t <= " + end() + ", got t=" + t);
        }
        return t + 0.0;
    }
}
