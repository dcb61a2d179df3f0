package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.linalg.Points;

/// The posterior mean of `x₀` given a point and its component: `μₖ + a Σₖ Cₖ⁻¹(x − aμₖ)`, with room to work in.
final class ComponentMean {
    private final NoisyMixture law;
    private final GaussianMixture prior;
    private final double[] v;
    private final double[] w;
    private final double[] u;

    ComponentMean(NoisyMixture law) {
        this.law = law;
        this.prior = law.prior();
        this.v = new double[prior.d()];
        this.w = new double[law.whitenedLength()];
        this.u = new double[prior.d()];
    }

    /// Writes the mean for row `i` of the points into row `i` of `out`, which may be the points themselves.
    void store(Points x, int i, int k, Points out) {
        int d = prior.d();
        for (int j = 0; j < d; j++) {
            v[j] = x.get(i, j) - law.a() * prior.means().get(k, j);
        }
        Whitening.whiten(law.covariance(k), v, w, 1);
        Whitening.unwhiten(law.covariance(k), w, u, 1);
        if (!allFinite(u)) {
            law.terms(x.row(i)).precisionTimes(k, u);
        }
        Whitening.apply(prior.covariance(k), u, v, w, 1);
        for (int j = 0; j < d; j++) {
            out.data()[i * d + j] = Math.fma(law.a(), v[j], prior.means().get(k, j));
        }
    }

    private static boolean allFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
