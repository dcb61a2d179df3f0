package org.sandglass.run;

import java.util.List;
import java.util.Locale;
import org.sandglass.format.InputException;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.SinglePrecision;

/// In which arithmetic quantities are computed. Points and results are doubles either way.
public enum Precision {
    /// Doubles throughout: about 15 digits.
    FLOAT64,
    /// Floats where they keep to the bounds of [SinglePrecision], for screening.
    FLOAT32;

    private static final List<Quantity> IN_FLOAT32 = List.of(
            Quantity.LOG_DENSITY, Quantity.ENERGY, Quantity.SCORE, Quantity.FORCE, Quantity.DENOISED, Quantity.NOISE);

    /// Reads a precision and checks that it can be had.
    ///
    /// @param option what carried it, for messages
    /// @param word `float64` or `float32`
    /// @param quantities what is to be computed
    /// @param times when
    /// @return the precision
    /// @throws InputException if the word is another, or there is no `float32` for a quantity or for points that
    ///     have a time each
    public static Precision of(String option, String word, List<Quantity> quantities, TimeChoice times) {
        return switch (word) {
            case "float64" -> FLOAT64;
            case "float32" -> float32(option, quantities, times);
            default -> throw new InputException(option + " must be float64 or float32, got \"" + word + "\"");
        };
    }

    private static Precision float32(String option, List<Quantity> quantities, TimeChoice times) {
        for (Quantity quantity : quantities) {
            if (!IN_FLOAT32.contains(quantity)) {
                throw new InputException(
                        option + ": " + quantity.word() + " is computed in float64 only",
                        "float32 is for "
                                + String.join(
                                        ", ",
                                        IN_FLOAT32.stream().map(Quantity::word).toList()));
            }
        }
        if (times instanceof TimeChoice.PerPoint) {
            throw new InputException(option + ": float32 gains nothing where --time is a file: each time is a law of"
                    + " its own, and rounding it takes longer than its points");
        }
        return FLOAT32;
    }

    /// The word that asks for it.
    ///
    /// @return `float64` or `float32`
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The evaluation of a law in this precision.
    Evaluator evaluator(NoisyMixture law) {
        return switch (this) {
            case FLOAT64 -> law::evaluate;
            case FLOAT32 -> SinglePrecision.of(law)::evaluate;
        };
    }
}
