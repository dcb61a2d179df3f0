package org.sandglass.mixture;

import org.sandglass.linalg.Points;

/// When points may be divided by `a` once, instead of every mean being multiplied by it: with `y = x/a`, `x −
/// aμ = a (y − μ)`.
///
/// Rounding `y` moves a point by `2⁻⁵³|x|`, so a standardised coordinate `w = (x − aμ)/s` by `2⁻⁵³ (|w| +
/// |aμ|/s)`. With `|aμ| ≤ 128 s` that is no more than `2⁻⁵³|w| + 1.5e-14`; sharper components are left to
/// [AnyStructure], which rounds `x − aμ` once. At `a = 1` nothing is rounded.
final class Scaling {
    private static final double SHARPEST = 128;

    /// Beyond these, squares of standardised coordinates might vanish or overflow though these do not.
    private static final double LEAST = 0x1p-400, MOST = 0x1p400;

    private Scaling() {}

    /// Whether squares of numbers of this size are safe.
    static boolean moderate(double size) {
        return size >= LEAST && size <= MOST;
    }

    /// Whether a component may be evaluated from `y`.
    static boolean allows(double a, double largestMean, double std) {
        return moderate(std) && (a == 1 || a * largestMean <= SHARPEST * std);
    }

    /// Turns rows `[start, start + live)` into `y = x/a`, a point per lane; lanes beyond repeat the last.
    static void load(double a, Points points, int start, int live, double[] y, int lanes) {
        double[] data = points.data();
        int d = points.d();
        for (int i = 0; i < lanes; i++) {
            int from = (start + Math.min(i, live - 1)) * d;
            for (int j = 0; j < d; j++) {
                y[j * lanes + i] = data[from + j];
            }
        }
        if (a != 1) {
            for (int at = 0; at < d * lanes; at++) {
                y[at] /= a;
            }
        }
    }
}
