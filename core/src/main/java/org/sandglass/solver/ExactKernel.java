package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.mixture.PosteriorSampler;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// The exact reverse kernel as a step: `xₛ ~ p(xₛ | xₜ)`, drawn from a mixture with weights `rₖ(xₜ)`.
///
/// No discretisation error at any number of steps: one step from noise to data already draws from the data law.
/// It asks the mixture, not the denoiser.
///
/// @param law the process that is reversed
public record ExactKernel(DiffusedMixture law) implements OneStep {
    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        if (law.d() != denoiser.d()) {
            throw new IllegalArgumentException(
                    "the law to reverse has dimension " + law.d() + ", the denoiser " + denoiser.d());
        }
        PosteriorSampler kernel = law.look(s, t).posteriorSampler();
        return (x, _, noise) -> kernel.sample(x, noise.stream(), x);
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public boolean stochastic() {
        return true;
    }
}
