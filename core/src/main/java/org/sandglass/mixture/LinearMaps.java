package org.sandglass.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Triangular;

/// Affine maps, convolution and marginals: `A Σ Aᵀ` through square roots, `A G`.
final class LinearMaps {
    private LinearMaps() {}

    static GaussianMixture affine(GaussianMixture mixture, double[][] matrix, double[] shift) {
        DMatrixRMaj a = Matrices.of(matrix, "matrix");
        mixture.requireDimension(a.numCols);
        if (shift.length != a.numRows) {
            throw new IllegalArgumentException(
                    "shift has " + shift.length + " entries, the matrix has " + a.numRows + " rows");
        }
        if (a.numRows > a.numCols || Triangular.singularToRounding(Triangular.ofFactor(a))) {
            throw new IllegalArgumentException("the " + a.numRows + " x " + a.numCols
                    + " matrix needs independent rows; dependent ones give a law without a density");
        }
        double[] means = new double[Math.multiplyExact(mixture.k(), a.numRows)];
        for (int k = 0; k < mixture.k(); k++) {
            DMatrixRMaj mean = Matrices.times(a, Matrices.column(mixture.means().row(k)));
            for (int i = 0; i < a.numRows; i++) {
                means[k * a.numRows + i] = mean.get(i) + shift[i];
            }
        }
        return mixture.withComponents(
                Points.wrap(means, mixture.k(), a.numRows), mixture.shared().map(c -> image(a, c)));
    }

    /// `A Σ Aᵀ`; an exact point stays one.
    private static Covariance image(DMatrixRMaj a, Covariance c) {
        return Factors.covariance(Matrices.times(a, Factors.of(c)));
    }

    static GaussianMixture convolve(GaussianMixture mixture, Covariance noise) {
        mixture.requireDimension(noise.d());
        SharedCovariances sums = mixture.shared().map(c -> sum(c, noise));
        return noise instanceof Isotropic(double std, int _)
                ? mixture.noisy(1, std, sums)
                : mixture.withComponents(mixture.means().copy(), sums);
    }

    static Covariance sum(Covariance c, Covariance noise) {
        if (noise instanceof Isotropic(double std, int _)) {
            return c.scaledPlus(1, std);
        }
        if (c instanceof Isotropic(double std, int _)) {
            return noise.scaledPlus(1, std);
        }
        double[] s = Factors.independentStds(c);
        double[] n = Factors.independentStds(noise);
        if (s.length > 0 && n.length > 0) {
            return Diagonal.of(combine(s, n));
        }
        if (c instanceof LowRank lowRank && n.length > 0) {
            return LowRank.of(lowRank.factor(), lowRank.rank(), combine(lowRank.noiseStds(), n));
        }
        if (noise instanceof LowRank lowRank && s.length > 0) {
            return LowRank.of(lowRank.factor(), lowRank.rank(), combine(lowRank.noiseStds(), s));
        }
        return Spectral.ofFactor(Matrices.beside(Factors.of(c), Factors.of(noise)));
    }

    private static double[] combine(double[] s, double[] n) {
        double[] out = new double[s.length];
        Arrays.setAll(out, j -> Covariance.combine(1, s[j], n[j]));
        return out;
    }

    static GaussianMixture marginal(GaussianMixture mixture, int[] coordinates) {
        requireDistinct(coordinates, mixture.d(), "coordinates");
        return mixture.withComponents(
                columns(mixture.means(), coordinates), mixture.shared().map(c -> marginal(c, coordinates)));
    }

    static Points columns(Points points, int[] coordinates) {
        Points out = Points.zeros(points.n(), coordinates.length);
        for (int i = 0; i < points.n(); i++) {
            for (int j = 0; j < coordinates.length; j++) {
                out.data()[i * coordinates.length + j] = points.get(i, coordinates[j]);
            }
        }
        return out;
    }

    private static Covariance marginal(Covariance c, int[] coordinates) {
        return switch (c) {
            case Isotropic(double std, int _) -> new Isotropic(std, coordinates.length);
            case Diagonal diagonal -> Diagonal.of(pick(diagonal.live(), coordinates));
            case Spectral spectral -> Spectral.ofFactor(Matrices.rows(Factors.of(spectral), coordinates));
            case LowRank lowRank -> {
                DMatrixRMaj factor = DMatrixRMaj.wrap(lowRank.d(), lowRank.rank(), lowRank.liveFactor());
                yield LowRank.of(
                        Matrices.rows(factor, coordinates).data,
                        lowRank.rank(),
                        pick(lowRank.liveNoiseStds(), coordinates));
            }
        };
    }

    static double[] pick(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(j -> values[j]).toArray();
    }

    /// Checks that indices are distinct, in `[0, limit)`, at least one.
    static void requireDistinct(int[] indices, int limit, String name) {
        boolean[] seen = new boolean[limit];
        if (indices.length == 0) {
            throw new IllegalArgumentException(name + " needs at least one index");
        }
        for (int index : indices) {
            if (index < 0 || index >= limit || seen[index]) {
                throw new IllegalArgumentException(
                        name + " must be distinct and within [0, " + limit + "), got " + Arrays.toString(indices));
            }
            seen[index] = true;
        }
    }

    /// The indices in `[0, limit)` that are not among the given ones, ascending.
    static int[] others(int[] indices, int limit) {
        List<Integer> excluded = Arrays.stream(indices).boxed().toList();
        return IntStream.range(0, limit).filter(i -> !excluded.contains(i)).toArray();
    }
}
