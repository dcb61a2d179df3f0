package org.sandglass.mixture;

/// How many roundings of a coordinate a whitened one may hold: what [SinglePrecision] calls `κ`.
final class SingleSpread {
    /// Standard deviations, and the scale on the signal, lie between the inverse of this number and itself, so
    /// that no product of few of them leaves the range of a float.
    private static final double LARGEST = 0x1p30;

    private SingleSpread() {}

    static boolean fits(double scale) {
        return scale >= 1 / LARGEST && scale <= LARGEST;
    }

    /// `κ`, the largest over the components that have weight; ∞ if a standard deviation does not fit.
    static double largest(SingleFrame frame) {
        double largest = 0;
        double[] m = new double[frame.d()];
        for (int k = 0; k < frame.k(); k++) {
            if (frame.isPresent(k)) {
                for (int j = 0; j < m.length; j++) {
                    m[j] = frame.scaledMean(k, j);
                }
                largest = Math.max(largest, of(frame.law().covariance(k), m));
            }
        }
        return largest;
    }

    /// `maxⱼ |mⱼ|/sⱼ` where coordinates are independent; else `‖m‖` over the smallest standard deviation, and the
    /// condition of the whitening. Infinite where a standard deviation does not fit.
    private static double of(Covariance covariance, double[] m) {
        return switch (covariance) {
            case Isotropic(double std, int _) -> fits(std) ? largest(m) / std : Double.POSITIVE_INFINITY;
            case Diagonal diagonal -> largestQuotient(m, diagonal.live());
            case Spectral spectral -> {
                double[] extremes = extremes(spectral.liveStds());
                yield fits(extremes[0]) && fits(extremes[1])
                        ? (length(m) + extremes[1]) / extremes[0]
                        : Double.POSITIVE_INFINITY;
            }
            case LowRank lowRank -> largestQuotient(m, lowRank.liveNoiseStds()) + extremes(lowRank.liveGains())[1];
        };
    }

    private static double largest(double[] m) {
        double largest = 0;
        for (double value : m) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double length(double[] m) {
        double sum = 0;
        for (double value : m) {
            sum = Math.fma(value, value, sum);
        }
        return Math.sqrt(sum);
    }

    private static double largestQuotient(double[] m, double[] stds) {
        double largest = 0;
        for (int j = 0; j < m.length; j++) {
            largest = Math.max(largest, fits(stds[j]) ? Math.abs(m[j]) / stds[j] : Double.POSITIVE_INFINITY);
        }
        return largest;
    }

    private static double[] extremes(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new double[] {low, high};
    }
}
