package org.sandglass.conformance;

import org.sandglass.linalg.Points;

/// The law of a sampler's results on one Gaussian.
///
/// @param mean its mean
/// @param meanError the standard error of that
/// @param std its standard deviation
/// @param stdError the standard error of that
/// @param isAffine whether all points have one slope
record GainLaw(double mean, double meanError, double std, double stdError, boolean isAffine) {
    /// From two runs with the same random numbers, one moved by a standard deviation of the start.
    static GainLaw of(Points start, Points end, Points movedEnd, double startStd, double startMean) {
        int n = end.data().length;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double slope = (movedEnd.data()[i] - end.data()[i]) / startStd;
            least = Math.min(least, slope);
            most = Math.max(most, slope);
            sum += slope / n;
        }
        double size = Math.max(Math.abs(least), Math.abs(most)) * startStd;
        return (most - least) * startStd <= 1e-5 * (1 + size)
                ? affine(start, end, sum, startStd, startMean)
                : plain(end);
    }

    /// What is left after the slope is noise and a constant.
    private static GainLaw affine(Points start, Points end, double slope, double startStd, double startMean) {
        int n = end.data().length;
        double[] own = new double[n];
        for (int i = 0; i < n; i++) {
            own[i] = end.data()[i] - slope * start.data()[i];
        }
        double intercept = mean(own);
        double spread = std(own, intercept);
        double std = Math.hypot(slope * startStd, spread);
        return new GainLaw(
                slope * startMean + intercept,
                spread / Math.sqrt(n),
                std,
                spread * spread / std / Math.sqrt(2.0 * n),
                true);
    }

    /// Mean and standard deviation of the results themselves.
    private static GainLaw plain(Points end) {
        int n = end.data().length;
        double mean = mean(end.data());
        double std = std(end.data(), mean);
        return new GainLaw(mean, std / Math.sqrt(n), std, std / Math.sqrt(2.0 * n), false);
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each;
        }
        return sum / x.length;
    }

    private static double std(double[] x, double mean) {
        double square = 0;
        for (double each : x) {
            square += (each - mean) * (each - mean);
        }
        return Math.sqrt(square / x.length);
    }
}
