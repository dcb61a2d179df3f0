package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;

/// The sliced Wasserstein distance to `n` exact draws: `(1/L Σₗ Wₚᵖ(⟨θₗ, x⟩, ⟨θₗ, y⟩))^(1/p)` over `L = 100`
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
    private static final int DIRECTIONS = 100;

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
        double[][] directions = directions(x.d(), reference.streams().stream("projections"));
        Blocks blocks = Blocks.ten(x.n());
        double[][] scores = new double[directions.length][];
        reference
                .loop()
                .forEach(directions.length, l -> scores[l] = slice(x, reference.draws(), directions[l], blocks));
        double[] mean = new double[blocks.count() + 1];
        for (double[] slice : scores) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += slice[i] / directions.length;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] = p == 1 ? mean[i] : Math.sqrt(mean[i]);
        }
        double error = Estimate.errorOfMean(Arrays.copyOf(mean, blocks.count()));
        return new Estimate(mean[blocks.count()], p == 1 ? error : error * Math.pow(blocks.count(), 0.25));
    }

    /// `Wₚᵖ` of each block along one direction, and last that of all points.
    private double[] slice(Points x, Points y, double[] direction, Blocks blocks) {
        double[] a = projected(x, direction);
        double[] b = projected(y, direction);
        double[] scores = new double[blocks.count() + 1];
        for (int i = 0; i < blocks.count(); i++) {
            int from = i * blocks.size();
            int to = from + blocks.size();
            Arrays.sort(a, from, to);
            Arrays.sort(b, from, to);
            scores[i] = power(a, b, from, to);
        }
        Arrays.sort(a);
        Arrays.sort(b);
        scores[blocks.count()] = power(a, b, 0, a.length);
        return scores;
    }

    private double power(double[] a, double[] b, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double gap = Math.abs(a[i] - b[i]);
            sum += p == 1 ? gap : gap * gap;
        }
        return sum / (to - from);
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
