package org.sandglass.figure;

import org.sandglass.linalg.Points;

/// Bars of equal width whose areas are shares of all samples.
final class Histogram {
    private Histogram() {}

    /// The bars as `left, right, height`.
    ///
    /// @param values n × 1; those outside the range or not finite count among all, and fall into no bar
    /// @param all how many samples have an area of 1 together, `n` or more
    static Points of(Points values, Scale range, int bins, int all) {
        if (values.n() == 0) {
            return Points.zeros(0, 3);
        }
        long[] counts = new long[bins];
        for (int i = 0; i < values.n(); i++) {
            double share = range.share(values.get(i, 0));
            if (share >= 0 && share <= 1) {
                counts[Math.min((int) (share * bins), bins - 1)]++;
            }
        }
        double width = (range.high() - range.low()) / bins;
        double[] bars = new double[3 * bins];
        for (int k = 0; k < bins; k++) {
            bars[3 * k] = range.low() + k * width;
            bars[3 * k + 1] = range.low() + (k + 1) * width;
            bars[3 * k + 2] = counts[k] / (all * width);
        }
        return Points.wrap(bars, bins, 3);
    }

    static long inside(Points values, Scale range) {
        long inside = 0;
        for (int i = 0; i < values.n(); i++) {
            double share = range.share(values.get(i, 0));
            inside += share >= 0 && share <= 1 ? 1 : 0;
        }
        return inside;
    }
}
