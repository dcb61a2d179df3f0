package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.linalg.Points;

/// The posterior mean of `x₀` given a point and its component: `μₖ + aΣₖCₖ⁻¹(x − aμₖ)`, with room to work in.
final class ComponentMean {
    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final double[] v;
    private final double[] w;
    private final double[] scratch;
    private final double[] shift;

    ComponentMean(NoisyMixture law) {
        this.law = law;
        this.prior = law.prior();
        this.v = new double[prior.d()];
        this.w = new double[law.whitenedLength()];
        this.scratch = new double[law.whitenedLength()];
        this.shift = new double[prior.d()];
    }

    /// Writes the mean for row `i` of the points into row `i` of `out`, which may be the points themselves.
    void store(Points x, int i, int k, Points out) {
        int d = prior.d();
        for (int j = 0; j < d; j++) {
            v[j] = Math.fma(-law.a(), prior.means().get(k, j), x.get(i, j));
        }
        Whitening.whiten(law.covariance(k), v, w, 1);
        if (allFinite(w)) {
            PosteriorShift.of(prior.covariance(k), law.covariance(k), law.a(), w, shift, scratch, 1);
            for (int j = 0; j < d; j++) {
                out.data()[i * d + j] = shift[j] + prior.means().get(k, j);
            }
        } else {
            law.terms(x.row(i)).posteriorMean(k, shift);
            System.arraycopy(shift, 0, out.data(), i * d, d);
        }
    }

    private static boolean allFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
