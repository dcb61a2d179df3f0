package org.sandglass.denoiser;

import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.diffusion.VelocityField;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.schedule.NoiseSchedule;

/// The exact denoiser of a mixture: all four predictions directly, none by conversion, so all are finite on
/// the whole of `[0, end]`.
///
/// @param law the mixture and the schedule
public record MixtureDenoiser(DiffusedMixture law) implements Denoiser {
    private static final double[] NONE = {};

    @Override
    public int d() {
        return law.d();
    }

    @Override
    public NoiseSchedule schedule() {
        return law.schedule();
    }

    @Override
    public DenoiserAt at(double t) {
        VelocityField velocity = law.velocityAt(t);
        NoisyMixture noisy = velocity.law();
        return (what, xt, out) -> {
            out.requireShape(xt.n(), xt.d(), "the room for predictions");
            switch (what) {
                case X0 -> noisy.evaluate(xt, 0, xt.n(), new Outputs(NONE, NONE, out.data()));
                case SCORE -> noisy.evaluate(xt, 0, xt.n(), new Outputs(NONE, out.data(), NONE));
                case NOISE -> {
                    noisy.evaluate(xt, 0, xt.n(), new Outputs(NONE, out.data(), NONE));
                    scale(-noisy.b(), out.data());
                }
                case VELOCITY -> velocity.evaluate(xt, out);
            }
        };
    }

    /// Costs `O(K d²)` and more for each point.
    @Override
    public CovarianceAt covarianceAt(double t) {
        NoisyMixture noisy = law.at(t);
        return (xt, i) -> noisy.posteriorCovariance(xt.row(i));
    }

    private static void scale(double s, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= s;
        }
    }
}
