package org.sandglass.specification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The samplers that a file can name.
public enum SamplerType {
    /// Euler–Maruyama steps of the reverse stochastic equation.
    EULER_MARUYAMA("euler-maruyama"),
    /// Euler steps of the probability flow.
    EULER("euler"),
    /// Heun steps of the probability flow.
    HEUN("heun"),
    /// DDIM, with the noise share `eta`.
    DDIM("ddim"),
    /// Draws from the exact reverse kernel.
    EXACT_KERNEL("exact-kernel");

    private final String word;

    SamplerType(String word) {
        this.word = word;
    }

    /// The name in files.
    ///
    /// @return as in `euler-maruyama`
    public String word() {
        return word;
    }

    /// Whether its steps use the drift and diffusion coefficients, so that they must be finite at the start.
    boolean isStochasticSolver() {
        return this == EULER_MARUYAMA;
    }

    static Optional<SamplerType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(SamplerType::word).toList();
    }
}
