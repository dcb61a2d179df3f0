package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.linalg.GaussLegendre;

/// A Gaussian in the plane whose axes are not those of the coordinates, by its masses in rectangles.
///
/// With `z = (x − μ₁)/s₁`, correlation `ρ` and `r = √(1 − ρ²)`, a rectangle has `∫ φ(z) (Φ((d − ρz)/r) −
/// Φ((c − ρz)/r)) dz` between its sides, `c` and `d` in units of `s₂` from `μ₂`. The integrand is smooth
/// at the scale `min(1, r/|ρ|)`, so 16 points of Gauss and Legendre on panels of 1.5 times that are
/// exact to about 1e-14 of the whole. What is beyond 38.5 standard deviations of `x` counts as 0: it is
/// below 1e-320. Costs `60 max(1, |ρ|/r)` panels, each with 16 columns of rectangles.
///
/// @param mean1 `μ₁`
/// @param mean2 `μ₂`
/// @param std1 `s₁ > 0`
/// @param std2 `s₂ > 0`
/// @param correlation `ρ`
/// @param rest `r > 0`
record TiltedGaussian(double mean1, double mean2, double std1, double std2, double correlation, double rest) {
    private static final double EMPTY = 38.5;
    private static final double PANEL = 1.5;

    /// @param matrix `2 × 2`, row-major, positive definite
    static TiltedGaussian of(double[] mean, double[] matrix) {
        double std1 = Math.sqrt(matrix[0]);
        double std2 = Math.sqrt(matrix[3]);
        double conditional = Math.sqrt(matrix[3] - matrix[1] / matrix[0] * matrix[1]);
        return new TiltedGaussian(mean[0], mean[1], std1, std2, matrix[1] / std1 / std2, conditional / std2);
    }

    /// The logarithms of the masses, row-major, −∞ where they underflow.
    double[] logMasses(Bins first, Bins second) {
        double[] masses = new double[first.count() * second.count()];
        double[] column = new double[second.count()];
        for (int b = 0; b < first.count(); b++) {
            Arrays.fill(column, 0);
            between(standard(first.start(b)), standard(first.end(b)), second, column);
            System.arraycopy(column, 0, masses, b * column.length, column.length);
        }
        Arrays.setAll(masses, i -> Math.log(masses[i]));
        return masses;
    }

    private double standard(double x) {
        return Math.clamp((x - mean1) / std1, -EMPTY, EMPTY);
    }

    private void between(double a, double b, Bins second, double[] out) {
        double scale = Math.min(1, rest / Math.abs(correlation));
        int panels = (int) Math.ceil((b - a) / (PANEL * scale));
        double half = (b - a) / (2 * panels);
        for (int p = 0; p < panels; p++) {
            double middle = a + (2 * p + 1) * half;
            for (int i = 0; i < GaussLegendre.points(); i++) {
                double z = middle + half * GaussLegendre.node(i);
                column(z, Math.log(half * GaussLegendre.weight(i) / Math.sqrt(2 * Math.PI)) - z * z / 2, second, out);
            }
        }
    }

    /// Adds `e^log` times what a column at `z` has in each bin.
    private void column(double z, double log, Bins second, double[] out) {
        for (int b = 0; b < out.length; b++) {
            double from = ((second.start(b) - mean2) / std2 - correlation * z) / rest;
            double to = ((second.end(b) - mean2) / std2 - correlation * z) / rest;
            out[b] += Math.exp(log + NormalTail.logBetween(from, to));
        }
    }
}
