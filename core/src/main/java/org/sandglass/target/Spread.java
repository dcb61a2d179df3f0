package org.sandglass.target;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.Spectral;

/// How wide a publication makes its components. Immutable.
public sealed interface Spread {
    /// One standard deviation for every component and direction.
    ///
    /// @param std `> 0`
    record Std(double std) implements Spread {}

    /// A standard deviation per component.
    ///
    /// @param stds `K` numbers `> 0`
    record Stds(List<Double> stds) implements Spread {
        /// Copies the list.
        public Stds {
            stds = List.copyOf(stds);
        }
    }

    /// A standard deviation per component and coordinate.
    ///
    /// @param stds `K·D` numbers `> 0`, row-major
    record Diagonals(List<Double> stds) implements Spread {
        /// Copies the list.
        public Diagonals {
            stds = List.copyOf(stds);
        }
    }

    /// A full covariance per component.
    ///
    /// @param entries `K·D·D` numbers, row-major
    record Covariances(List<Double> entries) implements Spread {
        /// Copies the list.
        public Covariances {
            entries = List.copyOf(entries);
        }
    }

    /// One standard deviation for all.
    ///
    /// @param std `> 0`
    /// @return the spread
    static Spread std(double std) {
        return new Std(std);
    }

    /// A standard deviation per component.
    ///
    /// @param stds `K` numbers `> 0`
    /// @return the spread
    static Spread stds(double... stds) {
        return new Stds(boxed(stds));
    }

    /// A standard deviation per component and coordinate.
    ///
    /// @param stds `K·D` numbers `> 0`, row-major
    /// @return the spread
    static Spread diagonals(double... stds) {
        return new Diagonals(boxed(stds));
    }

    /// A full covariance per component.
    ///
    /// @param entries `K·D·D` numbers, row-major
    /// @return the spread
    static Spread covariances(double... entries) {
        return new Covariances(boxed(entries));
    }

    /// The covariances of a mixture.
    ///
    /// @param k the number of components
    /// @param d the dimension
    /// @return `K` covariances, each in its structure
    default List<Covariance> of(int k, int d) {
        return switch (this) {
            case Std(double std) -> Collections.nCopies(k, new Isotropic(std, d));
            case Stds(List<Double> stds) ->
                stds.stream().<Covariance>map(std -> new Isotropic(std, d)).toList();
            case Diagonals(List<Double> stds) ->
                each(k, d, stds).<Covariance>map(Diagonal::of).toList();
            case Covariances(List<Double> entries) ->
                each(k, d * d, entries)
                        .<Covariance>map(matrix -> Spectral.of(matrix, d))
                        .toList();
        };
    }

    private static Stream<double[]> each(int k, int length, List<Double> numbers) {
        return IntStream.range(0, k)
                .mapToObj(i -> numbers.subList(i * length, (i + 1) * length).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private static List<Double> boxed(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }
}
