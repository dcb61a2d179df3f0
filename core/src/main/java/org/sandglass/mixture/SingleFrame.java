package org.sandglass.mixture;

import java.util.Optional;

/// From where single precision looks at a law: positions relative to `a·centre`, which lies in the middle of the
/// means, and terms relative to that of a point at the mean of the component with the largest constant.
///
/// Exists only for laws whose numbers fit; [#of] says which those are. Immutable.
final class SingleFrame {
    /// The largest `κ√d` for which whitened coordinates keep about 12 bits more than they have in error.
    static final double WIDEST = 0x1p12;

    private final NoisyMixture law;
    private final double[] centre;
    private final double largestConstant;
    private final float[] constants;
    private final double spread;

    private SingleFrame(NoisyMixture law, double[] centre) {
        this.law = law;
        this.centre = centre;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < law.prior().k(); k++) {
            largest = Math.max(largest, law.logConstant(k));
        }
        this.largestConstant = largest;
        this.constants = new float[law.prior().k()];
        for (int k = 0; k < constants.length; k++) {
            constants[k] = (float) ((law.logConstant(k) - largest) * BlockKernel.LOG2_E);
        }
        this.spread = SingleSpread.largest(this);
    }

    /// The frame of a law with a density whose `a` and standard deviations lie in `[2⁻³⁰, 2³⁰]`, and whose spread
    /// `κ` times `√d` is at most 2¹², components without weight aside.
    static Optional<SingleFrame> of(NoisyMixture law) {
        if (!law.hasDensity() || !SingleSpread.fits(law.a())) {
            return Optional.empty();
        }
        SingleFrame frame = new SingleFrame(law, centre(law));
        return frame.spread * Math.sqrt(law.prior().d()) <= WIDEST ? Optional.of(frame) : Optional.empty();
    }

    /// The middle between the smallest and the largest coordinate of the means.
    private static double[] centre(NoisyMixture law) {
        double[] centre = new double[law.prior().d()];
        for (int j = 0; j < centre.length; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < law.prior().k(); k++) {
                if (isPresent(law, k)) {
                    low = Math.min(low, law.prior().means().get(k, j));
                    high = Math.max(high, law.prior().means().get(k, j));
                }
            }
            centre[j] = 0.5 * low + 0.5 * high;
        }
        return centre;
    }

    private static boolean isPresent(NoisyMixture law, int k) {
        return law.logConstant(k) > Double.NEGATIVE_INFINITY;
    }

    /// `κ`, the largest over the components of what [SinglePrecision] describes.
    double spread() {
        return spread;
    }

    NoisyMixture law() {
        return law;
    }

    int k() {
        return constants.length;
    }

    int d() {
        return centre.length;
    }

    /// The live centre, read only.
    double[] centre() {
        return centre;
    }

    /// Whether a component has weight. Those that have none count as points at the centre.
    boolean isPresent(int k) {
        return isPresent(law, k);
    }

    /// `ln wₖ − ½ ln det(2πCₖ)` at its largest.
    double largestConstant() {
        return largestConstant;
    }

    /// The same of each component, less the largest, to base 2.
    float[] constants() {
        return constants;
    }

    /// `μₖⱼ − centreⱼ`.
    double centredMean(int k, int j) {
        return isPresent(k) ? law.prior().means().get(k, j) - centre[j] : 0;
    }

    /// `a (μₖⱼ − centreⱼ)`.
    double scaledMean(int k, int j) {
        return law.a() * centredMean(k, j);
    }
}
