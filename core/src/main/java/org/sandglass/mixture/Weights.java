package org.sandglass.mixture;

/// Normalising weights in log space.
final class Weights {
    private Weights() {}

    /// `ln wₖ − ln Σ w`, after checking that weights are finite, none negative, some positive.
    static double[] logOfWeights(double[] weights) {
        double max = 0;
        for (int k = 0; k < weights.length; k++) {
            if (!(weights[k] >= 0 && weights[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights[" + k + "] must be finite and >= 0, got " + weights[k]);
            }
            max = Math.max(max, weights[k]);
        }
        if (max == 0) {
            throw new IllegalArgumentException("weights must hold at least one positive number");
        }
        double sum = 0;
        for (double weight : weights) {
            sum += weight / max;
        }
        double[] logs = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            double share = weights[k] / max / sum;
            logs[k] = share > 0x1p-900 ? Math.log(share) : Math.log(weights[k]) - Math.log(max) - Math.log(sum);
        }
        return logs;
    }

    /// `ℓₖ − ln Σ e^ℓ`, after checking that logits are finite or −∞, some finite.
    static double[] logOfLogits(double[] logits) {
        for (int k = 0; k < logits.length; k++) {
            if (!(logits[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("logits[" + k + "] must be finite or -Infinity, got " + logits[k]);
            }
        }
        double total = logSumExp(logits);
        if (total == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("logits must hold at least one finite number");
        }
        double[] logs = logits.clone();
        for (int k = 0; k < logs.length; k++) {
            logs[k] -= total;
        }
        return logs;
    }

    /// `ln Σ e^lₖ`, −∞ if all are.
    static double logSumExp(double[] l) {
        double max = largest(l);
        if (Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        for (double value : l) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }

    /// Replaces `l` by `e^lₖ / Σ e^l`, divided by their own sum; needs some finite `l`.
    static void softmax(double[] l) {
        double max = largest(l);
        double sum = 0;
        for (int k = 0; k < l.length; k++) {
            l[k] = Math.exp(l[k] - max);
            sum += l[k];
        }
        for (int k = 0; k < l.length; k++) {
            l[k] /= sum;
        }
    }

    /// The largest of some numbers, −∞ of none.
    static double largest(double[] l) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : l) {
            max = Math.max(max, value);
        }
        return max;
    }
}
