package org.sandglass.diffusion;

import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;

/// The probability-flow velocity at one time, `v = α̇ E[x₀|x] − ½ d(σ²)/dt ∇ln p(x)`. Immutable.
public final class VelocityField {
    private static final double[] NONE = {};

    private final NoisyMixture law;
    private final double alphaRate;
    private final double halfVarianceRate;

    VelocityField(NoisyMixture law, double alphaRate, double halfVarianceRate) {
        this.law = law;
        this.alphaRate = alphaRate;
        this.halfVarianceRate = halfVarianceRate;
    }

    /// The law of `xₜ` at this time, which the velocity comes from.
    ///
    /// @return `pₜ` with its posterior
    public NoisyMixture law() {
        return law;
    }

    /// Evaluates the field.
    ///
    /// @param x points, n × d, read only
    /// @param out receives the velocities; may be `x` itself
    /// @throws org.sandglass.linalg.NumericalException if there is no density
    public void evaluate(Points x, Points out) {
        out.requireShape(x.n(), x.d(), "the room for velocities");
        double[] mean = Scratch.takeExactly(x.data().length);
        law.evaluate(x, 0, x.n(), new Outputs(NONE, out.data(), mean));
        combine(mean, out.data());
        Scratch.give(mean);
    }

    /// From posterior means and scores to velocities.
    private void combine(double[] mean, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = alphaRate * mean[i] - halfVarianceRate * out[i];
        }
    }
}
