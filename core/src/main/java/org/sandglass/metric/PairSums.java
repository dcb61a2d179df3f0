package org.sandglass.metric;

/// The sums of a symmetric `h(i, l)` over pairs of `n` independent things, of which the U-statistic `U =
/// Σ_{i≠l} h(i, l) / (n(n − 1))` and its variance are made (Hoeffding 1948).
///
/// `Var U = 4ζ/n + 2τ/n²` nearly, where `ζ` is the variance of `E[h(1, 2) | 1]` and `τ` that of what `h`
/// has beyond such single terms. The means of the rows vary by `ζ + τ/n` ([#ofRows]) and `τ` is the mean
/// square of the doubly centred `h` ([#beyondRows]). Memory `O(n)`.
final class PairSums {
    private final int n;
    private final double[] rows;
    private double squares;

    PairSums(int n) {
        this.n = n;
        this.rows = new double[n];
    }

    /// Takes `h(i, l)`, once for each pair.
    void add(int i, int l, double h) {
        rows[i] += h;
        rows[l] += h;
        squares += 2 * h * h;
    }

    /// `U`; NaN for fewer than two things.
    double mean() {
        return Estimate.mean(rows) / (n - 1);
    }

    /// The mean of `h(i, l)` over the others.
    double rowMean(int i) {
        return rows[i] / (n - 1);
    }

    /// `2τ/(n(n − 1))`, the part of the variance that remains where `ζ = 0`.
    double beyondRows() {
        double pairs = (double) n * (n - 1);
        double mean = mean();
        double ofRows = 0;
        for (int i = 0; i < n; i++) {
            ofRows += rowMean(i) * rowMean(i) / n;
        }
        return 2 * (squares / pairs - 2 * ofRows + mean * mean) / pairs;
    }

    /// `U` and its standard error; NaN for fewer than three things.
    Estimate estimate() {
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            means[i] = rowMean(i);
        }
        double error = 2 * Estimate.errorOfMean(means);
        return new Estimate(mean(), Math.sqrt(together(error * error, beyondRows())));
    }

    /// `4ζ/n + 2τ/n²` from the variance by rows, `4ζ/n + 4τ/n²`, and `2τ/n²`. `ζ ≥ 0`, so an estimate
    /// below 0 counts as 0: where all is well it is 0 in truth, and `U` of order `1/n`.
    static double together(double ofRows, double beyond) {
        return Math.max(ofRows - 2 * beyond, 0) + beyond;
    }
}
