package org.sandglass.divergence;

/// Logarithms without cancellation.
final class Logs {
    private Logs() {}

    /// `ln Σ e^{lᵢ}`, −∞ if all are.
    static double sumExp(double[] l) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : l) {
            max = Math.max(max, value);
        }
        if (Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        for (double value : l) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }

    /// `x − ln(1 + x) ≥ 0` for `x > −1`, of order `x²/2` near 0.
    ///
    /// With `s = x/(2 + x)`, `ln(1 + x) = 2 (s + s³/3 + s⁵/5 + …)` and `x − 2s = x s`; for `|x| < ¼`
    /// eleven terms leave less than 1e-17.
    static double excess(double x) {
        if (!(Math.abs(x) < 0.25)) {
            return x - Math.log1p(x);
        }
        double s = x / (2 + x);
        double square = s * s;
        double tail = 0;
        for (int k = 21; k >= 3; k -= 2) {
            tail = tail * square + 1.0 / k;
        }
        return s * (x - 2 * square * tail);
    }

    /// `−ln((1 + e^δ)/2)`, 0 at 0.
    static double half(double delta) {
        return delta < 1 ? -Math.log1p(Math.expm1(delta) / 2) : -delta - Math.log1p(Math.expm1(-delta) / 2);
    }
}
