package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.transport.LineTransport;

/// `Wₚᵖ` between points and draws, seen along `L` fixed random directions, for both powers: of
/// each of ten
/// blocks, and last of all points.
///
/// The directions of fewer are the first of those of more. In one dimension there is one.
final class Slices {
    private final int blocks;

    /// `Wₚᵖ` as `powers[l][p − 1][block]`.
    private final double[][][] powers;

    private Slices(int blocks, double[][][] powers) {
        this.blocks = blocks;
        this.powers = powers;
    }

    /// Sorts all along every direction.
    static Slices of(Points x, Points y, double[][] directions, Loop loop) {
        int blocks = Math.min(10, Math.min(x.n(), y.n()));
        double[][][] powers = new double[directions.length][][];
        loop.forEach(
                powers.length,
                l -> powers[l] = slice(projected(x, directions[l]), projected(y, directions[l]), blocks));
        return new Slices(blocks, powers);
    }

    private static double[][] slice(double[] a, double[] b, int blocks) {
        double[][] scores = new double[2][blocks + 1];
        for (int i = 0; i < blocks; i++) {
            int n = a.length / blocks;
            int m = b.length / blocks;
            score(a, i * n, (i + 1) * n, b, i * m, (i + 1) * m, i, scores);
        }
        score(a, 0, a.length, b, 0, b.length, blocks, scores);
        return scores;
    }

    private static void score(
            double[] a, int aFrom, int aTo, double[] b, int bFrom, int bTo, int i, double[][] scores) {
        Arrays.sort(a, aFrom, aTo);
        Arrays.sort(b, bFrom, bTo);
        scores[0][i] = LineTransport.ofSorted(1, a, aFrom, aTo, b, bFrom, bTo);
        scores[1][i] = LineTransport.ofSorted(2, a, aFrom, aTo, b, bFrom, bTo);
    }

    /// The mean over directions of each score for `Wₚᵖ`.
    double[] mean(int p) {
        double[] mean = new double[blocks + 1];
        for (double[][] slice : powers) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += slice[p - 1][i] / powers.length;
            }
        }
        return mean;
    }

    /// The largest over directions of each score for `Wₚᵖ`.
    double[] largest(int p) {
        double[] largest = new double[blocks + 1];
        for (double[][] slice : powers) {
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], slice[p - 1][i]);
            }
        }
        return largest;
    }

    /// `⟨θ, xᵢ⟩` of all points.
    static double[] projected(Points x, double[] direction) {
        double[] out = new double[x.n()];
        int d = x.d();
        for (int i = 0; i < out.length; i++) {
            double dot = 0;
            for (int j = 0; j < d; j++) {
                dot += x.data()[i * d + j] * direction[j];
            }
            out[i] = dot;
        }
        return out;
    }

    /// Uniform on the sphere, as normalised normals; the one direction of the line.
    static double[][] directions(int d, int count, RandomStreams streams) {
        if (d == 1) {
            return new double[][] {{1}};
        }
        RandomStream stream = streams.stream("projections");
        double[][] directions = new double[count][d];
        for (double[] direction : directions) {
            stream.fillNormals(direction, 0, d);
            double square = 0;
            for (double z : direction) {
                square += z * z;
            }
            for (int j = 0; j < d; j++) {
                direction[j] /= Math.sqrt(square);
            }
        }
        return directions;
    }
}
