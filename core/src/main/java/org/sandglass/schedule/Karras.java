package org.sandglass.schedule;

/// Variance exploding along the ρ-spacing of EDM (`karras`): `α = 1`, `σ = σ_data (σ_min^(1/ρ) + u (σ_max^(1/ρ)
/// − σ_min^(1/ρ)))^ρ` with `u = t/end`.
///
/// `σ(0) = σ_data σ_min > 0`, so time 0 is not quite the data; everything is finite on `[0, end]`. `f = 0`,
/// `λ = −ln σ`. A uniform grid in time is the spacing of Karras et al. 2022, eq. 5.
///
/// @param sigmaMin the noise level at time 0 in units of `sigmaData`, `> 0`
/// @param sigmaMax the noise level at the end in units of `sigmaData`, `> sigmaMin`, with a finite ratio to it
/// @param rho the exponent `ρ > 0`, finite
/// @param sigmaData the unit of noise, finite and `> 0`
/// @param end the time of noise, finite and `> 0`
public record Karras(double sigmaMin, double sigmaMax, double rho, double sigmaData, double end) implements UnitSignal {
    /// Checks the order of the noise levels, the exponent, the unit and the end.
    public Karras {
        Checks.that(
                sigmaMin > 0 && sigmaMax > sigmaMin && Double.isFinite(sigmaMax / sigmaMin),
                "Karras needs 0 < sigmaMin < sigmaMax with a finite ratio",
                "sigmaMin=" + sigmaMin + ", sigmaMax=" + sigmaMax);
        Checks.that(rho > 0 && Double.isFinite(rho), "Karras needs a finite rho > 0", "rho=" + rho);
        Checks.that(
                sigmaData > 0 && Double.isFinite(sigmaData),
                "Karras needs a finite sigmaData > 0",
                "sigmaData=" + sigmaData);
        Checks.end("Karras", end);
    }

    /// The usual noise levels.
    ///
    /// @return `σ` from 4e-4 to 160 with `ρ = 7` and `σ_data = 1` on `[0, 1]`
    public static Karras standard() {
        return new Karras(4e-4, 160, 7, 1, 1);
    }

    @Override
    public double sigma(double t) {
        return sigmaData * Math.pow(root(t), rho);
    }

    @Override
    public double varianceRate(double t) {
        double sigma = sigma(t);
        return 2 * rho * sigma * sigma * (rise() / root(t)) / end;
    }

    @Override
    public double logSnr(double t) {
        return -(Math.log(sigmaData) + rho * Math.log(root(t)));
    }

    /// The time at which the root of `σ/σ_data` is `e^(−(λ + ln σ_data)/ρ)`.
    @Override
    public double timeOfLogSnr(double lambda) {
        LogSnr.check(this, lambda);
        double root = Math.exp((-lambda - Math.log(sigmaData)) / rho);
        return Math.min(end, end * Math.max((root - low()) / rise(), 0));
    }

    /// `b² = σₜ² (1 − (σₛ/σₜ)²)` with `ln(σₛ/σₜ) = ρ ln(1 − Δu (rise of the root)/(root at t))`.
    @Override
    public Transition transition(double s, double t) {
        if (Checks.order(this, s, t)) {
            return Transition.IDENTITY;
        }
        double logRatio = rho * Math.log1p(-(t - s) / end * rise() / root(t));
        return new Transition(1, sigma(t) * Math.sqrt(-Math.expm1(2 * logRatio)));
    }

    /// `(σ/σ_data)^(1/ρ)`, linear in time.
    private double root(double t) {
        checkTime(t);
        return low() + t / end * rise();
    }

    private double low() {
        return Math.pow(sigmaMin, 1 / rho);
    }

    /// `σ_max^(1/ρ) − σ_min^(1/ρ)`, without the cancellation of near levels.
    private double rise() {
        return low() * Math.expm1(Math.log1p((sigmaMax - sigmaMin) / sigmaMin) / rho);
    }
}
