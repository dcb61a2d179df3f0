package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// DEIS: `xₛ = (αₛ/αₜ) xₜ + αₛ ∫ P dρ` over the step, where `ρ = σ/α` and `P` is the polynomial through the
/// last `order + 1` predictions `ε̂`, in `t` (tAB) or in `ρ` (ρAB) (Zhang and Chen 2022, tAB-DEIS and
/// ρAB-DEIS).
///
/// From `d(x/α)/dρ = ε̂`. The degree of the polynomial is called order in the paper; the rule then
/// converges with order `order + 1`, but after the published warm-up, by lower degrees from 0, with 2 at
/// most. Degree 0 is DDIM. One evaluation a step. The integrals in `t` are quadratures, once for each step,
/// to some units in the last place for schedules that are analytic on the step; those in `ρ` are exact.
///
/// A step to `σ = 0`, or from `α = 0`, where `λ` is infinite, is DDIM, and what was predicted at `λ = −∞`
/// is never interpolated.
///
/// @param kind the variable of the polynomial
/// @param order its degree, from 0 to 3
/// @param warmUp the first `order` steps
public record Deis(Kind kind, int order, WarmUp warmUp) implements Step {
    private static final int GREATEST = 3;

    /// The variable of the polynomial.
    public enum Kind {
        /// Time: tAB.
        TAB,
        /// `ρ = σ/α`: ρAB.
        RHO_AB
    }

    /// Checks the degree.
    public Deis {
        if (order < 0 || order > GREATEST) {
            throw new IllegalArgumentException("the order of DEIS must be from 0 to 3, got " + order);
        }
    }

    /// After lower degrees, as published.
    ///
    /// @param kind the variable of the polynomial
    /// @param order its degree, from 0 to 3
    public Deis(Kind kind, int order) {
        this(kind, order, new WarmUp.LowerOrder());
    }

    private double[] weights(Past past, int k) {
        double[] weights = switch (kind) {
            case TAB -> DeisWeights.inTime(past, k);
            case RHO_AB -> DeisWeights.inRho(past, k);
        };
        double unit = Form.NOISE.keep(past.leg()) * past.leg().sigmaT();
        for (int j = 0; j < k; j++) {
            weights[j] *= unit;
        }
        return weights;
    }

    private LookBack rule() {
        return new LookBack(Form.NOISE, order + 1, warmUp, LastSteps.FULL_ORDER, this::weights);
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        return rule().move(denoiser, grid, i);
    }

    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return rule().evaluations(grid);
    }

    @Override
    public boolean stochastic() {
        return rule().stochastic();
    }

    @Override
    public int memory() {
        return order + 1;
    }
}
