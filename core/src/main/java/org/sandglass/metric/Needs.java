package org.sandglass.metric;

import java.util.Optional;

/// What metrics need, as objections: empty where it is there, else words such as `needs D = 1, got D = 2`.
final class Needs {
    private Needs() {}

    /// The law itself, not only draws of it.
    static Optional<String> mixture(Reference reference) {
        return unless(reference.hasMixture(), "needs a mixture to compare with, got points");
    }

    /// A mixture that has a density.
    static Optional<String> density(Reference reference) {
        return mixture(reference)
                .or(() -> unless(reference.hasDensity(), "needs a density, which a mixture of exact points has not"));
    }

    /// Numbers on a line.
    static Optional<String> oneDimension(Reference reference) {
        return unless(reference.d() == 1, "needs D = 1, got D = " + reference.d());
    }

    /// Points in the plane, or more dimensions.
    static Optional<String> twoDimensions(Reference reference) {
        return unless(reference.d() >= 2, "needs D >= 2, got D = " + reference.d());
    }

    /// Pairs of points, on either side.
    static Optional<String> pairs(Reference reference) {
        int n = Math.min(reference.n(), reference.drawn());
        return unless(n >= 2, "needs at least 2 points, got " + n);
    }

    /// Not too many points.
    static Optional<String> atMost(int most, Reference reference) {
        int n = Math.max(reference.n(), reference.drawn());
        return unless(n <= most, "takes at most " + most + " points, got " + n);
    }

    private static Optional<String> unless(boolean fine, String objection) {
        return fine ? Optional.empty() : Optional.of(objection);
    }
}
