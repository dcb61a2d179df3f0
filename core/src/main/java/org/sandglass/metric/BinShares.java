package org.sandglass.metric;

import java.util.Arrays;

/// Two laws on the same bins, `f` of the points and `p` exactly, and what is between them. Both sum to
/// 1: the bins cover everything, so nothing is dropped and nothing renormalised. No epsilon: `0 ln 0 =
/// 0`, and logarithms of exact masses do not underflow.
///
/// Each divergence has the standard error of its first-order term, `1/n Σ h(bin of xᵢ)` with `h = ∂/∂f`
/// (the delta method).
final class BinShares {
    private BinShares() {}

    /// The divergence.
    static double value(HistogramMetric.Divergence divergence, double[] f, double[] logP) {
        double sum = 0;
        for (int b = 0; b < f.length; b++) {
            double p = Math.exp(logP[b]);
            sum += switch (divergence) {
                case TOTAL_VARIATION -> Math.abs(f[b] - p) / 2;
                case JENSEN_SHANNON -> (times(f[b], p) + times(p, f[b])) / 2;
                case KULLBACK_LEIBLER -> f[b] == 0 ? 0 : f[b] * (Math.log(f[b]) - logP[b]);
            };
        }
        return sum;
    }

    /// `a ln(2a/(a + b))`.
    private static double times(double a, double b) {
        return a == 0 ? 0 : a * Math.log(2 * a / (a + b));
    }

    /// `∂/∂f` of the divergence in every bin, up to a constant; where `f = 0` nobody asks.
    static double[] slopes(HistogramMetric.Divergence divergence, double[] f, double[] logP) {
        double[] out = new double[f.length];
        Arrays.setAll(out, b -> f[b] == 0 ? 0 : slope(divergence, f[b], logP[b]));
        return out;
    }

    private static double slope(HistogramMetric.Divergence divergence, double f, double logP) {
        double p = Math.exp(logP);
        return switch (divergence) {
            case TOTAL_VARIATION -> Math.signum(f - p) / 2;
            case JENSEN_SHANNON -> Math.log(2 * f / (f + p)) / 2;
            case KULLBACK_LEIBLER -> Math.log(f) - logP;
        };
    }

    /// The shares of each bin.
    static double[] shares(int[] binOf, int bins) {
        double[] shares = new double[bins];
        for (int b : binOf) {
            shares[b]++;
        }
        for (int b = 0; b < bins; b++) {
            shares[b] /= binOf.length;
        }
        return shares;
    }
}
