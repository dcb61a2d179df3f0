package org.sandglass.mixture;

/// How far points of a cloud are apart, as if it were normal.
///
/// @param meanSquare the mean of the squared distance of two of them
/// @param freedom in how many directions they are spread about equally: `(Σ varⱼ)² / Σ varⱼ²`
record Spread(double meanSquare, double freedom) {
    /// The spread of some rows.
    ///
    /// @param rows rows of `width` numbers
    /// @param which the rows that count
    static Spread of(double[] rows, int width, int[] which) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < width; j++) {
            double variance = variance(rows, width, j, which);
            sum += variance;
            squares = Math.fma(variance, variance, squares);
        }
        return new Spread(2 * sum, squares > 0 ? sum * sum / squares : 1);
    }

    private static double variance(double[] rows, int width, int j, int[] which) {
        double mean = 0;
        for (int row : which) {
            mean += rows[row * width + j] / which.length;
        }
        double variance = 0;
        for (int row : which) {
            double away = rows[row * width + j] - mean;
            variance += away * away / which.length;
        }
        return variance;
    }

    /// The squared distance within which a share of all pairs lie: a quantile of `χ²` by Wilson and Hilferty
    /// (1931).
    ///
    /// @param normalQuantile the quantile of the standard normal distribution for the share
    double squareWithin(double normalQuantile) {
        double variance = 2 / (9 * freedom);
        double root = Math.max(0, 1 - variance + normalQuantile * Math.sqrt(variance));
        return meanSquare * root * root * root;
    }
}
