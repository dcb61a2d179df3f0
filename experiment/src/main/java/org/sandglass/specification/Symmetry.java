package org.sandglass.specification;

import org.sandglass.format.InputException;

/// The rule that covariances are symmetric, to 1e-12 relative to `√(Σᵢᵢ Σⱼⱼ)`, with a positive diagonal.
final class Symmetry {
    private Symmetry() {}

    /// Checks each trailing `d × d` block.
    static void check(Numbers numbers, int d) {
        for (int from = 0; from < numbers.size(); from += d * d) {
            for (int i = 0; i < d; i++) {
                if (!(numbers.get(from + i * d + i) > 0)) {
                    throw Checks.wanted(numbers, from + i * d + i, "be > 0, as variances are");
                }
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < i; j++) {
                    checkPair(numbers, from, i, j, d);
                }
            }
        }
    }

    private static void checkPair(Numbers numbers, int from, int i, int j, int d) {
        double lower = numbers.get(from + i * d + j);
        double upper = numbers.get(from + j * d + i);
        double scale = Math.sqrt(numbers.get(from + i * d + i)) * Math.sqrt(numbers.get(from + j * d + j));
        if (!(Math.abs(lower - upper) <= 1e-12 * scale)) {
            throw new InputException(numbers.where(from + i * d + j) + " must equal its mirror entry [" + j + "][" + i
                    + "] (a covariance is symmetric), got " + Checks.text(lower) + " and " + Checks.text(upper));
        }
    }
}
