package org.sandglass.metric;

import org.sandglass.linalg.Points;

/// The energy distance `2E‖X−Y‖ − E‖X−X′‖ − E‖Y−Y′‖` to exact draws (Székely and Rizzo 2013), estimated
/// without bias.
///
/// All pairs would cost `O(n²)`. So the points and the draws are cut into blocks of a tenth of them, at most
/// a thousand (where there is another number of draws, into as many blocks of another size); each block gives a
/// U-statistic, whose mean over pairs leaves out those of a point with
/// itself, and the mean of the blocks is the answer, with their standard error. Exact draws score 0 on
/// average, so it may be negative. Costs `O(n d min(n/10, 1000))`; NaN for fewer than two points.
public record EnergyDistance() implements Metric {
    @Override
    public String name() {
        return "energy-distance";
    }

    @Override
    public String summary() {
        return "energy distance to exact draws, without bias";
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        Points y = reference.draws();
        Blocks blocks = Blocks.small(Math.min(x.n(), y.n()));
        int n = x.n() / blocks.count();
        int m = y.n() / blocks.count();
        double[] scores = new double[blocks.count()];
        reference.loop().forEach(scores.length, i -> scores[i] = block(x, i * n, n, y, i * m, m));
        return Estimate.ofMean(scores);
    }

    private static double block(Points x, int xFrom, int n, Points y, int yFrom, int m) {
        double mixed = sum(x, xFrom, n, y, yFrom, m) / ((double) n * m);
        return 2 * (mixed - meanOfPairs(x, xFrom, n) - meanOfPairs(y, yFrom, m));
    }

    private static double meanOfPairs(Points x, int from, int n) {
        return sumOfPairs(x, from, n) / ((double) n * (n - 1));
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
    private static double sum(Points x, int xFrom, int n, Points y, int yFrom, int m) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += row(x, xFrom + i, y, yFrom, m);
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
