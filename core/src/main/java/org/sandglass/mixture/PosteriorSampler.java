package org.sandglass.mixture;

import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;

/// Exact draws from the posterior of `x₀` given noisy points: pick a component by its responsibility, then
/// draw from it.
record PosteriorSampler(NoisyMixture law, List<Covariance> covariances) {
    static PosteriorSampler of(NoisyMixture law) {
        return new PosteriorSampler(law, law.posteriorCovariances());
    }

    Points sample(Points x, RandomStream stream) {
        int d = x.d();
        double[] uniforms = new double[x.n()];
        stream.fillUniforms(uniforms, 0, x.n());
        double[] z = new double[law.whitenedLength()];
        double[] m = new double[d];
        double[] out = new double[Math.multiplyExact(x.n(), d)];
        for (int i = 0; i < x.n(); i++) {
            PointTerms terms = law.terms(x.row(i));
            int k = choose(terms.responsibilities(), uniforms[i]);
            terms.posteriorMean(k, m);
            System.arraycopy(m, 0, out, i * d, d);
            stream.fillNormals(z, 0, z.length);
            Coloring.add(covariances.get(k), z, 0, out, i * d);
        }
        return Points.wrap(out, x.n(), d);
    }

    /// The first component at which the running sum exceeds `uniform`; never one of weight 0.
    private static int choose(double[] weights, double uniform) {
        double sum = 0;
        int last = 0;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                sum += weights[k];
                last = k;
                if (uniform < sum) {
                    return k;
                }
            }
        }
        return last;
    }
}
