package org.sandglass.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// Mixtures to draw from.
public final class SampleLaws {
    private SampleLaws() {}

    /// The mixture of torchGMM's README: modes at (±2, 0), standard deviation 0.5, weights 0.3 and 0.7.
    ///
    /// @return the mixture of the quickstart
    public static GaussianMixture quickstart() {
        return GaussianMixture.ofWeights(
                new double[] {0.3, 0.7},
                Points.of(new double[] {-2, 0}, new double[] {2, 0}),
                List.of(new Isotropic(0.5, 2), new Isotropic(0.5, 2)));
    }

    /// One mixture in each structure, and one in which they mix and a component has weight 0.
    ///
    /// @return mixtures by name
    public static Map<String, GaussianMixture> ofEachStructure() {
        Random random = new Random(11);
        Map<String, GaussianMixture> laws = new TreeMap<>();
        laws.put("isotropic", law(random, 2, covariances(5, () -> isotropic(random, 2))));
        laws.put("diagonal", law(random, 3, covariances(3, () -> diagonal(random, 3))));
        laws.put("spectral", law(random, 3, covariances(4, () -> spectral(random, 3))));
        laws.put("low rank", law(random, 6, covariances(3, () -> lowRank(random, 6, 2))));
        laws.put("mixed", mixed(random));
        return laws;
    }

    private static GaussianMixture mixed(Random random) {
        List<Covariance> covariances =
                List.of(isotropic(random, 4), diagonal(random, 4), spectral(random, 4), lowRank(random, 4, 1));
        return GaussianMixture.ofWeights(
                new double[] {0.2, 0, 0.5, 0.3}, Points.wrap(normals(random, 16), 4, 4), covariances);
    }

    private static List<Covariance> covariances(int k, Supplier<Covariance> one) {
        return IntStream.range(0, k).mapToObj(_ -> one.get()).toList();
    }

    private static GaussianMixture law(Random random, int d, List<Covariance> covariances) {
        int k = covariances.size();
        double[] weights = random.doubles(k, 0.1, 1).toArray();
        double[] means = Arrays.stream(normals(random, k * d)).map(z -> 2 * z).toArray();
        return GaussianMixture.ofWeights(weights, Points.wrap(means, k, d), covariances);
    }

    private static Covariance isotropic(Random random, int d) {
        return new Isotropic(random.nextDouble(0.2, 1.5), d);
    }

    private static Covariance diagonal(Random random, int d) {
        return Diagonal.of(random.doubles(d, 0.1, 1.5).toArray());
    }

    private static Covariance spectral(Random random, int d) {
        double[] factor = normals(random, d * d);
        double[] matrix = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 0.05 : 0;
                for (int l = 0; l < d; l++) {
                    sum += factor[i * d + l] * factor[j * d + l];
                }
                matrix[i * d + j] = sum;
                matrix[j * d + i] = sum;
            }
        }
        return Spectral.of(matrix, d);
    }

    private static Covariance lowRank(Random random, int d, int rank) {
        return LowRank.of(
                normals(random, d * rank), rank, random.doubles(d, 0.1, 0.5).toArray());
    }

    private static double[] normals(Random random, int n) {
        List<Double> out = new ArrayList<>();
        while (out.size() < n) {
            out.add(random.nextGaussian());
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
