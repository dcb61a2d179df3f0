package org.sandglass.flow;

import java.util.Arrays;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.solver.DormandPrince;
import org.sandglass.solver.QuarterCircle;

/// The probability flow `dx/dt = v(x, t)` as a map between any two times, and the densities that follow from
/// it: `ln p₀(x) = ln p_T(x_T) + ∫₀ᵀ ∇·v dt` (Song et al. 2021, eq. 39; Chen et al. 2018).
///
/// Integrated by Dormand and Prince over the angle of signal and noise ([QuarterCircle]), which is the same
/// for all schedules and reaches `σ = 0` and `α = 0`; chunks of 1024 points take steps of their own, so
/// nothing depends on threads. The tolerance is kept in each step, by every coordinate of every point in
/// units of `√(α² + σ²)`, and by the log density; the error at the end is some ten times as much.
///
/// A log density needs that of the end. For the exact denoiser it is the exact marginal there, so that the
/// result is that of the data law itself to the tolerance; for others `N(0, σ(end)²I)`.
///
/// @param denoiser the model
/// @param absolute the tolerance of small numbers, finite and `> 0`
/// @param relative the tolerance as a part of large ones, finite and `≥ 0`
public record ProbabilityFlow(Denoiser denoiser, double absolute, double relative) {
    private static final Workers HERE = Workers.of(1);

    /// Checks the ranges.
    public ProbabilityFlow {
        new DormandPrince(absolute, relative);
    }

    /// The flow to a tolerance of `10⁻⁸`.
    ///
    /// @param denoiser the model
    public ProbabilityFlow(Denoiser denoiser) {
        this(denoiser, 1e-8, 1e-8);
    }

    /// Data to noise.
    ///
    /// @param x0 n × d points at time 0, read only
    /// @return the points at the end of the schedule that the flow takes to them
    /// @throws org.sandglass.linalg.NumericalException if the flow is not finite on the way
    public Points encode(Points x0) {
        return carry(x0, 0, schedule().end(), HERE);
    }

    /// Noise to data.
    ///
    /// @param xt n × d points at the end of the schedule, read only
    /// @return the points at time 0 that the flow takes them to
    /// @throws org.sandglass.linalg.NumericalException if the flow is not finite on the way
    public Points decode(Points xt) {
        return carry(xt, schedule().end(), 0, HERE);
    }

    /// Any time to any other.
    ///
    /// @param x n × d points at the first time, finite, read only
    /// @param from that time
    /// @param to another, earlier or later
    /// @param workers the threads
    /// @return the points at time `to`
    /// @throws IllegalArgumentException if the points are not finite or not of the denoiser's dimension, or a
    ///     time is outside the process
    /// @throws org.sandglass.linalg.NumericalException if the flow is not finite on the way
    public Points carry(Points x, double from, double to, Workers workers) {
        requireFitting(x);
        QuarterCircle circle = new QuarterCircle(denoiser, from, to);
        Points out = Points.zeros(x.n(), x.d());
        workers.forEach(chunks(x), c -> {
            Points part = part(x, c);
            circle.carry(part, rule());
            System.arraycopy(part.data(), 0, out.data(), c * Workers.CHUNK * x.d(), part.data().length);
        });
        return out;
    }

    /// Any time to any other, with the growth of the density.
    ///
    /// @param x n × d points at the first time, finite, read only
    /// @param from that time
    /// @param to another, earlier or later
    /// @param divergence how the divergence is found
    /// @param workers the threads
    /// @return the points at time `to`, and `∫ ∇·v dt` along their ways
    /// @throws IllegalArgumentException as above
    /// @throws org.sandglass.linalg.NumericalException as above
    public Passage carry(Points x, double from, double to, Divergence divergence, Workers workers) {
        requireFitting(x);
        QuarterCircle circle = new QuarterCircle(denoiser, from, to);
        Passage out = new Passage(Points.zeros(x.n(), x.d()), new double[x.n()], new double[x.n()], new int[x.n()]);
        workers.forEach(chunks(x), c -> {
            Points part = part(x, c);
            int[] asked = new int[1];
            Points rows = new Growth(circle, divergence, c, part).carry(part, rule(), asked);
            for (int i = 0; i < part.n(); i++) {
                put(rows.row(i), c * Workers.CHUNK + i, circle, out);
                out.evaluations()[c * Workers.CHUNK + i] = asked[0];
            }
        });
        if (divergence instanceof Divergence.Exact) {
            Arrays.fill(out.standardErrors(), 0);
        }
        return out;
    }

