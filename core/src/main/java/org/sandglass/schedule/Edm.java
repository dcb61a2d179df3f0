package org.sandglass.schedule;

/// Time is the noise level (`edm`): `α = 1`, `σ = t`, up to `t = σ_max`.
///
/// `σ(0) = 0`, `λ(0) = +∞`; at the end all is finite. `f = 0`, `g² = 2t`, `λ = −ln t`. Karras et al. 2022,
/// table 1.
///
/// @param sigmaMax the greatest noise level, which is the end; finite and `> 0`
public record Edm(double sigmaMax) implements UnitSignal {
    /// Checks the greatest noise level.
    public Edm {
        Checks.that(
                sigmaMax > 0 && Double.isFinite(sigmaMax), "Edm needs a finite sigmaMax > 0", "sigmaMax=" + sigmaMax);
    }

    /// The greatest noise level of the paper.
    ///
    /// @return `σ` from 0 to 80
    public static Edm standard() {
        return new Edm(80);
    }

    @Override
    public double end() {
        return sigmaMax;
    }

    @Override
    public double sigma(double t) {
        return checkTime(t);
    }

    @Override
    public double sigmaRate(double t) {
        checkTime(t);
        return 1;
    }

    @Override
    public double varianceRate(double t) {
        return 2 * checkTime(t);
    }

    @Override
    public double logSnr(double t) {
        return -Math.log(checkTime(t));
    }

    @Override
    public double timeOfLogSnr(double lambda) {
        LogSnr.check(this, lambda);
        return Math.min(sigmaMax, Math.exp(-lambda));
    }

    @Override
    public Transition transition(double s, double t) {
        return Checks.order(this, s, t) ? Transition.IDENTITY : new Transition(1, Math.sqrt(t - s) * Math.sqrt(t + s));
    }
}
