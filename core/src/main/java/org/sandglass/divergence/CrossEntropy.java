package org.sandglass.divergence;

import java.util.Arrays;
import org.sandglass.linalg.Loop;
import org.sandglass.mixture.Covariance;

/// Bounds on `−∫ p ln q` for mixtures `p = Σ πₐ fₐ`, `q = Σ ω_b g_b` (`docs/math/bounds.md`, section 2).
final class CrossEntropy {
    /// The powers `β` of `fₐ` that sharpen Jensen's inequality.
    private static final double[] POWERS = {0.5, 1, 2, 4, 8, 16};

    private CrossEntropy() {}

    /// `Σ πₐ (h(fₐ) − ln Σ_b ω_b e^{−KL(fₐ‖g_b)})` (Hershey and Olsen 2007, eq. 18).
    static double upper(Components p, Components q, double[][] kl) {
        return p.conditionalEntropy() + p.mixed(kl, q);
    }

    /// For each component the best over `β` of `(1 − β) h(fₐ) − ln Σ_b ω_b ∫ fₐ^β g_b`. At `β = 1` this
    /// is Jensen's inequality `−∫ f ln q ≥ −ln ∫ f q`; another `β` applies it to `q/f^{1−β}`.
    static double lower(Components p, Components q, Loop loop) {
        double[] best = new double[p.k()];
        loop.forEach(best.length, a -> {
            best[a] = Double.NEGATIVE_INFINITY;
            for (double power : POWERS) {
                best[a] = Math.max(best[a], (1 - power) * p.entropy(a) - logOverlap(p, a, power, q));
            }
        });
        double sum = 0;
        for (int a = 0; a < best.length; a++) {
            sum += p.weights()[a] * best[a];
        }
        return sum;
    }

    /// `ln Σ_b ω_b ∫ fₐ^β g_b`, where `f^β = c N(μ, Σ/β)` with `ln c = ½(1−β)(d ln 2π + ln det Σ) − ½ d
    /// ln β`.
    private static double logOverlap(Components p, int a, double power, Components q) {
        double[] mean = p.means()[a];
        Covariance covariance = p.covariances()[a];
        Covariance narrowed = covariance.scaledPlus(1 / Math.sqrt(power), 0);
        int d = mean.length;
        double[] logs = new double[q.k()];
        Arrays.setAll(
                logs, b -> q.logWeights()[b] + Gaussians.logOverlap(mean, narrowed, q.means()[b], q.covariances()[b]));
        double size = d * Math.log(2 * Math.PI) + covariance.logDeterminant();
        return ((1 - power) * size - d * Math.log(power)) / 2 + Logs.sumExp(logs);
    }
}
