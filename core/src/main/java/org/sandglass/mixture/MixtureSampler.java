package org.sandglass.mixture;

import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// Exact draws, row by row: row `i` takes uniform number `i` of one stream to choose its component, and its
/// own block of normals of another.
final class MixtureSampler {
    private final GaussianMixture mixture;
    private final double[] cumulative;
    private final int normalsPerRow;
    private final RandomStream components;
    private final RandomStream noise;

    MixtureSampler(GaussianMixture mixture, RandomStreams streams) {
        this.mixture = mixture;
        this.cumulative = mixture.weights();
        int normals = 0;
        for (int k = 0; k < mixture.k(); k++) {
            normals = Math.max(normals, Coloring.normals(mixture.covariance(k)));
        }
        this.normalsPerRow = normals + (normals & 1);
        for (int k = 1; k < cumulative.length; k++) {
            cumulative[k] += cumulative[k - 1];
        }
        this.components = streams.stream("component");
        this.noise = streams.stream("normal");
    }

    Points rows(long from, int n) {
        if (from < 0 || n < 0) {
            throw new IllegalArgumentException("rows need from >= 0 and n >= 0, got from=" + from + ", n=" + n);
        }
        int d = mixture.d();
        double[] out = new double[Math.multiplyExact(n, d)];
        double[] uniforms = new double[n];
        components.seek(from);
        components.fillUniforms(uniforms, 0, n);
        noise.seek(Math.multiplyExact(from, normalsPerRow));
        double[] z = new double[normalsPerRow];
        for (int i = 0; i < n; i++) {
            int k = choose(uniforms[i]);
            noise.fillNormals(z, 0, normalsPerRow);
            System.arraycopy(mixture.means().data(), k * d, out, i * d, d);
            Coloring.add(mixture.covariance(k), z, 0, out, i * d);
        }
        return Points.wrap(out, n, d);
    }

    /// The first component whose cumulative weight exceeds `uniform` times the total; one of weight 0 never is.
    private int choose(double uniform) {
        double target = uniform * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
