package org.sandglass.flow;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.Prediction;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// The exact law of what a sampler returns on one Gaussian: no draws, no error but rounding.
///
/// With the exact denoiser of a Gaussian every published rule of fixed steps is affine in the point, in what
/// it remembers and in the normal numbers it takes; and along the axes of the covariance the coordinates do
/// not mix. So the law of the output is Gaussian. Each move is applied to a few chosen rows, which gives its
/// coefficients along all axes at once, and mean and covariance of the state follow: `O(steps · rows · d)`, a
/// few seconds for 3072 axes and 1000 steps.
///
/// The rule itself is asked, on a Gaussian with a diagonal covariance. For a full one this is the law in the
/// basis of its eigenvectors, **if the rule does the same in every basis**. A rule that works coordinate by
/// coordinate, such as one with a diagonal variance, does not: for it only a covariance that is diagonal as
/// it stands is right. Adaptive rules, rules that look at the length of a vector and draws of other than
/// normal numbers are refused. Standard deviations of 0 are allowed as long as the rule never needs the
/// density at `σ = 0`. Slopes are differences of where two rows go, so a mean `10ᵐ` times a standard
/// deviation costs `m` digits of the latter.
public final class GaussianPropagation {
    /// What comes out, and what should.
    ///
    /// @param output the law of the output
    /// @param marginal the exact law at the last time of the grid
    /// @param data the law of the data
    public record Outcome(AxisGaussian output, AxisGaussian marginal, AxisGaussian data) {
        /// The error of the sampler.
        ///
        /// @return the distance from the output to the exact law at the last time
        public GaussianDistance toMarginal() {
            return output.distanceTo(marginal);
        }

        /// The error, and what the grid leaves out if it ends before time 0.
        ///
        /// @return the distance from the output to the data
        public GaussianDistance toData() {
            return output.distanceTo(data);
        }
    }

    private GaussianPropagation() {}

    /// Carries the law of the start through all steps.
    ///
    /// @param law one Gaussian and the schedule
    /// @param sampler the rule, the grid, and what happens at its end
    /// @param start the law to start from: the exact marginal at the first time, or `N(0, σ(end)²I)`
    /// @return the law of the output, beside the exact ones
    /// @throws IllegalArgumentException if the mixture has several components, the grid leaves the schedule,
    ///     or the rule is not affine
    /// @throws NumericalException if a step is not finite on this grid, or the law is no longer
    public static Outcome of(DiffusedMixture law, Sampler sampler, Start start) {
        return of(AxisGaussian.of(law.mixture()), law.schedule(), sampler, start);
    }

    /// The same for a Gaussian that is given along its axes.
    ///
    /// @param data the law of the data
    /// @param schedule the schedule
    /// @param sampler the rule, the grid, and what happens at its end
    /// @param start the law to start from
    /// @return the law of the output, beside the exact ones
    /// @throws IllegalArgumentException as above
    /// @throws NumericalException as above
    public static Outcome of(AxisGaussian data, NoiseSchedule schedule, Sampler sampler, Start start) {
        if (sampler.evaluations().isEmpty()) {
            throw new IllegalArgumentException("the exact law on a Gaussian needs a rule of fixed steps; those of "
                    + sampler.step() + " depend on the points");
        }
        TimeGrid grid = sampler.grid();
        AxisState state = new AxisState(
                switch (start) {
                    case EXACT -> at(data, schedule, grid.from());
                    case PRIOR -> AxisGaussian.centred(schedule.sigma(schedule.end()), data.d());
                },
                sampler.step().memory());
        carry(state, data.denoiser(schedule), sampler);
        return new Outcome(state.law(), at(data, schedule, grid.to()), data);
    }

    private static AxisGaussian at(AxisGaussian data, NoiseSchedule schedule, double t) {
        return data.underNoise(schedule.alpha(t), schedule.sigma(t));
    }

    private static void carry(AxisState state, Denoiser denoiser, Sampler sampler) {
        TimeGrid grid = sampler.grid();
        for (int i = 0; i < grid.steps(); i++) {
            apply(sampler.step().move(denoiser, grid, i), state, sampler, denoiser.d());
            requireFinite(state, grid.time(i), grid.time(i + 1));
        }
        if (sampler.finish() == Sampler.Finish.DENOISE) {
            var last = denoiser.at(grid.to());
            apply((x, _, _) -> last.predict(Prediction.X0, x, x), state, sampler, denoiser.d());
        }
    }

    private static void apply(Move move, AxisState state, Sampler sampler, int d) {
        state.apply(AffineMove.of(move, state.parts(), sampler.step().memory(), d));
    }

    private static void requireFinite(AxisState state, double t, double next) {
        int axis = state.firstNonFinite();
        if (axis >= 0) {
            throw new NumericalException("the law along axis " + axis + " is no longer finite after the step from t="
                    + t + " to t=" + next + "; take shorter steps there");
        }
    }
}
