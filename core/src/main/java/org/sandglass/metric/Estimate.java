package org.sandglass.metric;

import java.util.List;

/// A number and its standard error.
///
/// @param value the number
/// @param standardError its standard deviation over repetitions, estimated; NaN where there are too few
///     points to tell
public record Estimate(double value, double standardError) {
    /// The mean of equally good values and its standard error, `√(Σ (vᵢ − v̄)² / (n (n − 1)))`.
    ///
    /// @param values independent values, at least one
    /// @return mean and error
    static Estimate ofMean(double[] values) {
        return new Estimate(mean(values), errorOfMean(values));
    }

    /// The mean of independent estimates of one number, with the error that theirs give it.
    static Estimate ofIndependent(List<Estimate> estimates) {
        double square = 0;
        double sum = 0;
        for (Estimate each : estimates) {
            sum += each.value;
            square += each.standardError * each.standardError;
        }
        int n = estimates.size();
        return new Estimate(sum / n, Math.sqrt(square) / n);
    }

    /// The difference from an independent number.
    Estimate minus(Estimate other) {
        return new Estimate(value - other.value, Math.hypot(standardError, other.standardError));
    }

    /// The sum with an independent number.
    Estimate plus(Estimate other) {
        return new Estimate(value + other.value, Math.hypot(standardError, other.standardError));
    }

    /// `√max(0, v)` for a square `v` that noise may carry below 0. The error is what one error of `v` adds:
    /// `√(max(0, v) + s) − √max(0, v)`, about `s/(2√v)` where `v` is large and `√s` at 0.
    Estimate root() {
        double square = Math.max(0, value);
        return new Estimate(Math.sqrt(square), Math.sqrt(square + standardError) - Math.sqrt(square));
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double errorOfMean(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        int n = values.length;
        return n < 2 ? Double.NaN : Math.sqrt(sum / n / (n - 1));
    }
}
