package org.sandglass.diffusion;

import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.Transition;

/// The forward process pinned at two points: the law of `x_u` given `xₛ` and `xₜ`, one Gaussian for every `u`
/// in `[s, t]`.
///
/// With `x_u | xₛ ~ N(a₁xₛ, b₁²I)` and `xₜ | x_u ~ N(a₂x_u, b₂²I)`, the mean is `a₁xₛ + a₂b₁²(xₜ −
/// a₂a₁xₛ)/(a₂²b₁² + b₂²)` and the variance `b₁²b₂²/(a₂²b₁² + b₂²)`. Immutable.
public final class Bridge {
    private final NoiseSchedule schedule;
    private final double s;
    private final double[] xs;
    private final double t;
    private final double[] xt;

    private Bridge(NoiseSchedule schedule, double s, double[] xs, double t, double[] xt) {
        this.schedule = schedule;
        this.s = s;
        this.xs = xs;
        this.t = t;
        this.xt = xt;
    }

    /// A bridge.
    ///
    /// @param schedule the schedule
    /// @param s the earlier time
    /// @param xs where the process is then, d finite numbers
    /// @param t the later time, with noise between the two
    /// @param xt where the process is then, d finite numbers
    /// @return the pinned process
    /// @throws IllegalArgumentException if times are out of order, no noise is added between, or dimensions
    ///     differ
    public static Bridge between(NoiseSchedule schedule, double s, double[] xs, double t, double[] xt) {
        if (!(schedule.transition(s, t).std() > 0) || xs.length != xt.length) {
            throw new IllegalArgumentException(
                    "a bridge needs s < t with noise between and two points of one dimension, got s=" + s + ", t=" + t
                            + ", dimensions " + xs.length + " and " + xt.length);
        }
        return new Bridge(schedule, s, xs.clone(), t, xt.clone());
    }

    /// The law at one time.
    ///
    /// @param u a time in `[s, t]`
    /// @return one Gaussian; a point at both ends
    /// @throws IllegalArgumentException if `u` is outside
    public GaussianMixture at(double u) {
        Transition before = schedule.transition(s, u);
        Transition after = schedule.transition(u, t);
        if (after.std() == 0) {
            return GaussianMixture.point(xt);
        }
        double[] mean = new double[xs.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = before.scale() * xs[j];
        }
        return GaussianMixture.gaussian(mean, new Isotropic(before.std(), mean.length))
                .underNoise(after.scale(), after.std())
                .posterior(xt);
    }
}
