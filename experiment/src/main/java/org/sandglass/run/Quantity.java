package org.sandglass.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sandglass.format.InputException;
import org.sandglass.specification.Nearest;

/// The exact quantities at points, named as in the literature.
public enum Quantity implements Beside {
    /// `ln p`.
    LOG_DENSITY("log-density", Shape.SCALAR, false),
    /// `−kT ln p`.
    ENERGY("energy", Shape.SCALAR, false),
    /// `∇ ln p`.
    SCORE("score", Shape.VECTOR, false),
    /// `kT ∇ ln p`.
    FORCE("force", Shape.VECTOR, false),
    /// `rₖ`.
    RESPONSIBILITIES("responsibilities", Shape.COMPONENTS, false),
    /// `∇² ln p`.
    HESSIAN("hessian", Shape.MATRIX, false),
    /// `tr ∇² ln p`.
    DIVERGENCE("divergence", Shape.SCALAR, false),
    /// `E[x₀ | xₜ]`.
    DENOISED("denoised", Shape.VECTOR, true),
    /// `E[ε | xₜ]`.
    NOISE("noise", Shape.VECTOR, true),
    /// The velocity of the probability flow.
    VELOCITY("velocity", Shape.VECTOR, true),
    /// `Cov[x₀ | xₜ]`.
    DENOISED_COVARIANCE("denoised-covariance", Shape.MATRIX, true);

    private enum Shape {
        SCALAR,
        VECTOR,
        COMPONENTS,
        MATRIX
    }

    private final String word;
    private final Shape shape;
    private final boolean ofProcess;

    Quantity(String word, Shape shape, boolean ofProcess) {
        this.word = word;
        this.shape = shape;
        this.ofProcess = ofProcess;
    }

    /// Reads a comma list of names.
    ///
    /// @param option what carried it, for messages
    /// @param list as in `log-density,score`
    /// @param hasProcess whether a process and a time are given
    /// @return the quantities in that order
    /// @throws InputException if a name is not known, comes twice, or needs a process
    public static List<Quantity> list(String option, String list, boolean hasProcess) {
        List<Quantity> quantities = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            Quantity quantity = of(option, word.strip(), hasProcess);
            if (quantities.contains(quantity)) {
                throw new InputException(option + ": " + word.strip() + " is named twice");
            }
            quantities.add(quantity);
        }
        return quantities;
    }

    private static Quantity of(String option, String word, boolean hasProcess) {
        if (OfDraw.find(word).isPresent()) {
            throw new InputException(option + ": " + word + " is known of draws only, ask for it in sample --with");
        }
        return find(option, word, hasProcess)
                .orElseThrow(() -> new InputException(option + ": unknown quantity \"" + word + "\"; "
                        + Nearest.suggestion(
                                word,
                                Arrays.stream(values()).map(Quantity::word).toList())));
    }

    /// The quantity of a name.
    ///
    /// @param option what carried it, for messages
    /// @param word its name
    /// @param hasProcess whether a process and a time are given
    /// @return the quantity, if there is one of that name
    /// @throws InputException if it needs a process
    static Optional<Quantity> find(String option, String word, boolean hasProcess) {
        Optional<Quantity> found = Arrays.stream(values())
                .filter(quantity -> quantity.word.equals(word))
                .findFirst();
        if (found.isPresent() && found.get().ofProcess && !hasProcess) {
            throw new InputException(option + ": " + word + " is a quantity of a process: give --process and --time");
        }
        return found;
    }

    @Override
    public String word() {
        return word;
    }

    /// The array that holds it, for a mixture of `k` components in `d` dimensions.
    org.sandglass.format.Quantity array(int k, int d) {
        return switch (shape) {
            case SCALAR -> org.sandglass.format.Quantity.scalar(word);
            case VECTOR -> org.sandglass.format.Quantity.vector(word, d);
            case COMPONENTS -> org.sandglass.format.Quantity.vector(word, k);
            case MATRIX -> org.sandglass.format.Quantity.matrix(word, d);
        };
    }
}
