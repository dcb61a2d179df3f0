package org.sandglass.mixture;

import java.util.Optional;
import org.sandglass.linalg.Points;

/// Log density, score and posterior mean of one law in single precision, for screening.
public final class SinglePrecision {
    private final NoisyMixture law;
    private final Optional<SingleFrame> frame;
    private final Optional<SingleKernel> kernel;

    private SinglePrecision(NoisyMixture law) {
        this.law = law;
        this.frame = SingleFrame.of(law);
        this.kernel = frame.map(SingleKernel::of);
    }

    /// The single-precision twin of a law.
    ///
    /// @param law the law
    /// @return a
    public static SinglePrecision of(NoisyMixture law) {
        return new SinglePrecision(law);
    }

    /// Whether.
    ///
    /// @return b
    public boolean fits() {
        return kernel.isPresent();
    }

    /// Fills the outputs.
    ///
    /// @param x points
    /// @param from first row
    /// @param to one past the last
    /// @param out arrays
    public void evaluate(Points x, int from, int to, Outputs out) {
        if (kernel.isEmpty()) {
            law.evaluate(x, from, to, out);
            return;
        }
        law.prior().requireDimension(x.d());
        NoisyMixture.requireFinite(x, from, to);
        out.requireShape(x.n(), x.d());
        new SingleEvaluator(frame.get(), kernel.get(), to - from, out).evaluate(x, from, to);
    }
}
