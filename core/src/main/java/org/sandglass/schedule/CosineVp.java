package org.sandglass.schedule;

/// The variance preserving cosine schedule (`vp-cosine`): with `u = t/end` and the angle `θ(u) = ½π (u + s)/(1
/// + s)`, `α = cos θ(u) / cos θ(0)` and `σ² = 1 − α²`. The rate is not clipped.
///
/// `α(0) = 1`, `σ(0) = 0`, `λ(0) = +∞`. At the end `α = 0` and `σ = 1` exactly, so `λ = −∞`, `f = −∞` and
/// `g² = +∞` there; `α̇` and `d(σ²)/dt` stay finite. Nichol & Dhariwal 2021, eq. 17, which in addition clips
/// `β`.
///
/// In terms of the angle still to go, `c = ½π (1 − u)/(1 + s)`, `α = sin c / sin c₀`, so nothing cancels near
/// the end; and `sin² c₁ − sin² c₂ = sin(c₁ − c₂) sin(c₁ + c₂)` keeps the variance accurate near time 0 and
/// over short steps.
///
/// @param offset the offset `s ≥ 0`, finite, that keeps the first steps from being too small
/// @param end the time of noise, finite and `> 0`
public record CosineVp(double offset, double end) implements NoiseSchedule {
    /// Checks the offset and the end.
    public CosineVp {
        Checks.that(offset >= 0 && Double.isFinite(offset), "CosineVp needs a finite offset >= 0", "offset=" + offset);
        Checks.end("CosineVp", end);
    }

    /// The offset of the paper.
    ///
    /// @return `s = 0.008` on `[0, 1]`
    public static CosineVp standard() {
        return new CosineVp(0.008, 1);
    }

    @Override
    public double alpha(double t) {
        return Math.sin(angle(toGo(t))) / sinOfAll();
    }

    @Override
    public double sigma(double t) {
        return std(0, t);
    }

    @Override
    public double alphaRate(double t) {
        return -angle(1) / end * sinOfTheta(t) / sinOfAll();
    }

    @Override
    public double varianceRate(double t) {
        return -2 * alpha(t) * alphaRate(t);
    }

    /// `f = −θ̇ tan θ`.
    ///
    /// @param t a time in `[0, end]`
    /// @return `f(t)`, `−∞` at the end
    @Override
    public double drift(double t) {
        return -angle(1) / end * (sinOfTheta(t) / Math.sin(angle(toGo(t))));
    }

    /// `g² = −2f`.
    ///
    /// @param t a time in `[0, end]`
    /// @return `g²(t)`, `+∞` at the end
    @Override
    public double diffusionSquared(double t) {
        return -2 * drift(t);
    }

    /// The time at which `θ` has moved by `p`, with `sin p` and `cos p` written as sums of positive terms.
    @Override
    public double timeOfLogSnr(double lambda) {
        LogSnr.check(this, lambda);
        double alpha = LogSnr.signal(lambda);
        double sigma = LogSnr.noise(lambda);
        if (sigma == 0) {
            return 0;
        }
        double sin0 = Math.sin(angle(offset));
        double cos0 = sinOfAll();
        double sinTheta = Math.hypot(sin0, cos0 * sigma);
        double sinMoved = sigma * (sigma / (sinTheta + alpha * sin0)) * cos0;
        double cosMoved = cos0 * cos0 * alpha + sin0 * sinTheta;
        return Math.min(end, end * (Math.atan2(sinMoved, cosMoved) / angle(1)));
    }

    /// `a = sin cₜ / sin cₛ` and `b² = sin(cₛ − cₜ) sin(cₛ + cₜ) / sin² cₛ`.
    @Override
    public Transition transition(double s, double t) {
        return Checks.order(this, s, t)
                ? Transition.IDENTITY
                : new Transition(Math.sin(angle(toGo(t))) / Math.sin(angle(toGo(s))), std(s, t));
    }

    /// `√(sin(cₛ − cₜ) sin(cₛ + cₜ)) / sin cₛ`. The sum of the angles may be near `π`, where the sine is that
    /// of the angle left to `π`.
    private double std(double s, double t) {
        double sinS = Math.sin(angle(toGo(s)));
        double moved = angle((t - s) / end);
        double sum = angle(Math.min(toGo(s) + toGo(t), s / end + t / end + 2 * offset));
        return Math.sqrt(Math.sin(moved) / sinS) * Math.sqrt(Math.sin(sum) / sinS);
    }

    private double angle(double fraction) {
        return Math.PI / 2 * fraction / (1 + offset);
    }

    /// `1 − u`, exactly 0 at the end.
    private double toGo(double t) {
        return (end - checkTime(t)) / end;
    }

    private double sinOfTheta(double t) {
        return Math.sin(angle(checkTime(t) / end + offset));
    }

    /// `sin c₀ = cos θ(0)`.
    private double sinOfAll() {
        return Math.sin(angle(1));
    }
}
