package org.sandglass.schedule;

/// The sub-variance-preserving schedule (`sub-vp`): with `B` as in [LinearVp], `α = e^(−B/2)` and
/// `σ = 1 − e^(−B)`.
///
/// `α(0) = 1`, `σ(0) = 0`, `λ(0) = +∞`; at the end all is finite. `f = −β/2`, `g² = β (1 − e^(−2B))`, and
/// `λ = −ln(2 sinh(B/2))`. Song et al. 2021, eq. 12 and 29.
///
/// @param betaMin the rate at time 0, `≥ 0`
/// @param betaMax the rate at the end, `≥ betaMin`, `> 0`
/// @param end the time of noise, finite and `> 0`
public record SubVp(double betaMin, double betaMax, double end) implements NoiseSchedule {
    /// Checks the order of the two rates, and the end.
    public SubVp {
        LinearBeta.check("SubVp", betaMin, betaMax, end);
    }

    /// The usual rates.
    ///
    /// @return `β` from 0.1 to 20 on `[0, 1]`
    public static SubVp standard() {
        return new SubVp(0.1, 20, 1);
    }

    @Override
    public double alpha(double t) {
        return Math.exp(-integral(t) / 2);
    }

    @Override
    public double sigma(double t) {
        return -Math.expm1(-integral(t));
    }

    @Override
    public double alphaRate(double t) {
        return -beta(t) / 2 * alpha(t);
    }

    @Override
    public double sigmaRate(double t) {
        return beta(t) * Math.exp(-integral(t));
    }

    @Override
    public double varianceRate(double t) {
        return 2 * beta(t) * sigma(t) * Math.exp(-integral(t));
    }

    @Override
    public double drift(double t) {
        return -beta(t) / 2;
    }

    @Override
    public double diffusionSquared(double t) {
        return -beta(t) * Math.expm1(-2 * integral(t));
    }

    @Override
    public double logSnr(double t) {
        double integral = integral(t);
        return -integral / 2 - Math.log(-Math.expm1(-integral));
    }

    /// The time with `B = 2 asinh(½ e^(−λ))`.
    @Override
    public double timeOfLogSnr(double lambda) {
        LogSnr.check(this, lambda);
        return line().timeOfIntegral(2 * asinhOfHalfExp(-lambda));
    }

    /// `a = e^(−ΔB/2)` and `b² = (1 − e^(−ΔB))(1 − e^(−(Bₛ + Bₜ)))`.
    @Override
    public Transition transition(double s, double t) {
        if (Checks.order(this, s, t)) {
            return Transition.IDENTITY;
        }
        double integral = line().integral(s, t);
        double std = Math.sqrt(-Math.expm1(-integral)) * Math.sqrt(-Math.expm1(-(integral(s) + integral(t))));
        return new Transition(Math.exp(-integral / 2), std);
    }

    /// `asinh(½ eˣ)`: by `log1p` of the small part where `eˣ` is small, past the overflow of `eˣ` where it is
    /// large.
    private static double asinhOfHalfExp(double x) {
        if (x < 0) {
            double y = Math.exp(x) / 2;
            return Math.log1p(y + y * y / (1 + Math.sqrt(1 + y * y)));
        }
        double q = 4 * Math.exp(-2 * x);
        return x + Math.log1p(q / (1 + Math.sqrt(1 + q)) / 2);
    }

    private double beta(double t) {
        return line().at(checkTime(t));
    }

    private double integral(double t) {
        return line().integral(0, checkTime(t));
    }

    private LinearBeta line() {
        return new LinearBeta(betaMin, betaMax, end);
    }
}
