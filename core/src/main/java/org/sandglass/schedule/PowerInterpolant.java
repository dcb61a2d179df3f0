package org.sandglass.schedule;

/// A path between data and noise by two powers (`interpolant`): `α = (1 − u)ᵖ`, `σ = u^q` with `u =
/// t/end`, `p` the power of the signal and `q` that of the noise.
///
/// `p = q = 1` is [Flow]; `p = 1`, `q = ½` is the path `(1 − u) x₀ + √u z`. `α(0) = 1`, `σ(0) = 0`,
/// `λ(0) = +∞`; at the end `α = 0` and `σ = 1` exactly, so `λ = −∞`, `f = −∞` and `g² = +∞` there. `α̇`
/// is finite but at the end, where it is `−∞` if `p < 1`; `d(σ²)/dt` is finite but at time 0, where it
/// is `+∞` if `q < ½`. `f = −p/(end − t)`, `g² = 2u^(2q−1) (q (1 − u) + p u)/(end − t)`, `λ = p ln(1 −
/// u) − q ln u`. Lipman et al. 2023; Albergo and Vanden-Eijnden 2023.
///
/// @param signalPower `p`, finite and `> 0`
/// @param noisePower `q`, finite and `> 0`
/// @param end the time of noise, finite and `> 0`
public record PowerInterpolant(double signalPower, double noisePower, double end) implements NoiseSchedule {
    /// Checks the powers and the end.
    public PowerInterpolant {
        Checks.that(
                signalPower > 0 && Double.isFinite(signalPower),
                "PowerInterpolant needs a finite signalPower > 0",
                "signalPower=" + signalPower);
        Checks.that(
                noisePower > 0 && Double.isFinite(noisePower),
                "PowerInterpolant needs a finite noisePower > 0",
                "noisePower=" + noisePower);
        Checks.end("PowerInterpolant", end);
    }

    /// The straight path, as [Flow#standard].
    ///
    /// @return both powers 1, on `[0, 1]`
    public static PowerInterpolant standard() {
        return new PowerInterpolant(1, 1, 1);
    }

    @Override
    public double alpha(double t) {
        return Math.pow(left(t), signalPower);
    }

    @Override
    public double sigma(double t) {
        return Math.pow(gone(t), noisePower);
    }

    @Override
    public double alphaRate(double t) {
        return -signalPower * Math.pow(left(t), signalPower - 1) / end;
    }

    @Override
    public double sigmaRate(double t) {
        return noisePower * Math.pow(gone(t), noisePower - 1) / end;
    }

    @Override
    public double varianceRate(double t) {
        return 2 * noisePower * Math.pow(gone(t), 2 * noisePower - 1) / end;
    }

    @Override
    public double drift(double t) {
        return -signalPower / (end - checkTime(t));
    }

    @Override
    public double diffusionSquared(double t) {
        return 2 * Math.pow(gone(t), 2 * noisePower - 1) * meanPower(t) / (end - t);
    }

    /// `q (1 − u) + p u`, the lesser power and a positive term.
    private double meanPower(double t) {
        return signalPower >= noisePower
                ? noisePower + (signalPower - noisePower) * gone(t)
                : signalPower + (noisePower - signalPower) * left(t);
    }

    @Override
    public double logSnr(double t) {
        double ratio = signalPower * Math.log(end - checkTime(t)) - noisePower * Math.log(t + 0.0);
        return ratio - (signalPower - noisePower) * Math.log(end);
    }

    /// `u = 1/(1 + e^(λ/p))` where the powers are equal, else by bisection.
    @Override
    public double timeOfLogSnr(double lambda) {
        if (signalPower != noisePower) {
            return LogSnr.bisect(this, lambda);
        }
        LogSnr.check(this, lambda);
        return end / (1 + Math.exp(lambda / signalPower));
    }

    /// `a = ((1 − uₜ)/(1 − uₛ))ᵖ` and `b² = σₜ² (1 − e^(2(λₜ − λₛ)))`.
    @Override
    public Transition transition(double s, double t) {
        if (Checks.order(this, s, t)) {
            return Transition.IDENTITY;
        }
        double fall = signalPower * logRatio(end - t, end - s, t - s) + noisePower * logRatio(s, t, t - s);
        double scale = Math.pow((end - t) / (end - s), signalPower);
        return new Transition(scale, sigma(t) * Math.sqrt(-Math.expm1(2 * fall)));
    }

    /// `ln(less/more)`, by the difference of the two where they are near.
    private static double logRatio(double less, double more, double difference) {
        return less < more / 2 ? Math.log(less / more) : Math.log1p(-difference / more);
    }

    /// `u`.
    private double gone(double t) {
        return checkTime(t) / end;
    }

    /// `1 − u`.
    private double left(double t) {
        return (end - checkTime(t)) / end;
    }
}
