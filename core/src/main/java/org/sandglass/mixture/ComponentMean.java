package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.linalg.Points;

/// The posterior mean of `x₀` given a point and its component: `μₖ + a Σₖ Cₖ⁻¹(x − aμₖ)`, with room to work in.
final class ComponentMean {
    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final double[] v;
    private final double[] w;
    private final double[] scratch;

    ComponentMean(NoisyMixture law) {
        this.law = law;
        this.prior = law.prior();
        this.v = new double[prior.d()];
        this.w = new double[law.whitenedLength()];
        this.scratch = new double[w.length];
    }

    /// Writes the mean for row `i` of the points into row `i` of `out`, which may be the points themselves.
    void store(Points x, int i, int k, Points out) {
        int d = prior.d();
        for (int j = 0; j < d; j++) {
            v[j] = Math.fma(-law.a(), prior.means().get(k, j), x.get(i, j));
        }
        Whitening.whiten(law.covariance(k), v, w);
        PosteriorShift.of(prior.covariance(k), law.covariance(k), law.a(), w, v, scratch);
        if (allFinite(v)) {
            for (int j = 0; j < d; j++) {
                out.data()[i * d + j] = v[j] + prior.means().get(k, j);
            }
        } else {
            law.terms(x.row(i)).posteriorMean(k, v);
            System.arraycopy(v, 0, out.data(), i * d, d);
        }
    }

    private static boolean allFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
