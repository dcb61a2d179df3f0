package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// PNDM: `xₛ = (αₛ/αₜ) xₜ + (σₛ − αₛσₜ/αₜ) ε′`, DDIM with the noise of Adams and Bashforth,
/// `ε′ = (55 ε̂ᵢ − 59 ε̂ᵢ₋₁ + 37 ε̂ᵢ₋₂ − 9 ε̂ᵢ₋₃)/24` (Liu et al. 2022, eq. 11 and 12).
///
/// `ε′` is the mean of `ε̂` over a step, weighted by the number of the step, and the factor is `αₛ ∫ dρ`,
/// `ρ = σ/α`; the exact solution has `αₛ ∫ ε̂ dρ`. Their difference in a step is `h³ ρ″ε̂′/12`, so the
/// order is 2 on any smooth grid, and 4 only where `ρ` is linear in the number of the step: `edm` on steps
/// of equal length, started by a rule of such order. The numbers are those for steps of equal length, also
/// where they are not; where neighbouring steps differ by a factor that does not go to 1, the order is 1.
/// [Deis] has the integral over the steps as they are.
///
/// One evaluation a step, but in the warm-up. A step to `σ = 0`, or from `α = 0`, where `λ` is infinite, is
/// DDIM with one evaluation, and what was predicted at `λ = −∞` is not used again.
///
/// @param variant the start as published, and the number of predictions that are used
/// @param warmUp the published start, or another
public record Plms(Variant variant, WarmUp warmUp) implements Step {
    private static final double[][] ADAMS_BASHFORTH = {
        {1}, {3.0 / 2, -1.0 / 2}, {23.0 / 12, -16.0 / 12, 5.0 / 12}, {55.0 / 24, -59.0 / 24, 37.0 / 24, -9.0 / 24}
    };

    /// The published variants.
    public enum Variant {
        /// First an improved Euler step of two evaluations, then two, three and four predictions: the
        /// program of latent diffusion.
        PLMS(4, 1, 1),
        /// Three Runge–Kutta steps of four evaluations, then four predictions: F-PNDM.
        F_PNDM(4, 3, 3),
        /// First an improved Euler step of two evaluations, then two predictions: S-PNDM.
        S_PNDM(2, 1, 1);

        private final int predictions;
        private final int pseudoSteps;
        private final int extra;

        Variant(int predictions, int pseudoSteps, int extra) {
            this.predictions = predictions;
            this.pseudoSteps = pseudoSteps;
            this.extra = extra;
        }
    }

    /// Four predictions, [Variant#PLMS].
    ///
    /// @param warmUp the published start, or another for the first three steps
    public Plms(WarmUp warmUp) {
        this(Variant.PLMS, warmUp);
    }

    /// As published.
    ///
    /// @param variant which of the published ones
    public Plms(Variant variant) {
        this(variant, new WarmUp.LowerOrder());
    }

    @Override
    public Move move(Denoiser denoiser, TimeGrid grid, int i) {
        Past past = Past.of(denoiser.schedule(), grid, i, variant.predictions);
        return warmUp instanceof WarmUp.LowerOrder && past.leg().isFinite() && past.usable() <= variant.pseudoSteps
                ? pseudoStep(denoiser, grid.time(i), grid.time(i + 1))
                : rule().move(denoiser, grid, i);
    }

    private Move pseudoStep(Denoiser denoiser, double t, double s) {
        return switch (variant) {
            case F_PNDM -> PseudoSteps.rungeKutta(denoiser, t, s);
            case PLMS, S_PNDM -> PseudoSteps.improvedEuler(denoiser, t, s);
        };
    }

    private static double[] weights(Past past, int k) {
        double whole = Form.NOISE.whole(past.leg());
        double[] weights = ADAMS_BASHFORTH[k - 1].clone();
        for (int j = 0; j < k; j++) {
            weights[j] *= whole;
        }
        return weights;
    }

    private LookBack rule() {
        return new LookBack(Form.NOISE, variant.predictions, warmUp, LastSteps.FULL_ORDER, Plms::weights);
    }

    /// The published starts ask more than once in their first steps that are not DDIM. Where a grid has so
    /// few steps that this depends on its ends, it is left to be counted.
    @Override
    public OptionalInt evaluations(TimeGrid grid) {
        return switch (warmUp) {
            case WarmUp.LowerOrder() ->
                grid.steps() < variant.pseudoSteps + 2
                        ? OptionalInt.empty()
                        : OptionalInt.of(Math.addExact(grid.steps(), variant.pseudoSteps * variant.extra));
            case WarmUp.With _ -> rule().evaluations(grid);
        };
    }

    @Override
    public boolean stochastic() {
        return rule().stochastic();
    }

    @Override
    public int memory() {
        return variant.predictions;
    }
}
