package org.sandglass.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Spectral;

/// A rotation, by which a diagonal mixture with known answers becomes a full one with known answers. As a
/// product of reflections `I − 2vvᵀ` it is orthogonal to the last digits.
///
/// @param reflections unit vectors `v`, applied in order; none for no turn
/// @param d the dimension
record Turn(List<double[]> reflections, int d) {
    static Turn none(int d) {
        return new Turn(List.of(), d);
    }

    static Turn of(int d) {
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> reflections = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reflections.add(unit(random, d));
        }
        return new Turn(reflections, d);
    }

    private static double[] unit(SplittableRandom random, int d) {
        double[] v = new double[d];
        double square = 0;
        for (int j = 0; j < d; j++) {
            v[j] = random.nextGaussian();
            square += v[j] * v[j];
        }
        for (int j = 0; j < d; j++) {
            v[j] /= Math.sqrt(square);
        }
        return v;
    }

    double[] point(double[] x) {
        double[] turned = x.clone();
        for (double[] v : reflections) {
            double along = 0;
            for (int j = 0; j < d; j++) {
                along += v[j] * turned[j];
            }
            for (int j = 0; j < d; j++) {
                turned[j] -= 2 * along * v[j];
            }
        }
        return turned;
    }

    Points points(Points x) {
        double[][] rows = new double[x.n()][];
        for (int i = 0; i < x.n(); i++) {
            rows[i] = point(x.row(i));
        }
        return Points.of(rows);
    }

    /// The mixture of the turned variable; the same one, with its structure, where there is no turn.
    GaussianMixture mixture(GaussianMixture mixture) {
        if (reflections.isEmpty()) {
            return mixture;
        }
        List<Covariance> covariances = new ArrayList<>();
        for (int k = 0; k < mixture.k(); k++) {
            covariances.add(Spectral.of(matrix(mixture.covariance(k).matrix()), d));
        }
        return GaussianMixture.equallyWeighted(points(mixture.means()), covariances);
    }

    /// `Q M Qᵀ`, made symmetric to the last bit.
    private double[] matrix(double[] m) {
        double[] once = turnedColumns(m);
        double[] twice = turnedColumns(transposed(once));
        double[] out = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out[i * d + j] = 0.5 * (twice[i * d + j] + twice[j * d + i]);
            }
        }
        return out;
    }

    private double[] turnedColumns(double[] m) {
        double[] transposed = transposed(m);
        double[] out = new double[d * d];
        for (int j = 0; j < d; j++) {
            double[] column = point(java.util.Arrays.copyOfRange(transposed, j * d, (j + 1) * d));
            for (int i = 0; i < d; i++) {
                out[i * d + j] = column[i];
            }
        }
        return out;
    }

    private double[] transposed(double[] m) {
        double[] out = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out[j * d + i] = m[i * d + j];
            }
        }
        return out;
    }
}
