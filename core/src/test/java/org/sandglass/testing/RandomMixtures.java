package org.sandglass.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// Seeded random mixtures of all structures, on which laws are tested.
public final class RandomMixtures {
    /// The structures of a covariance.
    public enum Structure {
        /// `s² I`.
        ISOTROPIC,
        /// `diag(s²)`.
        DIAGONAL,
        /// A full matrix with condition up to about 1e4.
        FULL,
        /// Low rank plus diagonal.
        LOW_RANK,
        /// Components of all four structures.
        MIXED
    }

    /// A mixture with its name.
    ///
    /// @param name structure, dimension, components and seed
    /// @param mixture the mixture
    /// @param seed from which it was made
    public record Case(String name, GaussianMixture mixture, long seed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final int[][] SHAPES = {{1, 1}, {1, 50}, {2, 3}, {3, 20}, {7, 5}, {20, 1}, {20, 50}};

    private final Random random;

    private RandomMixtures(long seed) {
        this.random = new Random(seed);
    }

    /// All structures in shapes `D` 1–20, `K` 1–50.
    ///
    /// @return 35 mixtures
    public static List<Case> all() {
        List<Case> out = new ArrayList<>();
        for (Structure structure : Structure.values()) {
            for (int[] shape : SHAPES) {
                out.add(of(structure, shape[0], shape[1], 1000L * shape[0] + shape[1]));
            }
        }
        return out;
    }

    /// All structures in shapes up to `D` = 3, `K` = 20.
    ///
    /// @return 20 mixtures
    public static List<Case> small() {
        return all().stream().filter(c -> c.mixture().d() <= 3).toList();
    }

    /// One mixture.
    ///
    /// @param structure of its covariances
    /// @param d its dimension
    /// @param k its components; one has weight 0 if there are more than 10
    /// @param seed of the generator
    /// @return the case
    public static Case of(Structure structure, int d, int k, long seed) {
        RandomMixtures generator = new RandomMixtures(seed);
        double[] weights = new double[k];
        Points means = Points.zeros(k, d);
        List<Covariance> covariances = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            weights[i] = i == 7 && k > 10 ? 0 : generator.random.nextDouble() + 0.01;
            for (int j = 0; j < d; j++) {
                means.data()[i * d + j] = 2 * generator.random.nextGaussian();
            }
            covariances.add(generator.covariance(structure, i, d));
        }
        return new Case(
                structure + " d=" + d + " k=" + k + " seed=" + seed,
                GaussianMixture.ofWeights(weights, means, covariances),
                seed);
    }

    private Covariance covariance(Structure structure, int i, int d) {
        return switch (structure) {
            case ISOTROPIC -> new Isotropic(std(), d);
            case DIAGONAL -> Diagonal.of(stds(d));
            case FULL -> Spectral.of(matrix(d), d);
            case LOW_RANK -> lowRank(d);
            case MIXED -> covariance(Structure.values()[i % 4], i, d);
        };
    }

    private double std() {
        return Math.exp(0.7 * random.nextGaussian());
    }

    private double[] stds(int d) {
        double[] stds = new double[d];
        Arrays.setAll(stds, _ -> std());
        return stds;
    }

    /// `B Bᵀ/d + 0.01 I`.
    private double[] matrix(int d) {
        double[][] b = normals(random, d, d);
        double[] out = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 0.01 * d : 0;
                for (int k = 0; k < d; k++) {
                    sum += b[i][k] * b[j][k];
                }
                out[i * d + j] = sum / d;
                out[j * d + i] = sum / d;
            }
        }
        return out;
    }

    private LowRank lowRank(int d) {
        int rank = 1 + random.nextInt(Math.min(d + 1, 4));
        double[] factor = new double[d * rank];
        Arrays.setAll(factor, _ -> random.nextGaussian());
        return LowRank.of(factor, rank, Arrays.stream(stds(d)).map(s -> s / 3).toArray());
    }

    /// Points around the components of a noisy mixture, of twice its spread.
    ///
    /// @param mixture the mixture
    /// @param a the scale on it
    /// @param b the noise on it
    /// @param n how many
    /// @param seed of the generator
    /// @return the points, n × d
    public static Points around(GaussianMixture mixture, double a, double b, int n, long seed) {
        Random random = new Random(seed);
        Points out = Points.zeros(n, mixture.d());
        for (int i = 0; i < n; i++) {
            int k = random.nextInt(mixture.k());
            double spread = 2 * Math.hypot(a, b);
            for (int j = 0; j < mixture.d(); j++) {
                out.data()[i * mixture.d() + j] = a * mixture.means().get(k, j) + spread * random.nextGaussian();
            }
        }
        return out;
    }

    /// A matrix of standard normals.
    ///
    /// @param random where they come from
    /// @param rows how many rows
    /// @param columns how many columns
    /// @return the matrix
    public static double[][] normals(Random random, int rows, int columns) {
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        return out;
    }
}
