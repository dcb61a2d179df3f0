package org.sandglass.diffusion;

import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;

/// The probability-flow velocity at one time, `v = α̇ E[x₀|x] − ½ d(σ²)/dt ∇ln p(x)`. Immutable.
public final class VelocityField {
    private static final double[] NONE = {};

    private final NoisyMixture law;
    private final double ofMean;
    private final double ofScore;

    VelocityField(NoisyMixture law, double alphaRate, double halfVarianceRate) {
        this.law = law;
        this.ofMean = alphaRate;
        this.ofScore = -halfVarianceRate;
    }

    /// The law of `xₜ` at this time, which the velocity comes from.
    ///
    /// @return `pₜ` with its posterior
    public NoisyMixture law() {
        return law;
    }

    /// The factor of `E[x₀|x]`.
    ///
    /// @return `α̇`, finite
    /// @throws NumericalException if it is infinite, as at the end of an interpolant with a power of the
    ///     signal below 1
    public double ofMean() {
        return finite(ofMean, "alpha");
    }

    /// The factor of the score.
    ///
    /// @return `−½ d(σ²)/dt`, finite
    /// @throws NumericalException if it is infinite, as at time 0 of an interpolant with a power of the
    ///     noise below ½
    public double ofScore() {
        return finite(ofScore, "sigma");
    }

    private double finite(double rate, String level) {
        if (!Double.isFinite(rate)) {
            throw new NumericalException("the velocity is infinite at alpha=" + law.a() + ", sigma=" + law.b() + ", as "
                    + level + " changes infinitely fast there; stop the grid short of this time");
        }
        return rate;
    }

    /// Evaluates the field.
    ///
    /// @param x points, n × d, read only
    /// @param out receives the velocities; may be `x` itself
    /// @throws NumericalException if there is no density, or the velocity is infinite
    public void evaluate(Points x, Points out) {
        out.requireShape(x.n(), x.d(), "the room for velocities");
        double a = ofMean();
        double b = ofScore();
        double[] mean = Scratch.takeExactly(x.data().length);
        law.evaluate(x, 0, x.n(), new Outputs(NONE, out.data(), mean));
        for (int i = 0; i < mean.length; i++) {
            out.data()[i] = a * mean[i] + b * out.data()[i];
        }
        Scratch.give(mean);
    }
}
