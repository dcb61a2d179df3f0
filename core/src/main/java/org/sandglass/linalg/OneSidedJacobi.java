package org.sandglass.linalg;

import java.util.Arrays;

/// One-sided Jacobi rotations: turns the rows of `G` into mutually orthogonal rows without changing `GᵀG`.
///
/// With row `i` written as `sᵢ uᵢᵀ` afterwards, `GᵀG = Σᵢ sᵢ² uᵢ uᵢᵀ`: the `uᵢ` are eigenvectors and `sᵢ²`
/// eigenvalues of `GᵀG`, obtained without ever forming it. Small `sᵢ` keep their relative accuracy when `G` is
/// a Cholesky factor, also of a badly scaled matrix (Demmel and Veselić 1992; Drmač and Veselić 2008), where a
/// tridiagonal QR method only keeps `sᵢ²` to `u‖G‖²`. Costs about 6–10 sweeps of `3·count²·length` operations.
/// See `docs/decisions/0020-square-roots.md`.
public final class OneSidedJacobi {
    private static final int MAX_SWEEPS = 80;
    private static final double LEAST_SQUARE = 0x1p-900;

    /// Relative to the largest entry; smaller numbers have too few digits left to be orthogonal.
    private static final double NOTHING = 0x1p-1010;

    private OneSidedJacobi() {}

    /// Orthogonalises the rows in place.
    ///
    /// @param rows `count` rows of `length` numbers, row-major; overwritten
    /// @param count how many rows
    /// @param length the length of each
    /// @throws NumericalException if an entry is not finite
    public static void orthogonalise(double[] rows, int count, int length) {
        double largest = largest(rows, count * length);
        if (largest == 0) {
            return;
        }
        if (!Double.isFinite(largest)) {
            throw new NumericalException("rows to be made orthogonal must be finite, got " + largest);
        }
        double scale = powerOfTwoNear(largest);
        multiply(rows, count * length, 1 / scale);
        double tolerance = 0x1p-52 * Math.sqrt(length);
        int sweep = 0;
        while (rotateAllPairs(rows, count, length, tolerance)) {
            if (++sweep == MAX_SWEEPS) {
                throw new NumericalException("Jacobi rotations of " + count + " rows of length " + length
                        + " did not settle in " + MAX_SWEEPS + " sweeps");
            }
        }
        multiply(rows, count * length, scale);
    }

    /// The Euclidean length of one row, safe from overflow and underflow of the squares.
    ///
    /// @param rows rows, row-major
    /// @param row which one
    /// @param length the length of each
    /// @return `‖rowᵢ‖₂`
    public static double norm(double[] rows, int row, int length) {
        double max = 0;
        for (int j = 0; j < length; j++) {
            max = Math.max(max, Math.abs(rows[row * length + j]));
        }
        double unit = powerOfTwoNear(max);
        if (unit == 0) {
            return 0;
        }
        double sum = 0;
        for (int j = 0; j < length; j++) {
            double scaled = rows[row * length + j] / unit;
            sum = Math.fma(scaled, scaled, sum);
        }
        return unit * Math.sqrt(sum);
    }

    /// One sweep; says whether anything was turned.
    private static boolean rotateAllPairs(double[] rows, int count, int length, double tolerance) {
        boolean rotated = false;
        for (int i = 0; i < count - 1; i++) {
            for (int j = i + 1; j < count; j++) {
                rotated |= rotate(rows, i * length, j * length, length, tolerance);
            }
        }
        return rotated;
    }

    private static boolean rotate(double[] rows, int p, int q, int length, double tolerance) {
        double pp = 0;
        double qq = 0;
        double pq = 0;
        for (int j = 0; j < length; j++) {
            double x = rows[p + j];
            double y = rows[q + j];
            pp = Math.fma(x, x, pp);
            qq = Math.fma(y, y, qq);
            pq = Math.fma(x, y, pq);
        }
        if (pq == 0 || Math.abs(pq) <= tolerance * root(pp, rows, p, length) * root(qq, rows, q, length)) {
            return false;
        }
        double zeta = (qq - pp) / (2 * pq);
        double tan = Math.copySign(1 / (Math.abs(zeta) + Math.hypot(1, zeta)), zeta);
        double cos = 1 / Math.sqrt(1 + tan * tan);
        turn(rows, p, q, length, cos, cos * tan);
        return true;
    }

    /// `√square`, or the length of the row itself where squares are lost to underflow.
    private static double root(double square, double[] rows, int from, int length) {
        return square > LEAST_SQUARE ? Math.sqrt(square) : norm(rows, from / length, length);
    }

    /// Turns two rows. Where there are more rows than independent ones, each sweep makes the others smaller by
    /// 1e16; at the edge of the range they become 0.
    private static void turn(double[] rows, int p, int q, int length, double cos, double sin) {
        double largestP = 0;
        double largestQ = 0;
        for (int j = 0; j < length; j++) {
            double x = rows[p + j];
            double y = rows[q + j];
            rows[p + j] = cos * x - sin * y;
            rows[q + j] = sin * x + cos * y;
            largestP = Math.max(largestP, Math.abs(rows[p + j]));
            largestQ = Math.max(largestQ, Math.abs(rows[q + j]));
        }
        if (largestP < NOTHING) {
            Arrays.fill(rows, p, p + length, 0);
        }
        if (largestQ < NOTHING) {
            Arrays.fill(rows, q, q + length, 0);
        }
    }

    private static double largest(double[] values, int n) {
        double max = 0;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, Math.abs(values[i]));
        }
        return max;
    }

    /// `2^⌊log₂ v⌋`, so that scaling by it is exact; 0 for 0.
    private static double powerOfTwoNear(double value) {
        return value == 0 || !Double.isFinite(value) ? 0 : Math.scalb(1.0, Math.max(Math.getExponent(value), -1000));
    }

    private static void multiply(double[] values, int n, double factor) {
        for (int i = 0; i < n; i++) {
            values[i] *= factor;
        }
    }
}
