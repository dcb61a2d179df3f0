package org.sandglass.metric;

/// `ln Σ e^l` without overflow or underflow.
final class LogSum {
    private LogSum() {}

    /// −∞ if all terms are.
    static double of(double... logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }
}
