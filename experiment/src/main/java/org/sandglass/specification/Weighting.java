package org.sandglass.specification;

import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// How the components of an explicit mixture are weighted.
sealed interface Weighting {
    /// All the same.
    record Equal() implements Weighting {}

    /// Weights that need not sum to 1.
    ///
    /// @param numbers K, or B x K
    record OfWeights(Numbers numbers) implements Weighting {}

    /// Logarithms of such weights.
    ///
    /// @param numbers K, or B x K
    record OfLogits(Numbers numbers) implements Weighting {}

    /// Checks shape and values: weights finite and `≥ 0`, some `> 0`; logits finite or `−∞`, some finite.
    default void check(Layout layout) {
        switch (this) {
            case Equal() -> {}
            case OfWeights(Numbers numbers) -> check(layout, numbers, 0, "be finite and >= 0", "> 0");
            case OfLogits(Numbers numbers) ->
                check(layout, numbers, Double.NEGATIVE_INFINITY, "be finite or -Infinity", "finite");
        }
    }

    /// The weights of one mixture of a batch, as given.
    default double[] of(Layout layout, int mixture) {
        return switch (this) {
            case Equal() -> new double[0];
            case OfWeights(Numbers numbers) -> row(layout, numbers, mixture);
            case OfLogits(Numbers numbers) -> row(layout, numbers, mixture);
        };
    }

    default void write(SequencedMap<String, Object> document) {
        switch (this) {
            case Equal() -> {}
            case OfWeights(Numbers numbers) -> document.put("weights", numbers.nested());
            case OfLogits(Numbers numbers) -> document.put("logits", numbers.nested());
        }
    }

    private static double[] row(Layout layout, Numbers numbers, int mixture) {
        int from = layout.offset(numbers, mixture, layout.k());
        return numbers.slice(from, from + layout.k());
    }

    private static void check(Layout layout, Numbers numbers, double least, String needed, String someNeeded) {
        if (!layout.fits(numbers, layout.k())) {
            throw Checks.shape(numbers, layout.needed("K", layout.k()));
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (!(numbers.get(i) >= least && numbers.get(i) < Double.POSITIVE_INFINITY)) {
                throw Checks.wanted(numbers, i, needed);
            }
        }
        for (int from = 0; from < numbers.size(); from += layout.k()) {
            boolean some = false;
            for (int k = 0; k < layout.k(); k++) {
                some |= numbers.get(from + k) > least;
            }
            if (!some) {
                throw new InputException(
                        numbers.where() + " must hold at least one number that is " + someNeeded + ", got none");
            }
        }
    }
}
