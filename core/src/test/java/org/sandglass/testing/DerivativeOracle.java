package org.sandglass.testing;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.analysis.differentiation.UnivariateDerivative2;
import org.sandglass.mixture.GaussianMixture;

/// The log density of a mixture under noise, differentiated twice along a line by the rules of calculus
/// (Hipparchus), from inverse covariance matrices.
///
/// It shares no code with the package it judges but [GaussianMixture]'s getters.
public final class DerivativeOracle {
    private final GaussianMixture mixture;
    private final double a;
    private final double[][] precisions;
    private final double[] constants;

    /// The oracle of the law of `a·x₀ + b·z`.
    ///
    /// @param mixture the law of `x₀`
    /// @param a the scale
    /// @param b the noise
    public DerivativeOracle(GaussianMixture mixture, double a, double b) {
        this.mixture = mixture;
        this.a = a;
        int d = mixture.d();
        this.precisions = new double[mixture.k()][];
        this.constants = new double[mixture.k()];
        for (int k = 0; k < mixture.k(); k++) {
            DMatrixRMaj c = DMatrixRMaj.wrap(d, d, mixture.covariance(k).matrix());
            CommonOps_DDRM.scale(a * a, c);
            for (int j = 0; j < d; j++) {
                c.add(j, j, b * b);
            }
            DMatrixRMaj inverse = new DMatrixRMaj(d, d);
            CommonOps_DDRM.invert(c, inverse);
            precisions[k] = inverse.data;
            constants[k] =
                    mixture.logWeights()[k] - 0.5 * (d * Math.log(2 * Math.PI) + Math.log(CommonOps_DDRM.det(c)));
        }
    }

    /// `ln p(x + s·v)` with its first two derivatives by `s` at 0.
    ///
    /// @param x a point
    /// @param v a direction
    /// @return `ln p`, `v·∇ln p` and `vᵀ ∇²ln p v`
    public UnivariateDerivative2 along(double[] x, double[] v) {
        UnivariateDerivative2[] terms = new UnivariateDerivative2[mixture.k()];
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < terms.length; k++) {
            terms[k] = term(k, x, v);
            max = Math.max(max, terms[k].getReal());
        }
        UnivariateDerivative2 sum = new UnivariateDerivative2(0, 0, 0);
        for (int k = 0; k < terms.length; k++) {
            if (constants[k] > Double.NEGATIVE_INFINITY) {
                sum = sum.add(terms[k].subtract(max).exp());
            }
        }
        return sum.log().add(max);
    }

    private UnivariateDerivative2 term(int k, double[] x, double[] v) {
        int d = x.length;
        UnivariateDerivative2 q = new UnivariateDerivative2(0, 0, 0);
        for (int i = 0; i < d; i++) {
            UnivariateDerivative2 row = new UnivariateDerivative2(0, 0, 0);
            for (int j = 0; j < d; j++) {
                row = row.add(difference(k, x, v, j).multiply(precisions[k][i * d + j]));
            }
            q = q.add(row.multiply(difference(k, x, v, i)));
        }
        return q.multiply(-0.5).add(constants[k]);
    }

    private UnivariateDerivative2 difference(int k, double[] x, double[] v, int j) {
        return new UnivariateDerivative2(x[j] - a * mixture.means().get(k, j), v[j], 0);
    }
}
