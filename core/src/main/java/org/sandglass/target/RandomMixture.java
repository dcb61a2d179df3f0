package org.sandglass.target;

import java.util.Arrays;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// Mixtures drawn from our own streams: means uniform in a box, weights equal or uniform on the simplex,
/// standard deviations log-uniform, full covariances turned at random. Immutable.
///
/// @param dimension `D ≥ 1`
/// @param components `K ≥ 1`
/// @param from lower end of every coordinate of a mean
/// @param to upper end
/// @param thinnest least standard deviation of a direction, `> 0`
/// @param widest greatest one
/// @param shape structure of the covariances
/// @param weights equal or random
/// @param seed of our streams
public record RandomMixture(
        int dimension,
        int components,
        double from,
        double to,
        double thinnest,
        double widest,
        Shape shape,
        Weights weights,
        long seed) {
    /// The structure of the covariances.
    public enum Shape {
        /// One standard deviation per component.
        ISOTROPIC,
        /// One per component and coordinate.
        DIAGONAL,
        /// As diagonal, in axes turned at random.
        FULL
    }

    /// How components are weighted.
    public enum Weights {
        /// All the same.
        EQUAL,
        /// Uniform on the simplex: exponential numbers, normalised.
        RANDOM
    }

    /// The mixture.
    ///
    /// @return a target named `random`
    public Target target() {
        RandomStreams streams = RandomStreams.of(seed);
        double[] means = uniform(streams.stream("random target: means"), components * dimension, from, to);
        Target target = Target.of(
                Publication.SANDGLASS,
                "random",
                Text.scattered(components, from, to, dimension),
                "random: own streams, seed " + seed,
                Points.wrap(means, components, dimension),
                spread(streams));
        return weights == Weights.EQUAL
                ? target
                : target.weighted(ComponentWeights.weights(exponential(streams.stream("random target: weights"))));
    }

    private Spread spread(RandomStreams streams) {
        int count = shape == Shape.ISOTROPIC ? components : components * dimension;
        double[] stds =
                uniform(streams.stream("random target: stds"), count, StrictMath.log(thinnest), StrictMath.log(widest));
        Arrays.setAll(stds, i -> StrictMath.exp(stds[i]));
        return switch (shape) {
            case ISOTROPIC -> Spread.stds(stds);
            case DIAGONAL -> Spread.diagonals(stds);
            case FULL -> Spread.covariances(turned(streams.stream("random target: turns"), stds));
        };
    }

    private double[] exponential(RandomStream stream) {
        double[] drawn = uniform(stream, components, 0, 1);
        double[] weights = new double[components];
        Arrays.setAll(weights, k -> -StrictMath.log1p(-drawn[k]));
        return weights;
    }

    /// `Q diag(s²) Qᵀ` per component, with the rows of `Qᵀ` from normal numbers made orthonormal.
    private double[] turned(RandomStream stream, double[] stds) {
        int d = dimension;
        double[] entries = new double[components * d * d];
        for (int k = 0; k < components; k++) {
            double[] axes = orthonormal(stream, d);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = 0;
                    for (int l = 0; l < d; l++) {
                        double s = stds[k * d + l];
                        sum += s * s * axes[l * d + i] * axes[l * d + j];
                    }
                    entries[(k * d + i) * d + j] = sum;
                    entries[(k * d + j) * d + i] = sum;
                }
            }
        }
        return entries;
    }

    /// Gram and Schmidt, each row twice, which leaves errors of rounding only.
    private static double[] orthonormal(RandomStream stream, int d) {
        double[] rows = new double[d * d];
        stream.fillNormals(rows, 0, rows.length);
        for (int i = 0; i < d; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    double along = dot(rows, i, j, d);
                    for (int l = 0; l < d; l++) {
                        rows[i * d + l] -= along * rows[j * d + l];
                    }
                }
            }
            double length = Math.sqrt(dot(rows, i, i, d));
            for (int l = 0; l < d; l++) {
                rows[i * d + l] /= length;
            }
        }
        return rows;
    }

    private static double dot(double[] rows, int i, int j, int d) {
        double sum = 0;
        for (int l = 0; l < d; l++) {
            sum += rows[i * d + l] * rows[j * d + l];
        }
        return sum;
    }

    private static double[] uniform(RandomStream stream, int n, double from, double to) {
        double[] numbers = new double[n];
        stream.fillUniforms(numbers, 0, n);
        Arrays.setAll(numbers, i -> from + (to - from) * numbers[i]);
        return numbers;
    }
}