    /// `x = r u`, so that densities of `x` and `u` differ by `r^d`.
    private static void put(double[] row, int i, QuarterCircle circle, Passage out) {
        int d = out.end().d();
        double r = circle.radius(circle.to());
        for (int j = 0; j < d; j++) {
            out.end().data()[i * d + j] = r * row[j];
        }
        double[] estimates = Arrays.copyOfRange(row, d, row.length);
        double mean = Arrays.stream(estimates).average().orElseThrow();
        out.growth()[i] = mean + d * Math.log(r / circle.radius(circle.from()));
        out.standardErrors()[i] = standardError(estimates, mean);
    }

    /// Of the mean of several estimates; nothing is known of a single one.
    private static double standardError(double[] estimates, double mean) {
        double squares =
                Arrays.stream(estimates).map(e -> (e - mean) * (e - mean)).sum();
        return Math.sqrt(squares / (estimates.length - 1) / estimates.length);
    }

    /// `ln p₀` at points, with the exact divergence, on this thread.
    ///
    /// @param x0 n × d points at time 0, finite, read only
    /// @return `[n]` log densities
    /// @throws IllegalArgumentException as above
    /// @throws org.sandglass.linalg.NumericalException as above
    public double[] logDensity(Points x0) {
        return logDensity(x0, 0, new Divergence.Exact(), HERE).values();
    }

    /// `ln pₜ` at points.
    ///
    /// @param x n × d points, finite, read only
    /// @param t their time; 0 for data
    /// @param divergence how the divergence is found
    /// @param workers the threads
    /// @return their log densities; costs the flow from `t` to the end of the schedule
    /// @throws IllegalArgumentException as above
    /// @throws org.sandglass.linalg.NumericalException as above
    public FlowDensity logDensity(Points x, double t, Divergence divergence, Workers workers) {
        Passage way = carry(x, t, schedule().end(), divergence, workers);
        double[] values = lawOfEnd().logDensity(way.end());
        for (int i = 0; i < values.length; i++) {
            values[i] += way.growth()[i];
        }
        return new FlowDensity(values, way.standardErrors(), way.evaluations());
    }

    /// The law at the end of the schedule: exact for the exact denoiser, else `N(0, σ(end)²I)`.
    ///
    /// @return a mixture
    public GaussianMixture lawOfEnd() {
        return denoiser instanceof MixtureDenoiser exact
                ? exact.law().marginal(schedule().end())
                : GaussianMixture.gaussian(
                        new double[denoiser.d()],
                        new Isotropic(schedule().sigma(schedule().end()), denoiser.d()));
    }

    private NoiseSchedule schedule() {
        return denoiser.schedule();
    }

    private DormandPrince rule() {
        return new DormandPrince(absolute, relative);
    }

    private static int chunks(Points x) {
        return Math.ceilDiv(x.n(), Workers.CHUNK);
    }

    /// A copy of one chunk.
    private static Points part(Points x, int chunk) {
        return x.slice(chunk * Workers.CHUNK, Math.min(x.n(), (chunk + 1) * Workers.CHUNK));
    }

    private void requireFitting(Points x) {
        if (x.d() != denoiser.d()) {
            throw new IllegalArgumentException("points have dimension " + x.d() + ", the denoiser " + denoiser.d());
        }
        int bad = x.firstNonFiniteRow();
        if (bad >= 0) {
            throw new IllegalArgumentException(
                    "points[" + bad + "] must be finite, got " + Arrays.toString(x.row(bad)));
        }
    }
}
