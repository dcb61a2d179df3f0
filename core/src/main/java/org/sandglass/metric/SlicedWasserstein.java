package org.sandglass.metric;

import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// The sliced Wasserstein distance to `n` exact draws: `(1/L Σₗ Wₚᵖ(⟨θₗ, x⟩, ⟨θₗ, y⟩))^(1/p)` over `L = 64`
/// fixed random directions.
///
/// In one dimension, `Wₚᵖ` between equally many points is the mean of `|x₍ᵢ₎ − y₍ᵢ₎|ᵖ` over the sorted
/// points, and one direction is enough. This is the definition of POT (`ot.sliced`): the mean is taken
/// before the root. Biased upwards: exact draws do not score 0, so read it beside its floor.
///
/// The standard error comes from the scores of ten blocks. `W₁` fluctuates like `n^(−1/2)`, so that of all
/// points is that of the blocks divided by `√10`. `W₂` may fluctuate like `n^(−1/4)` where modes lie apart,
/// so there it is divided by `10^(1/4)` only, which overstates it otherwise. Costs `O(L n (d + ln n))`.
///
/// @param p the power, 1 or 2
public record SlicedWasserstein(int p) implements Metric {
    private static final int DIRECTIONS = 64;

    /// Checks the power.
    public SlicedWasserstein {
        if (p != 1 && p != 2) {
            throw new IllegalArgumentException("p must be 1 or 2, got " + p);
        }
    }

    @Override
    public String name() {
        return "sliced-w" + p;
    }

    @Override
    public boolean needsDensity() {
        return false;
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        return reference.sliced(x).get(p - 1);
    }

    /// Both powers at once, since sorting is what costs: the estimates for `p = 1` and `p = 2`.
    static List<Estimate> both(Points x, Points y, RandomStreams streams, Loop loop) {
        double[][] directions = directions(x.d(), streams.stream("projections"));
        Blocks blocks = Blocks.ten(x.n());
        double[][][] slices = new double[directions.length][][];
        loop.forEach(directions.length, l -> slices[l] = slice(x, y, directions[l], blocks));
        double[][] mean = new double[2][blocks.count() + 1];
        for (double[][] slice : slices) {
            for (int i = 0; i < mean[0].length; i++) {
                mean[0][i] += slice[0][i] / directions.length;
                mean[1][i] += slice[1][i] / directions.length;
            }
        }
        Arrays.setAll(mean[1], i -> Math.sqrt(mean[1][i]));
        double slower = Math.pow(blocks.count(), 0.25);
        return List.of(estimate(mean[0], 1), estimate(mean[1], slower));
    }

    /// The last score, with the error that the others give.
    private static Estimate estimate(double[] scores, double factor) {
        int count = scores.length - 1;
        return new Estimate(scores[count], factor * Estimate.errorOfMean(Arrays.copyOf(scores, count)));
    }

    /// For both powers, `Wₚᵖ` of each block along one direction, and last that of all points.
    private static double[][] slice(Points x, Points y, double[] direction, Blocks blocks) {
        double[] a = projected(x, direction);
        double[] b = projected(y, direction);
        double[][] scores = new double[2][blocks.count() + 1];
        for (int i = 0; i <= blocks.count(); i++) {
            int from = i < blocks.count() ? i * blocks.size() : 0;
            int to = i < blocks.count() ? from + blocks.size() : a.length;
            Arrays.sort(a, from, to);
            Arrays.sort(b, from, to);
            for (int k = from; k < to; k++) {
                double gap = Math.abs(a[k] - b[k]);
                scores[0][i] += gap / (to - from);
                scores[1][i] += gap * gap / (to - from);
            }
        }
        return scores;
    }

    private static double[] projected(Points x, double[] direction) {
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
    private static double[][] directions(int d, RandomStream stream) {
        if (d == 1) {
            return new double[][] {{1}};
        }
        double[][] directions = new double[DIRECTIONS][d];
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
