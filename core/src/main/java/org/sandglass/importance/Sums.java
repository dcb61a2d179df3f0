package org.sandglass.importance;

import org.sandglass.metric.Estimate;

/// Sums that keep their digits, and the standard errors that follow from influences.
final class Sums {
    private Sums() {}

    /// `Σ vᵢ` within an ulp or so of `Σ |vᵢ|·2⁻⁵³`, in this order (Neumaier 1974); infinite where a term is.
    static double sum(double[] v) {
        double sum = 0;
        double rest = 0;
        for (double x : v) {
            double next = sum + x;
            rest += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
            sum = next;
        }
        return Double.isFinite(sum) ? sum + rest : sum;
    }

    static double mean(double[] v) {
        return sum(v) / v.length;
    }

    /// The mean of independent values, with its standard error.
    static Estimate mean(double factor, double[] v) {
        return estimate(factor * mean(v), scaled(factor, v));
    }

    /// A value whose error is the mean of `n` independent influences `ψᵢ`: `√(Σ (ψᵢ − ψ̄)² / (n (n − 1)))`.
    ///
    /// @param value the value
    /// @param influences by how much each draw moved it; NaN or infinite ones give a standard error of NaN
    static Estimate estimate(double value, double[] influences) {
        int n = influences.length;
        double mean = mean(influences);
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            squares[i] = (influences[i] - mean) * (influences[i] - mean);
        }
        return new Estimate(value, n < 2 ? Double.NaN : Math.sqrt(sum(squares) / n / (n - 1)));
    }

    private static double[] scaled(double factor, double[] v) {
        double[] out = v.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= factor;
        }
        return out;
    }
}
