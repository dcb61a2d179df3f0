package org.sandglass.importance;

import java.util.Arrays;
import org.sandglass.metric.Estimate;

/// As [Ratios], where the constant of `b̃` is known: plain means of functions of `tᵢ = lᵢ − ln Z`, unbiased.
final class KnownConstant {
    private final double[] t;

    KnownConstant(double[] logs, double logZ) {
        Checks.finite(logZ, "log Z");
        this.t = logs.clone();
        Arrays.setAll(t, i -> t[i] - logZ);
    }

    /// `D_α(b‖a) = (1/n Σ e^{α tᵢ} − 1) / (α (α − 1))`; at 1 `KL(b‖a) = 1/n Σ tᵢ e^{tᵢ}`, at 0 `KL(a‖b) =
    /// −1/n Σ tᵢ`.
    Estimate alpha(double alpha) {
        double[] terms = new double[t.length];
        if (alpha == 1) {
            Arrays.setAll(terms, i -> Powers.tiltedSlope(0, t[i]));
            return Sums.mean(1, terms);
        }
        Arrays.setAll(terms, i -> Powers.slope(alpha, t[i]));
        return Sums.mean(1 / (alpha - 1), terms);
    }
}
