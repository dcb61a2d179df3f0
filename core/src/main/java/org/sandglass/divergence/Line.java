package org.sandglass.divergence;

import org.sandglass.metric.NormalTail;

/// A mixture on a line, by the integral of its quantile function.
final class Line {
    private final double[] weights;
    private final double[] means;
    private final double[] stds;

    private Line(double[] weights, double[] means, double[] stds) {
        this.weights = weights;
        this.means = means;
        this.stds = stds;
    }

    /// The law of `⟨θ, x − centre⟩`.
    static Line of(Components parts, double[] theta, double[] centre) {
        double[] means = new double[parts.k()];
        double[] stds = new double[parts.k()];
        for (int a = 0; a < means.length; a++) {
            for (int j = 0; j < theta.length; j++) {
                means[a] = Math.fma(theta[j], parts.means()[a][j] - centre[j], means[a]);
            }
            stds[a] = Roots.stdAlong(parts.covariances()[a], theta);
        }
        return new Line(parts.weights(), means, stds);
    }

    /// `F(x)`; of a point, up at it.
    private double lower(double x) {
        double sum = 0;
        for (int a = 0; a < weights.length; a++) {
            sum += weights[a] * NormalTail.lower(standard(x, a));
        }
        return sum;
    }

    /// `∫₀ᵘ F⁻¹ = ∫_{−∞}^x t dF(t) − x (F(x) − u)` at `x = F⁻¹(u)`; the last term makes up for the
    /// rounding of `x`, and for a step of `F` there.
    double integratedQuantile(double u) {
        if (u == 1) {
            return mean();
        }
        double x = quantile(u);
        return partialMean(x) - x * (lower(x) - u);
    }

    /// `Σ w (μ Φ(z) − s φ(z))`, `z = (x − μ)/s`.
    private double partialMean(double x) {
        double sum = 0;
        for (int a = 0; a < weights.length; a++) {
            double z = standard(x, a);
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            sum += weights[a] * (means[a] * NormalTail.lower(z) - stds[a] * density);
        }
        return sum;
    }

    private double mean() {
        double sum = 0;
        for (int a = 0; a < weights.length; a++) {
            sum += weights[a] * means[a];
        }
        return sum;
    }

    /// `F⁻¹(u)` to `2⁻⁵⁰` of the width of the law, by bisection; `0 < u < 1`.
    private double quantile(double u) {
        double low = -end(-1);
        double high = end(1);
        double enough = 0x1p-50 * (high - low);
        while (high - low > enough) {
            double middle = low + (high - low) / 2;
            if (lower(middle) < u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// The farthest that a component reaches in a direction, at 9 standard deviations.
    private double end(int sign) {
        double end = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < weights.length; a++) {
            end = Math.max(end, sign * means[a] + 9 * stds[a]);
        }
        return end;
    }

    private double standard(double x, int a) {
        double gap = x - means[a];
        return gap == 0 && stds[a] == 0 ? Double.POSITIVE_INFINITY : gap / stds[a];
    }
}
