package org.sandglass.metric;

/// The sums of `h(i, l)` between `n` things and `m` others, as [PairSums] has them within one set.
final class CrossSums {
    private final double[] rows;
    private final double[] columns;
    private double squares;

    CrossSums(int n, int m) {
        this.rows = new double[n];
        this.columns = new double[m];
    }

    void add(int i, int l, double h) {
        rows[i] += h;
        columns[l] += h;
        squares += h * h;
    }

    /// The mean over all pairs.
    double mean() {
        return Estimate.mean(rows) / columns.length;
    }

    double rowMean(int i) {
        return rows[i] / columns.length;
    }

    double columnMean(int l) {
        return columns[l] / rows.length;
    }

    /// The mean square of the doubly centred `h`, over the number of pairs.
    double beyondRows() {
        double pairs = (double) rows.length * columns.length;
        double mean = mean();
        double single = 0;
        for (int i = 0; i < rows.length; i++) {
            single += rowMean(i) * rowMean(i) / rows.length;
        }
        for (int l = 0; l < columns.length; l++) {
            single += columnMean(l) * columnMean(l) / columns.length;
        }
        return (squares / pairs - single + mean * mean) / pairs;
    }
}
