package org.sandglass.metric;

import org.sandglass.linalg.Points;

/// The energy distance `2E‖X−Y‖ − E‖X−X′‖ − E‖Y−Y′‖` to exact draws (Székely and Rizzo 2013), estimated
/// without bias.
///
/// All pairs would cost `O(n²)`. So the points and the draws are cut into blocks of a tenth of them, at most
/// a thousand; each block gives a U-statistic, whose mean over pairs leaves out those of a point with
/// itself, and the mean of the blocks is the answer, with their standard error. Exact draws score 0 on
/// average, so it may be negative. Costs `O(n d min(n/10, 1000))`; NaN for fewer than two points.
public record EnergyDistance() implements Metric {
    @Override
    public String name() {
        return "energy-distance";
    }

    @Override
    public boolean needsDensity() {
        return false;
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        Blocks blocks = Blocks.small(x.n());
        double[] scores = new double[blocks.count()];
        Points y = reference.draws();
        reference.loop().forEach(scores.length, i -> scores[i] = block(x, y, i * blocks.size(), blocks.size()));
        return Estimate.ofMean(scores);
    }

    private static double block(Points x, Points y, int from, int n) {
        double pairs = (double) n * (n - 1);
        double mixed = sum(x, y, from, n) / ((double) n * n);
        return 2 * (mixed - sumOfPairs(x, from, n) / pairs - sumOfPairs(y, from, n) / pairs);
    }

    /// `Σ_{i<l} ‖xᵢ − xₗ‖`.
    private static double sumOfPairs(Points x, int from, int n) {
        double sum = 0;
        for (int i = 1; i < n; i++) {
            sum += row(x, from + i, x, from, i);
        }
        return sum;
    }

    /// `Σᵢ Σₗ ‖xᵢ − yₗ‖`.
    private static double sum(Points x, Points y, int from, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += row(x, from + i, y, from, n);
        }
        return sum;
    }

    /// `Σₗ ‖xᵢ − yₗ‖` over `n` rows of `y`.
    private static double row(Points x, int i, Points y, int from, int n) {
        int d = x.d();
        double[] a = x.data();
        double[] b = y.data();
        double sum = 0;
        for (int l = from; l < from + n; l++) {
            double square = 0;
            for (int j = 0; j < d; j++) {
                double gap = a[i * d + j] - b[l * d + j];
                square += gap * gap;
            }
            sum += Math.sqrt(square);
        }
        return sum;
    }
}
