package org.sandglass.diffusion;

/// The times at which a batch of `B` mixtures is evaluated at `[N, B, D]` points.
public sealed interface Times {
    /// One time for all.
    ///
    /// @param t the time
    record Same(double t) implements Times {}

    /// One time per mixture.
    ///
    /// @param t `[B]` times, read only
    @SuppressWarnings("ArrayRecordComponent")
    record PerMixture(double[] t) implements Times {}

    /// One time per point.
    ///
    /// @param t `[N·B]` times, row-major, read only
    @SuppressWarnings("ArrayRecordComponent")
    record PerPoint(double[] t) implements Times {}

    /// The times of mixture `b`, one per point.
    ///
    /// @param n how many points each mixture has
    /// @param b the mixture
    /// @param size `B`
    /// @return `[n]` times
    /// @throws IllegalArgumentException if the number of times does not fit
    default double[] of(int n, int b, int size) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = switch (this) {
                case Same(double t) -> t;
                case PerMixture(double[] t) -> fitting(t, size)[b];
                case PerPoint(double[] t) -> fitting(t, n * size)[i * size + b];
            };
        }
        return out;
    }

    private static double[] fitting(double[] t, int length) {
        if (t.length != length) {
            throw new IllegalArgumentException("expected " + length + " times, got " + t.length);
        }
        return t;
    }
}
