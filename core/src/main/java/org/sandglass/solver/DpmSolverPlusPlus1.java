package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// DPM-Solver++ of order 1: `xₛ = (σₛ/σₜ) xₜ − αₛ(e^(−h) − 1) x̂₀(xₜ, t)` (Lu et al. 2022, DPM-Solver++,
/// eq. 9 with `k = 1`).
///
/// The very map of [ExponentialEuler], bit for bit; known as 1S and 1M too.
public record DpmSolverPlusPlus1() implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        return new ExponentialEuler().between(denoiser, t, s);
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
