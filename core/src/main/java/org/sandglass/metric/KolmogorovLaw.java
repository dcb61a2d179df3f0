package org.sandglass.metric;

import java.util.Arrays;

/// The law of Kolmogorov's `D = sup |Fₙ − F|` for `n` exact draws of a continuous law.
///
/// `P(D ≥ x)`: for `n x² ≥ 4` twice the one-sided `P(D⁺ ≥ x) = x Σⱼ C(n, j) (x + j/n)^(j−1) (1 − x −
/// j/n)^(n−j)` (Smirnov 1944), a sum of positive terms, which counts twice the draws that reach `x` on
/// both sides, `e^(−6nx²)` of all; else for `n ≤ 1000` the matrix power of Durbin (1973) in the form of
/// Marsaglia, Tsang and Wang (2003); else the limit `1 − √(2π)/y Σ e^(−(2j−1)²π²/8y²)` at `y = √n x +
/// 1/(6√n) + (√n x − 1)/(4n)` (Vrbik 2018). Absolute error below 1e-10, or 1e-6 by the limit.
final class KolmogorovLaw {
    private static final int EXACT = 1000;
    private static final double FAR = 4;

    private KolmogorovLaw() {}

    /// `P(D ≥ x)`.
    static double upper(int n, double x) {
        if (x <= 0.5 / n) {
            return 1;
        }
        if (x >= 1) {
            return 0;
        }
        if (n * x * x >= FAR) {
            return Math.min(1, 2 * oneSided(n, x));
        }
        return n <= EXACT ? 1 - durbin(n, x) : limit(n, x);
    }

    private static double oneSided(int n, double x) {
        double sum = 0;
        double logChoose = 0;
        for (int j = 0; j <= n * (1 - x); j++) {
            double rest = 1 - x - (double) j / n;
            double log = logChoose + (j - 1) * Math.log(x + (double) j / n) + (n - j) * Math.log(Math.max(rest, 0));
            sum += j == n ? 0 : Math.exp(log);
            logChoose += Math.log((n - j) / (j + 1.0));
        }
        return x * sum;
    }

    private static double limit(int n, double x) {
        double root = Math.sqrt(n);
        double y = root * x + 1 / (6 * root) + (root * x - 1) / (4.0 * n);
        double sum = 0;
        for (int j = 1; j < 40; j += 2) {
            sum += Math.exp(-j * j * Math.PI * Math.PI / (8 * y * y));
        }
        return 1 - Math.sqrt(2 * Math.PI) / y * sum;
    }

    /// `P(D < x) = n!/nⁿ (Hⁿ)ₖₖ` with `x = (k − h)/n`, `0 ≤ h < 1`, and a matrix of order `2k − 1`.
    private static double durbin(int n, double x) {
        int k = (int) (n * x) + 1;
        int m = 2 * k - 1;
        Scaled power = Scaled.of(durbinMatrix(k, k - n * x), m).power(n);
        double value = power.entries[(k - 1) * m + k - 1];
        double log = Math.log(value) + power.exponent * Math.log(2);
        for (int i = 1; i <= n; i++) {
            log += Math.log((double) i / n);
        }
        return Math.exp(log);
    }

    private static double[] durbinMatrix(int k, double h) {
        int m = 2 * k - 1;
        double[] entries = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= Math.min(i + 1, m - 1); j++) {
                entries[i * m + j] = 1;
            }
        }
        for (int i = 0; i < m; i++) {
            entries[i * m] -= Math.pow(h, i + 1);
            entries[(m - 1) * m + i] -= Math.pow(h, m - i);
        }
        entries[(m - 1) * m] += 2 * h - 1 > 0 ? Math.pow(2 * h - 1, m) : 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= Math.min(i, m - 1); j++) {
                for (int g = 2; g <= i - j + 1; g++) {
                    entries[i * m + j] /= g;
                }
            }
        }
        return entries;
    }

    /// A square matrix times a power of two.
    @SuppressWarnings("ArrayRecordComponent") // local to this computation
    private record Scaled(double[] entries, int m, int exponent) {
        static Scaled of(double[] entries, int m) {
            return new Scaled(entries, m, 0);
        }

        Scaled power(int n) {
            if (n == 1) {
                return this;
            }
            Scaled half = power(n / 2);
            Scaled square = half.times(half);
            return n % 2 == 0 ? square : times(square);
        }

        private Scaled times(Scaled other) {
            double[] out = new double[m * m];
            for (int i = 0; i < m; i++) {
                for (int l = 0; l < m; l++) {
                    double factor = entries[i * m + l];
                    for (int j = 0; j < m; j++) {
                        out[i * m + j] += factor * other.entries[l * m + j];
                    }
                }
            }
            int shift = Math.getExponent(Arrays.stream(out).max().orElse(1));
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.scalb(out[i], -shift);
            }
            return new Scaled(out, m, exponent + other.exponent + shift);
        }
    }
}
