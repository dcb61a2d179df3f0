package org.sandglass.mixture;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Points;

/// What was seen of `x`: `y = A x + ε` with `ε ~ N(0, R)`. Immutable.
public final class LinearMeasurement {
    private final DMatrixRMaj operator;
    private final double[] y;
    private final Covariance noise;

    private LinearMeasurement(DMatrixRMaj operator, double[] y, Covariance noise) {
        this.operator = operator;
        this.y = y;
        this.noise = noise;
    }

    /// A measurement.
    ///
    /// @param operator `A`, `m × d`, finite; copied
    /// @param y what was seen, m finite numbers; copied
    /// @param noise `R`, of dimension m, positive definite
    /// @return the measurement
    /// @throws IllegalArgumentException naming what does not fit
    public static LinearMeasurement of(double[][] operator, double[] y, Covariance noise) {
        DMatrixRMaj a = Matrices.of(operator, "operator");
        if (y.length != a.numRows || noise.d() != a.numRows) {
            throw new IllegalArgumentException("an operator with " + a.numRows
                    + " rows needs as many measurements and noises, got " + y.length + " and " + noise.d());
        }
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException("y[" + i + "] must be finite, got " + y[i]);
            }
        }
        if (!noise.positiveDefinite()) {
            throw new IllegalArgumentException(
                    "the measurement noise must be positive definite; use conditionOn for exactly known coordinates");
        }
        return new LinearMeasurement(a, y.clone(), noise);
    }

    /// How many numbers were seen.
    ///
    /// @return `m ≥ 1`
    public int m() {
        return y.length;
    }

    /// How many coordinates `x` has.
    ///
    /// @return `d ≥ 1`
    public int d() {
        return operator.numCols;
    }

    /// What was seen.
    ///
    /// @return a copy of `y`
    public double[] y() {
        return y.clone();
    }

    /// What one of the numbers looks at: a row of `A`.
    ///
    /// @param i which number, `0 ≤ i < m`
    /// @return d numbers, a copy
    public double[] row(int i) {
        double[] row = new double[operator.numCols];
        for (int j = 0; j < row.length; j++) {
            row[j] = operator.get(i, j);
        }
        return row;
    }

    /// What all of them look at: `A`.
    ///
    /// @return its rows, m × d, a copy
    public Points rows() {
        return Points.wrap(operator.data.clone(), operator.numRows, operator.numCols);
    }

    /// The covariance of the noise.
    ///
    /// @return `R`
    public Covariance noise() {
        return noise;
    }

    DMatrixRMaj operator() {
        return operator;
    }

    @Override
    public String toString() {
        return "LinearMeasurement[m=" + m() + ", d=" + operator.numCols + ", y=" + Arrays.toString(y) + "]";
    }
}
