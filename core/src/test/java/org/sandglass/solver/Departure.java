package org.sandglass.solver;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.OneStep;

/// A rule that stays where it is, and tells from which time it was last to go.
final class Departure implements OneStep {
    private double time = Double.NaN;

    double time() {
        return time;
    }

    @Override
    public Move between(Denoiser denoiser, double t, double s) {
        time = t;
        return (_, _, _) -> {};
    }

    @Override
    public int evaluations() {
        return 0;
    }

    @Override
    public boolean stochastic() {
        return false;
    }
}
