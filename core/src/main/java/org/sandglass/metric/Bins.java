package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.mixture.GaussianMixture;

/// Equal bins on a line with an open one at either end: bin 0 is `(−∞, low]`, bin `b` is `(low + (b −
/// 1)w, low + b w]`, the last `(high, ∞)`.
///
/// @param low where the equal bins begin
/// @param high where they end
/// @param inner how many they are
record Bins(double low, double high, int inner) {
    /// Bins from the least `μₖ − 4sₖ` to the greatest `μₖ + 4sₖ` of the components that are there.
    ///
    /// @param line a mixture of dimension 1
    static Bins around(GaussianMixture line, int inner) {
        double[] logWeights = line.logWeights();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < line.k(); k++) {
            if (logWeights[k] > Double.NEGATIVE_INFINITY) {
                low = Math.min(low, line.means().get(k, 0) - 4 * std(line, k));
                high = Math.max(high, line.means().get(k, 0) + 4 * std(line, k));
            }
        }
        return low < high ? new Bins(low, high, inner) : new Bins(low - 1, high + 1, inner);
    }

    private static double std(GaussianMixture line, int k) {
        return Math.sqrt(line.covariance(k).trace());
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

    /// `ln P(bin)` of a mixture of dimension 1.
    double[] logMasses(GaussianMixture line) {
        double[] out = new double[count()];
        Arrays.fill(out, Double.NEGATIVE_INFINITY);
        double[] logWeights = line.logWeights();
        for (int k = 0; k < line.k(); k++) {
            double[] component = logMasses(line.means().get(k, 0), std(line, k));
            for (int b = 0; b < out.length; b++) {
                out[b] = LogSum.of(out[b], logWeights[k] + component[b]);
            }
        }
        return out;
    }

    /// `ln P(bin)` of a normal law; of standard deviation 0, a point.
    double[] logMasses(double mean, double std) {
        double[] out = new double[count()];
        Arrays.setAll(out, b -> NormalTail.logBetween(standard(start(b), mean, std), standard(end(b), mean, std)));
        return out;
    }

    private static double standard(double x, double mean, double std) {
        return x == mean && std == 0 ? Double.POSITIVE_INFINITY : (x - mean) / std;
    }
}
