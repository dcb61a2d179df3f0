package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;

/// What the terms of isotropic components are made of at one noise level, in the order of a tree.
///
/// Where all share one standard deviation, a block's worth of each number serves all blocks. Immutable.
final class RoundComponents {
    /// Turns a squared length into a term to base 2.
    private static final double HALF_TO_BINARY = -0.5 * BlockKernel.LOG2_E;

    private final ArrayOps ops = ArrayOps.get();
    private final double[] binaryLogWeights;
    private final boolean shared;
    private final double[] binaryNorm;
    private final double[] precision;
    private final double[] gain;

    /// The components of a mixture under noise.
    ///
    /// @param tree the order
    /// @param mixture isotropic components
    /// @param a the scale on them
    /// @param b the standard deviation of the noise
    RoundComponents(ComponentTree tree, GaussianMixture mixture, double a, double b) {
        this.binaryLogWeights = tree.binaryLogWeights();
        this.shared = mixture.shared().kinds().size() == 1;
        int length = shared ? ComponentTree.BLOCK : tree.size();
        this.binaryNorm = new double[length];
        this.precision = new double[length];
        this.gain = new double[length];
        for (int p = 0; p < length; p++) {
            double s = ((Isotropic) mixture.covariance(tree.order()[shared ? 0 : p])).std();
            double c = Covariance.combine(a, s, b);
            double logNorm = mixture.d() * (Math.log(c) + 0.5 * Math.log(2 * Math.PI));
            binaryNorm[p] = logNorm * BlockKernel.LOG2_E;
            precision[p] = 1 / (c * c);
            gain[p] = s * (a * s / c) / c;
        }
    }

    /// Whether all components of a mixture are isotropic.
    static boolean fit(GaussianMixture mixture) {
        return mixture.shared().kinds().stream().allMatch(Isotropic.class::isInstance);
    }

    /// Whether one precision and one gain belong to all.
    boolean shared() {
        return shared;
    }

    /// `1/c²` of the component at a position.
    double precision(int p) {
        return precision[shared ? 0 : p];
    }

    /// `as²/c²` of the component at a position.
    double gain(int p) {
        return gain[shared ? 0 : p];
    }

    /// Whether the posterior mean of some component is not its mean: false for exact points.
    boolean shifts() {
        return Arrays.stream(gain).anyMatch(g -> g > 0);
    }

    /// The terms of the components at positions `[p, p + n)`, to base 2, from `‖x − aμₖ‖²`.
    void terms(int p, int n, double[] distances, double[] out, int to) {
        int at = shared ? 0 : p;
        for (int i = 0; i < n; i++) {
            double constant = binaryLogWeights[p + i] - binaryNorm[at + i];
            out[to + i] = Math.fma(HALF_TO_BINARY * precision[at + i], distances[i], constant);
        }
    }

    /// `out[i] = weights[i] / c²`.
    void timesPrecision(int p, int n, double[] weights, int from, double[] out) {
        ops.multiply(weights, from, precision, shared ? 0 : p, out, 0, n);
    }

    /// `out[i] = weights[i] · as²/c²`.
    void timesGain(int p, int n, double[] weights, int from, double[] out) {
        ops.multiply(weights, from, gain, shared ? 0 : p, out, 0, n);
    }
}
