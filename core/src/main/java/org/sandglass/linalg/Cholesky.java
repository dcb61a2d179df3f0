package org.sandglass.linalg;

import org.ejml.data.DMatrixRMaj;

/// The Cholesky factor `L` of a symmetric matrix, `L Lᵀ = M`, by arithmetic of about 32 digits (double-double:
/// an unevaluated sum of two doubles).
///
/// The only errors left are the final roundings of the entries of `L`, so a solution with `L` is off by
/// `κ(L)·2⁻⁵³` where a factorisation in doubles loses `κ(M) = κ(L)²`. Products are exact by fma, sums by
/// Knuth's two-sum; Ogita, Rump and Oishi 2005. Costs about ten times a plain factorisation, once per
/// covariance.
final class Cholesky {
    private final int m;
    private final double[] high;
    private final double[] low;
    private double sum;
    private double error;

    private Cholesky(int m) {
        this.m = m;
        this.high = new double[m * m];
        this.low = new double[m * m];
    }

    /// @param matrix a symmetric `m × m` matrix of which only the lower triangle is read
    /// @param what what it is, for the message
    static DMatrixRMaj factor(DMatrixRMaj matrix, String what) {
        Cholesky cholesky = new Cholesky(matrix.numRows);
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < i; j++) {
                cholesky.reduce(matrix.get(i, j), i, j);
                cholesky.divide(i, j);
            }
            cholesky.reduce(matrix.get(i, i), i, i);
            if (!(cholesky.sum > 0)) {
                throw new NumericalException(
                        what + " is not positive definite (pivot " + i + " is " + cholesky.sum + ")");
            }
            cholesky.root(i);
        }
        return DMatrixRMaj.wrap(matrix.numRows, matrix.numRows, cholesky.high);
    }

    /// `sum + error = start − Σₖ lᵢₖ lⱼₖ` over `k < j`.
    private void reduce(double start, int i, int j) {
        sum = start;
        error = 0;
        for (int k = 0; k < j; k++) {
            subtract(i * m + k, high[j * m + k], low[j * m + k]);
        }
        normalise();
    }

    /// `lᵢⱼ = (sum + error) / lⱼⱼ`.
    private void divide(int i, int j) {
        double pivot = high[j * m + j];
        double quotient = sum / pivot;
        subtract(j * m + j, quotient, 0);
        set(i * m + j, quotient, (sum + error) / pivot);
    }

    /// `lᵢᵢ = √(sum + error)`.
    private void root(int i) {
        double root = Math.sqrt(sum);
        high[i * m + i] = root;
        subtract(i * m + i, root, 0);
        set(i * m + i, root, (sum + error) / 2 / root);
    }

    /// Takes `l · (y + yLow)` away from `sum + error`, where `l` is the entry at a place.
    private void subtract(int place, double y, double yLow) {
        double x = high[place];
        double product = -x * y;
        double next = sum + product;
        double part = next - sum;
        error += (sum - (next - part)) + (product - part) + Math.fma(-x, y, -product) - (x * yLow + low[place] * y);
        sum = next;
    }

    private void normalise() {
        double total = sum + error;
        error -= total - sum;
        sum = total;
    }

    private void set(int place, double value, double rest) {
        high[place] = value + rest;
        low[place] = rest - (high[place] - value);
    }
}
