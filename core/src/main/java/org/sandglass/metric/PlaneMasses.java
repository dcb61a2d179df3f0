package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.mixture.GaussianMixture;

/// The logarithms of a mixture's masses in the rectangles of two axes of bins.
final class PlaneMasses {
    private PlaneMasses() {}

    /// `ln P(bin, bin′)`, row-major. Given a component whose axes are those of the coordinates these are
    /// independent; others take an integral ([TiltedGaussian]).
    ///
    /// @param plane a mixture of dimension 2
    static double[] of(GaussianMixture plane, Bins first, Bins second) {
        double[] out = new double[first.count() * second.count()];
        Arrays.fill(out, Double.NEGATIVE_INFINITY);
        double[] logWeights = plane.logWeights();
        for (int k = 0; k < plane.k(); k++) {
            if (logWeights[k] > Double.NEGATIVE_INFINITY) {
                double[] component =
                        component(plane.means().row(k), plane.covariance(k).matrix(), first, second);
                for (int b = 0; b < out.length; b++) {
                    out[b] = LogSum.of(out[b], logWeights[k] + component[b]);
                }
            }
        }
        return out;
    }

    private static double[] component(double[] mean, double[] matrix, Bins first, Bins second) {
        if (matrix[1] != 0) {
            return TiltedGaussian.of(mean, matrix).logMasses(first, second);
        }
        double[] ofFirst = first.logMasses(mean[0], Math.sqrt(matrix[0]));
        double[] ofSecond = second.logMasses(mean[1], Math.sqrt(matrix[3]));
        double[] out = new double[ofFirst.length * ofSecond.length];
        Arrays.setAll(out, b -> ofFirst[b / ofSecond.length] + ofSecond[b % ofSecond.length]);
        return out;
    }
}
