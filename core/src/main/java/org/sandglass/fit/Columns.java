package org.sandglass.fit;

import java.util.Arrays;
import org.sandglass.linalg.Points;

/// Means and variances of the columns of data, by two passes, each about a number near the mean. Immutable.
final class Columns {
    private final double[] means;
    private final double[] variances;
    private final double[] largest;

    private Columns(int d) {
        this.means = new double[d];
        this.variances = new double[d];
        this.largest = new double[d];
    }

    /// The columns of points, of which there is at least one. The variance of a column that does not vary
    /// is exactly 0.
    static Columns of(Points points) {
        int d = points.d();
        Columns columns = new Columns(d);
        columns.addMeans(points, points.row(0));
        double[] sums = new double[d];
        double[] squares = new double[d];
        double[] data = points.data();
        for (int at = 0; at < data.length; at += d) {
            for (int j = 0; j < d; j++) {
                double v = data[at + j] - columns.means[j];
                sums[j] += v;
                squares[j] = Math.fma(v, v, squares[j]);
                columns.largest[j] = Math.max(columns.largest[j], Math.abs(data[at + j]));
            }
        }
        columns.settle(sums, squares, points);
        return columns;
    }

    private void addMeans(Points points, double[] reference) {
        double[] data = points.data();
        int d = reference.length;
        for (int at = 0; at < data.length; at += d) {
            for (int j = 0; j < d; j++) {
                means[j] += data[at + j] - reference[j];
            }
        }
        for (int j = 0; j < d; j++) {
            means[j] = reference[j] + means[j] / points.n();
        }
    }

    private void settle(double[] sums, double[] squares, Points points) {
        int n = points.n();
        for (int j = 0; j < means.length; j++) {
            double shift = sums[j] / n;
            means[j] += shift;
            variances[j] = isConstant(points, j) ? 0 : squares[j] / n - shift * shift;
        }
    }

    private static boolean isConstant(Points points, int j) {
        for (int i = 1; i < points.n(); i++) {
            if (points.get(i, j) != points.get(0, j)) {
                return false;
            }
        }
        return true;
    }

    int d() {
        return means.length;
    }

    double mean(int j) {
        return means[j];
    }

    /// The mean of the squared distance from the mean; divided by `n`.
    double variance(int j) {
        return variances[j];
    }

    double meanVariance() {
        return Arrays.stream(variances).sum() / variances.length;
    }

    /// The least standard deviation about a mean that numbers of the size of this column can show: `2⁻⁵²
    /// max|x|`.
    double spacing(int j) {
        return 0x1p-52 * largest[j];
    }
}
