package org.sandglass.schedule;

/// The variance exploding schedule (`ve`): `α = 1`, `σ = σ_min (σ_max/σ_min)^u` with `u = t/end`.
///
/// `σ(0) = σ_min > 0`, so time 0 is not quite the data; everything is finite on `[0, end]`. `f = 0`,
/// `g² = 2 σ² ln(σ_max/σ_min)/end`, `λ = −ln σ`. Song et al. 2021, eq. 9 and 29.
///
/// @param sigmaMin the noise level at time 0, `> 0`
/// @param sigmaMax the noise level at the end, `> sigmaMin`, with a finite ratio to it
/// @param end the time of noise, finite and `> 0`
public record VarianceExploding(double sigmaMin, double sigmaMax, double end) implements UnitSignal {
    /// Checks the order of the noise levels, and the end.
    public VarianceExploding {
        Checks.that(
                sigmaMin > 0 && sigmaMax > sigmaMin && Double.isFinite(sigmaMax / sigmaMin),
                "VarianceExploding needs 0 < sigmaMin < sigmaMax with a finite ratio",
                "sigmaMin=" + sigmaMin + ", sigmaMax=" + sigmaMax);
        Checks.end("VarianceExploding", end);
    }

    /// The usual noise levels.
    ///
    /// @return `σ` from 0.01 to 50 on `[0, 1]`
    public static VarianceExploding standard() {
        return new VarianceExploding(0.01, 50, 1);
    }

    @Override
    public double sigma(double t) {
        checkTime(t);
        return sigmaMin * Math.exp(t / end * logRatio());
    }

    @Override
    public double varianceRate(double t) {
        double sigma = sigma(t);
        return 2 * sigma * sigma * logRatio() / end;
    }

    @Override
    public double logSnr(double t) {
        checkTime(t);
        return -(Math.log(sigmaMin) + t / end * logRatio());
    }

    /// `u = −(λ + ln σ_min)/ln(σ_max/σ_min)`.
    @Override
    public double timeOfLogSnr(double lambda) {
        LogSnr.check(this, lambda);
        double u = (-lambda - Math.log(sigmaMin)) / logRatio();
        return Math.min(end, end * Math.max(u, 0));
    }

    /// `b² = σₜ² (1 − (σₛ/σₜ)²)` with `ln(σₜ/σₛ) = (uₜ − uₛ) ln(σ_max/σ_min)`.
    @Override
    public Transition transition(double s, double t) {
        return Checks.order(this, s, t)
                ? Transition.IDENTITY
                : new Transition(1, sigma(t) * Math.sqrt(-Math.expm1(-2 * ((t - s) / end) * logRatio())));
    }

    private double logRatio() {
        return Math.log1p((sigmaMax - sigmaMin) / sigmaMin);
    }
}
