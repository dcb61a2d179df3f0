package org.sandglass.testing;

import org.hipparchus.special.Erf;

/// The standard normal distribution function `Φ`, from a table, for tests that need millions of values.
///
/// Between entries `1/256` apart a cubic takes `Φ` and `φ` at both ends: within `h⁴/384·max|φ‴| < 1e-12`.
/// Beyond ±9 it is 0 or 1.
final class NormalCdf {
    private static final int PER_UNIT = 256;
    private static final int RANGE = 9;
    private static final double[] VALUES = new double[2 * RANGE * PER_UNIT + 2];
    private static final double[] SLOPES = new double[VALUES.length];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            double x = (double) i / PER_UNIT - RANGE;
            VALUES[i] = 0.5 * Erf.erfc(-x / Math.sqrt(2));
            SLOPES[i] = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) / PER_UNIT;
        }
    }

    private NormalCdf() {}

    static double at(double x) {
        if (!(Math.abs(x) < RANGE)) {
            return x > 0 ? 1 : 0;
        }
        double place = (x + RANGE) * PER_UNIT;
        int i = (int) place;
        double u = place - i;
        double rise = VALUES[i + 1] - VALUES[i];
        double curve = (1 - u) * (SLOPES[i] - rise) - u * (SLOPES[i + 1] - rise);
        return VALUES[i] + u * (rise + (1 - u) * curve);
    }
}
