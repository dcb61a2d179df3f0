package org.sandglass.mixture;

import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;

/// A quadratic reward `r(x) = c + gᵀx + ½ xᵀQx`; `Q` symmetric, of any sign. Immutable.
public final class QuadraticReward {
    private final double constant;
    private final DMatrixRMaj slope;
    private final DMatrixRMaj curvature;

    private QuadraticReward(double constant, DMatrixRMaj slope, DMatrixRMaj curvature) {
        this.constant = constant;
        this.slope = slope;
        this.curvature = curvature;
    }

    /// A reward.
    ///
    /// @param constant `c`, finite
    /// @param slope `g`, d finite numbers; copied
    /// @param curvature `Q`, `d × d`, symmetric; copied
    /// @return the reward
    /// @throws IllegalArgumentException naming what does not fit
    public static QuadraticReward of(double constant, double[] slope, double[][] curvature) {
        DMatrixRMaj q = Matrices.of(curvature, "curvature");
        DMatrixRMaj g = Matrices.of(new double[][] {slope}, "slope");
        if (q.numRows != slope.length || q.numCols != slope.length || !Double.isFinite(constant)) {
            throw new IllegalArgumentException(
                    "a reward needs a finite constant and a slope and curvature of one dimension, got " + constant
                            + ", " + slope.length + " and " + q.numRows + " x " + q.numCols);
        }
        for (int i = 0; i < q.numRows; i++) {
            for (int j = 0; j < i; j++) {
                if (q.get(i, j) != q.get(j, i)) {
                    throw new IllegalArgumentException("curvature must be symmetric: [" + i + "][" + j + "] is "
                            + q.get(i, j) + " but [" + j + "][" + i + "] is " + q.get(j, i));
                }
            }
        }
        return new QuadraticReward(constant, Matrices.column(g.data), q);
    }

    /// A linear reward `c + gᵀx`.
    ///
    /// @param constant `c`
    /// @param slope `g`
    /// @return the reward
    public static QuadraticReward linear(double constant, double... slope) {
        return of(constant, slope, new double[slope.length][slope.length]);
    }

    /// The dimension.
    ///
    /// @return `d`
    public int d() {
        return slope.numRows;
    }

    /// `r(x)`.
    ///
    /// @param x one point, d numbers
    /// @return the reward there
    public double at(double... x) {
        DMatrixRMaj column = Matrices.column(x);
        return constant + Matrices.dot(slope, column) + 0.5 * Matrices.dot(column, Matrices.times(curvature, column));
    }

    /// `∇r(x) = g + Qx`.
    DMatrixRMaj gradient(DMatrixRMaj x) {
        return Matrices.plus(slope, Matrices.times(curvature, x));
    }

    DMatrixRMaj curvature() {
        return curvature;
    }

    boolean isLinear() {
        for (double q : curvature.data) {
            if (q != 0) {
                return false;
            }
        }
        return true;
    }
}
