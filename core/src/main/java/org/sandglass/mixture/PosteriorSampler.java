package org.sandglass.mixture;

import java.util.List;
import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;

/// Exact draws from the posterior of `x₀` given noisy points `x = a·x₀ + b·z`: pick a component by its
/// responsibility, then draw from its Gaussian.
///
/// The parameters are computed once, here; immutable, so threads may share it.
public final class PosteriorSampler {
    private static final long NORMALS_FROM = 1L << 40;

    private final NoisyMixture law;
    private final List<Covariance> covariances;
    private final int normalsPerRow;

    PosteriorSampler(NoisyMixture law) {
        this.law = law;
        this.covariances = law.posteriorCovariances();
        this.normalsPerRow = Coloring.mostNormals(covariances);
    }

    /// One draw for each point. A row's draw depends on the stream, the number of the row and its point: not on
    /// the other rows, nor on `n`.
    ///
    /// @param x points, n × d, read only unless it is `out`
    /// @param stream where the randomness comes from: one uniform per row from its position on, and an equal
    ///     number of normals per row from 2⁴⁰ positions later
    /// @param out receives the draws, n × d; may be `x` itself
    /// @throws IllegalArgumentException if the points have another dimension
    public void sample(Points x, RandomStream stream, Points out) {
        law.prior().requireDimension(x.d());
        NoisyMixture.requireFinite(x, 0, x.n());
        double[] uniforms = Scratch.take(x.n());
        long start = stream.position() + (stream.position() & 1);
        stream.seek(start);
        stream.fillUniforms(uniforms, 0, x.n());
        stream.seek(start + NORMALS_FROM);
        int[] picked = new ComponentPicker(law).pick(x, uniforms);
        Scratch.give(uniforms);
        NormalRows normals = new NormalRows(stream, normalsPerRow, x.n());
        ComponentMean mean = new ComponentMean(law);
        for (int i = 0; i < x.n(); i++) {
            int k = picked[i];
            mean.store(x, i, k, out);
            normals.next();
            Coloring.add(covariances.get(k), normals.data(), normals.from(), out.data(), i * x.d());
        }
        normals.give();
    }
}
