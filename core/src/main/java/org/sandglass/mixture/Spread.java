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

    /// The squared distance within which a quarter of all pairs lie.
    double quarterOfPairs() {
        return meanSquare * lowerQuartile(freedom);
    }

    /// The squared distance within which a point has a quarter of all boxes, if the points are halved `halvings`
    /// times along their widest directions in turn.
    ///
    /// A direction that is halved `n` times keeps `(1 − 2⁻ⁿ)²` of the mean square, exactly so where points are
    /// uniform; one that never is keeps nothing.
    double quarterOfBoxes(double halvings) {
        double halved = Math.min(halvings, freedom);
        double left = 1 - Math.pow(2, -halvings / halved);
        return halved > 0 ? meanSquare * halved / freedom * left * left * lowerQuartile(halved) : 0;
    }

    /// The lower quartile of `χ²` over its mean, by Wilson and Hilferty (1931).
    private static double lowerQuartile(double freedom) {
        double variance = 2 / (9 * freedom);
        double root = Math.max(0, 1 - variance - 0.6745 * Math.sqrt(variance));
        return root * root * root;
    }
}
