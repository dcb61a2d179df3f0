package org.sandglass.divergence;

import org.sandglass.metric.Estimate;

/// How many numbers there are, their mean, and the sum of squares around it; two such are merged without
/// cancellation (Chan, Golub and LeVeque 1983).
///
/// @param n how many
/// @param average their mean
/// @param squares `Σ (xᵢ − mean)²`
record Spread(long n, double average, double squares) {
    static Spread of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double average = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - average) * (value - average);
        }
        return new Spread(values.length, average, squares);
    }

    /// Column `j` of all chunks, in their order.
    static Spread merged(Spread[][] chunks, int j) {
        Spread all = chunks[0][j];
        for (int c = 1; c < chunks.length; c++) {
            all = all.with(chunks[c][j]);
        }
        return all;
    }

    private Spread with(Spread other) {
        long total = n + other.n;
        if (Double.isInfinite(average + other.average)) {
            return new Spread(total, average + other.average, Double.NaN);
        }
        double gap = other.average - average;
        double part = other.n / (double) total;
        return new Spread(total, average + gap * part, squares + other.squares + gap * gap * n * part);
    }

    Estimate mean() {
        return new Estimate(average, Math.sqrt(squares / n / (n - 1)));
    }
}
