package org.sandglass.solver;

import java.util.OptionalInt;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// DPM-Solver++(3M): `xₛ = (σₛ/σₜ) xₜ + αₛ h (φ₁ x̂₀ᵢ + φ₂ D₁ + φ₃ D₂)`, `φₖ = φₖ(−h)`, where `D₁ = h x̂₀′`
/// and `D₂ = h² x̂₀″` are those of the parabola in `λ` through the last three predictions (the programs of
/// Lu et al. 2022b).
///
/// With `r₀ = hᵢ₋₁/hᵢ`, `r₁ = hᵢ₋₂/hᵢ`, the differences `Δ₀ = (x̂₀ᵢ − x̂₀ᵢ₋₁)/r₀`,
/// `Δ₁ = (x̂₀ᵢ₋₁ − x̂₀ᵢ₋₂)/r₁` and `Δ² = (Δ₀ − Δ₁)/(r₀ + r₁)`: `D₁ = Δ₀ + r₀ Δ²` and `D₂ = 2 Δ²`. The
/// programs (also those of k-diffusion and diffusers) have `D₂ = Δ²`, half of the second derivative, and so
/// an error of `h³ x̂₀″/12` in each step: they converge with order 2, not 3. [Curvature] offers both.
///
/// Order 3, one evaluation a step. The published warm-up, DDIM and a step of 2M, lowers it to 2. A step to
/// `σ = 0`, or from `α = 0`, where `h = ∞`, is DDIM, and what was predicted at `λ = −∞` is never
/// extrapolated from.
///
/// @param curvature whether `D₂` is the second derivative
/// @param warmUp the first two steps
/// @param lastSteps the last two steps
public record DpmSolverPlusPlus3M(Curvature curvature, WarmUp warmUp, LastSteps lastSteps) implements Step {
    private static final int PREDICTIONS = 3;

    /// What the second difference counts.
    public enum Curvature {
        /// `D₂ = 2 Δ²`: order 3.
        EXACT,
        /// `D₂ = Δ²`, as published: order 2.
        AS_PUBLISHED
    }

    /// Of order 3 to the end.
    ///
    /// @param warmUp the first two steps
    public DpmSolverPlusPlus3M(WarmUp warmUp) {
        this(Curvature.EXACT, warmUp, LastSteps.FULL_ORDER);
    }

    /// After DDIM and 2M, of order 3 to the end.
    public DpmSolverPlusPlus3M() {
        this(new WarmUp.LowerOrder());
    }

    private double[] weights(Past past, int k) {
        double z = -past.leg().h();
        return k == 2
                ? DpmSolverPlusPlus2M.weights(past)
                : parabola(
                        Form.DATA.unit(past.leg()),
                        Phi.of(1, z),
                        Phi.of(2, z),
                        curvature == Curvature.EXACT ? 2 * Phi.of(3, z) : Phi.of(3, z),
                        past.back(1) / past.leg().h(),
                        (past.back(2) - past.back(1)) / past.leg().h());
    }

    /// `unit (φ₁ x̂₀ᵢ + φ₂ (Δ₀ + r₀ Δ²) + c Δ²)`, by predictions.
    private static double[] parabola(double unit, double phi1, double phi2, double c, double r0, double r1) {
        double second = unit * (phi2 * r0 + c) / (r0 + r1);
        double late = (unit * phi2 + second) / r0;
        double early = second / r1;
        return new double[] {unit * phi1 + late, -late - early, early};
    }

    private LookBack rule() {
        return new LookBack(Form.DATA, PREDICTIONS, warmUp, lastSteps, this::weights);
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
