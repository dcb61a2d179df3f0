package org.sandglass.mixture;

import org.sandglass.linalg.Points;
import org.sandglass.random.Categorical;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// Exact draws, row by row: row `i` takes uniform number `i` of one stream to choose its component, and its own
/// block of normals of another.
final class MixtureSampler {
    private final GaussianMixture mixture;
    private final Categorical components;
    private final int normalsPerRow;
    private final RandomStream uniforms;
    private final RandomStream noise;

    MixtureSampler(GaussianMixture mixture, RandomStreams streams) {
        this.mixture = mixture;
        this.components = Categorical.of(mixture.weights());
        this.normalsPerRow = Coloring.mostNormals(mixture.covariances());
        this.uniforms = streams.stream("component");
        this.noise = streams.stream("normal");
    }

    Points rows(long from, int n) {
        requireRows(from, n);
        int d = mixture.d();
        double[] out = new double[Math.multiplyExact(n, d)];
        uniforms.seek(from);
        noise.seek(from * normalsPerRow);
        NormalRows normals = new NormalRows(noise, normalsPerRow, n);
        for (int i = 0; i < n; i++) {
            int k = components.draw(uniforms);
            normals.next();
            System.arraycopy(mixture.means().data(), k * d, out, i * d, d);
            Coloring.add(mixture.covariance(k), normals.data(), normals.from(), out, i * d);
        }
        normals.give();
        return Points.wrap(out, n, d);
    }

    /// The component of each row, without its point.
    int[] components(long from, int n) {
        requireRows(from, n);
        uniforms.seek(from);
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = components.draw(uniforms);
        }
        return out;
    }

    /// A stream of normals has 2⁶³ of them.
    private void requireRows(long from, int n) {
        if (from < 0 || n < 0) {
            throw new IllegalArgumentException("rows need from >= 0 and n >= 0, got from=" + from + ", n=" + n);
        }
        long most = Long.MAX_VALUE / normalsPerRow;
        if (from > most - n) {
            throw new IllegalArgumentException("the sequence has " + most + " rows, got from=" + from + ", n=" + n);
        }
    }
}
