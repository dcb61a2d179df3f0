package org.sandglass.diffusion;

import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.Transition;

/// A mixture under a noise schedule: `xₜ = α(t) x₀ + σ(t) z`, with every law of the process exact.
///
/// All answers hold on the whole of `[0, end]`, the ends included, if the mixture has a density; for exact
/// points, wherever `σ(t) > 0`. Derivations: `docs/math/posterior.md`.
///
/// @param mixture the law of `x₀`
/// @param schedule `α` and `σ`
public record DiffusedMixture(GaussianMixture mixture, NoiseSchedule schedule) {
    /// The process started at one point: `xₜ | x₀ ~ N(α x₀, σ² I)`.
    ///
    /// @param schedule the schedule
    /// @param x0 where it starts
    /// @return the conditional process
    public static DiffusedMixture from(NoiseSchedule schedule, double... x0) {
        return new DiffusedMixture(GaussianMixture.point(x0), schedule);
    }

    /// The dimension.
    ///
    /// @return `d`
    public int d() {
        return mixture.d();
    }

    /// Everything exact about time `t`: density, score, and the posterior of `x₀` and of the noise.
    ///
    /// @param t a time in `[0, end]`
    /// @return the law of `xₜ` with its posterior; costs `O(Kd)`
    /// @throws IllegalArgumentException if the time is outside the process
    public NoisyMixture at(double t) {
        return mixture.underNoise(schedule.alpha(t), schedule.sigma(t));
    }

    /// The marginal `pₜ = Σₖ wₖ N(α μₖ, α²Σₖ + σ²I)`: scale, then convolve.
    ///
    /// @param t a time in `[0, end]`
    /// @return `pₜ`
    /// @throws IllegalArgumentException if the time is outside the process
    public GaussianMixture marginal(double t) {
        return at(t).marginal();
    }

    /// The velocity of the probability flow, `v = α̇ E[x₀|xₜ] + ½ d(σ²)/dt · Σₖ rₖ Cₖ⁻¹(xₜ − αμₖ)`, which
    /// equals `f x − ½ g² ∇ln pₜ`.
    ///
    /// This form is finite where `f`, `g²` and `σ̇` are not: at the end of `flow`, and at time 0 of the
    /// variance preserving schedules.
    ///
    /// @param x points, n × d
    /// @param t a time in `[0, end]`
    /// @return velocities, n × d
    /// @throws org.sandglass.linalg.NumericalException if there is no density at `t`
    public Points velocity(Points x, double t) {
        Points out = Points.zeros(x.n(), x.d());
        velocityAt(t).evaluate(x, out);
        return out;
    }

    /// The velocity field at one time, its parameters computed once.
    ///
    /// @param t a time in `[0, end]`
    /// @return a function that threads may share
    public VelocityField velocityAt(double t) {
        return new VelocityField(at(t), schedule.alphaRate(t), 0.5 * schedule.varianceRate(t));
    }

    /// The posterior `p(x₀ | xₜ)`.
    ///
    /// @param t a time in `[0, end]`
    /// @param xt one point, d numbers
    /// @return a mixture with the components in the prior's order; of points at `t = 0` where `σ(0) = 0`
    /// @throws org.sandglass.linalg.NumericalException if there is no density at `t`
    public GaussianMixture posterior(double t, double... xt) {
        return at(t).posterior(xt);
    }

    /// The pair `(xₛ, xₜ)` as a noisy look: `xₜ = a xₛ + b z`, with `xₛ ~ pₛ`.
    ///
    /// Its [NoisyMixture#posterior] is the reverse kernel `p(xₛ|xₜ)`, its [NoisyMixture#samplePosterior] an
    /// exact reverse step.
    ///
    /// @param s the earlier time
    /// @param t the later time, `0 ≤ s ≤ t ≤ end`
    /// @return the look
    /// @throws IllegalArgumentException unless the times are in order
    public NoisyMixture look(double s, double t) {
        Transition transition = schedule.transition(s, t);
        return marginal(s).underNoise(transition.scale(), transition.std());
    }

    /// The exact reverse kernel `p(xₛ | xₜ)`: weights `rₖ(xₜ)`, and per component the Gaussian `xₛ` given a
    /// linear look.
    ///
    /// @param s the earlier time
    /// @param t the later time, `0 ≤ s ≤ t ≤ end`
    /// @param xt where the process is at time `t`
    /// @return a mixture with the components in the prior's order; a point if `s = t`
    /// @throws org.sandglass.linalg.NumericalException if there is no density at `t`
    public GaussianMixture reverseKernel(double s, double t, double... xt) {
        return look(s, t).posterior(xt);
    }

    /// The velocity at points that each have a time of their own.
    ///
    /// @param x points, n × d
    /// @param times n times in `[0, end]`
    /// @return velocities, n × d
    /// @throws IllegalArgumentException if there are not n times
    public Points velocity(Points x, double[] times) {
        int size = x.data().length;
        Outputs out = new Outputs(new double[0], new double[size], new double[size]);
        evaluate(x, times, out);
        Points velocity = Points.zeros(x.n(), x.d());
        for (int i = 0; i < size; i++) {
            double t = times[i / x.d()];
            velocity.data()[i] =
                    schedule.alphaRate(t) * out.posteriorMean()[i] - 0.5 * schedule.varianceRate(t) * out.score()[i];
        }
        return velocity;
    }

    /// Evaluates points that each have a time of their own; costs the parameters anew for every run of equal
    /// times.
    ///
    /// @param x points, n × d
    /// @param times n times in `[0, end]`
    /// @param out arrays for n rows
    /// @throws IllegalArgumentException if there are not n times
    public void evaluate(Points x, double[] times, Outputs out) {
        if (times.length != x.n()) {
            throw new IllegalArgumentException(x.n() + " points need as many times, got " + times.length);
        }
        for (int from = 0; from < times.length; ) {
            int to = from + 1;
            while (to < times.length && times[to] == times[from]) {
                to++;
            }
            at(times[from]).evaluate(x, from, to, out);
            from = to;
        }
    }
}
