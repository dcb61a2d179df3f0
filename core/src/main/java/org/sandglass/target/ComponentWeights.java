package org.sandglass.target;

import java.util.List;
import java.util.stream.DoubleStream;

/// How a publication weights its components. Immutable.
public sealed interface ComponentWeights {
    /// All the same.
    record Equal() implements ComponentWeights {}

    /// Weights that need not sum to 1.
    ///
    /// @param values `K` numbers `≥ 0`
    record Weights(List<Double> values) implements ComponentWeights {
        /// Copies the list.
        public Weights {
            values = List.copyOf(values);
        }
    }

    /// Logarithms of such weights.
    ///
    /// @param values `K` numbers
    record Logits(List<Double> values) implements ComponentWeights {
        /// Copies the list.
        public Logits {
            values = List.copyOf(values);
        }
    }

    /// Weights from numbers.
    ///
    /// @param values `K` numbers `≥ 0`
    /// @return the weighting
    static ComponentWeights weights(double... values) {
        return new Weights(DoubleStream.of(values).boxed().toList());
    }

    /// Logits from numbers.
    ///
    /// @param values `K` numbers
    /// @return the weighting
    static ComponentWeights logits(double... values) {
        return new Logits(DoubleStream.of(values).boxed().toList());
    }
}
