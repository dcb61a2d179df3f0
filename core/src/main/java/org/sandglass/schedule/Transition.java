package org.sandglass.schedule;

/// A Gaussian step of the forward process: `xₜ | xₛ ~ N(scale · xₛ, std² I)`.
///
/// @param scale the factor `a ≥ 0` on the earlier point
/// @param std the standard deviation `b ≥ 0` of the added noise
public record Transition(double scale, double std) {
    /// The step from a time to itself: factor 1, no noise.
    public static final Transition IDENTITY = new Transition(1, 0);

    /// Checks that both numbers are finite and not negative.
    public Transition {
        Checks.that(
                scale >= 0 && std >= 0 && Double.isFinite(scale) && Double.isFinite(std),
                "Transition needs finite scale >= 0 and std >= 0",
                "scale=" + scale + ", std=" + std);
    }

    /// This step followed by another: `a = a₂ a₁`, `b² = b₂² + a₂² b₁²`.
    ///
    /// @param next the step that follows
    /// @return both in one
    public Transition then(Transition next) {
        return new Transition(next.scale * scale, Math.hypot(next.std, next.scale * std));
    }

    /// `N(αₜ/αₛ xₛ, (σₜ − a σₛ)(σₜ + a σₛ) I)` for `s < t`.
    static Transition between(NoiseSchedule schedule, double s, double t) {
        double alphaS = schedule.alpha(s);
        Checks.that(alphaS > 0, "a transition of " + schedule + " needs alpha(s) > 0", "s=" + s);
        double scale = schedule.alpha(t) / alphaS;
        double after = schedule.sigma(t);
        double carried = scale * schedule.sigma(s);
        return new Transition(scale, Math.sqrt(gap(schedule, s, t, after, carried)) * Math.sqrt(after + carried));
    }

    /// `σₜ − a σₛ`. The four roundings in `a σₛ` can make a true 0 negative by 4 ulp; more than that is a
    /// schedule whose signal-to-noise ratio grows.
    private static double gap(NoiseSchedule schedule, double s, double t, double after, double carried) {
        double gap = after - carried;
        Checks.that(
                gap >= -4 * Math.ulp(carried),
                "a transition of " + schedule + " needs a signal-to-noise ratio that does not grow",
                "s=" + s + ", t=" + t);
        return Math.max(gap, 0);
    }
}
