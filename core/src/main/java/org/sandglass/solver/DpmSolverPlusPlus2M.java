package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// DPM-Solver++(2M): `xₛ = (σₛ/σₜ) xₜ + αₛ (1 − e^(−h)) D` with `D = (1 + 1/(2r)) x̂₀ᵢ − 1/(2r) x̂₀ᵢ₋₁` and
/// `r = hᵢ₋₁/hᵢ` (Lu et al. 2022b, algorithm 2).
///
/// The prediction is extrapolated to the middle of the step in `λ` and kept constant there. Order 2, one
/// evaluation a step; the published first step is DDIM, whose error of `O(h²)` in one step leaves the order
/// as it is. A step to `σ = 0`, or from `α = 0`, where `h = ∞`, is DDIM, and what was predicted at `λ = −∞`
/// is never extrapolated from.
///
/// @param warmUp the first step
/// @param lastSteps the last step
public record DpmSolverPlusPlus2M(WarmUp warmUp, LastSteps lastSteps) implements Step {
    private static final int PREDICTIONS = 2;

    /// Of full order to the end.
    ///
    /// @param warmUp the first step
    public DpmSolverPlusPlus2M(WarmUp warmUp) {
        this(warmUp, LastSteps.FULL_ORDER);
    }

    /// After DDIM, of full order to the end.
    public DpmSolverPlusPlus2M() {
        this(new WarmUp.LowerOrder());
    }

    /// The weights of the last two predictions.
    static double[] weights(Past past) {
        double whole = Form.DATA.whole(past.leg());
        double slope = whole / 2 * past.leg().h() / past.back(1);
        return new double[] {whole + slope, -slope};
    }

    private LookBack rule() {
        return new LookBack(Form.DATA, PREDICTIONS, warmUp, lastSteps, (past, _) -> weights(past));
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
        return PREDICTIONS;
    }
}
