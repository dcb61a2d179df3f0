package org.sandglass.metric;

/// Equal bins on a line with an open one at either end: bin 0 is `(−∞, low]`, bin `b` is `(low + (b −
/// 1)w, low + b w]`, the last `(high, ∞)`.
///
/// @param low where the equal bins begin
/// @param high where they end
/// @param inner how many they are
record Bins(double low, double high, int inner) {
    /// Bins from the least `μₖ − 4sₖ` to the greatest `μₖ + 4sₖ` of the components.
    static Bins around(LineComponents mixture, int inner) {
        double low = mixture.least(4);
        double high = mixture.greatest(4);
        return low < high ? new Bins(low, high, inner) : new Bins(low - 1, high + 1, inner);
    }

    /// All bins, the open ones too.
    int count() {
        return inner + 2;
    }

    /// The upper end of bin `b`.
    double end(int b) {
        return b == inner + 1 ? Double.POSITIVE_INFINITY : b == inner ? high : low + b * ((high - low) / inner);
    }

    /// The lower end of bin `b`.
    double start(int b) {
        return b == 0 ? Double.NEGATIVE_INFINITY : end(b - 1);
    }

    /// The bin of a number.
    int of(double x) {
        int b = (int) Math.clamp(Math.ceil((x - low) / (high - low) * inner), 0, inner + 1);
        if (x <= start(b)) {
            return b - 1;
        }
        return x > end(b) ? b + 1 : b;
    }

    /// `ln wₖ P(bin b | component k)` as `[b][k]`.
    double[][] logMasses(LineComponents mixture) {
        double[][] out = new double[count()][mixture.k()];
        for (int b = 0; b < out.length; b++) {
            mixture.logMasses(start(b), end(b), out[b]);
        }
        return out;
    }
}
