package org.sandglass.metric;

import java.util.Arrays;

/// `E‖Z‖` for `Z ~ N(m, C)`, exactly: an integral over one variable.
///
/// With the variances `vⱼ` of `C` along its axes, each `cⱼ` times, and the squares `m²ⱼ` of `m` along
/// them, `Q = ‖Z‖²` has mean `q = Σⱼ (cⱼ vⱼ + m²ⱼ)` and Laplace transform `L(s) = Πⱼ (1 + 2s vⱼ)^(−cⱼ/2)
/// e^(−s m²ⱼ/(1 + 2s vⱼ))`. From `√Q = (1/2√π) ∫ (1 − e^(−sQ)) s^(−3/2) ds`, less the same for the
/// constant `q`, with `s = e^(2t)`:
///
/// ```
/// E√Q = √q − (1/√π) ∫ (L(s) − e^(−sq)) e^(−t) dt
/// ```
///
/// The integrand falls like `e^(3t)` on the left and at least like `e^(−2t)` on the right, whatever the
/// variances, and is analytic and bounded for `|Im t| ≤ π/4`; so the trapezoidal rule with step `1/7` is
/// off by `e^(−7π²/2) = 1e-15`. Relative error about 1e-14. A table over the nodes is made once for the
/// variances: the constructor takes some 200 logarithms for each, [#of] some 150 exponentials.
/// Derivation: `docs/math/distances.md`.
final class MeanNorm {
    private static final double STEP = 1.0 / 7;
    private static final double LEFT = 12;
    private static final double NOTHING = 1e-17;

    private final double[] variances;
    private final double trace;
    private final double unit;
    private final int first;
    /// Row `i` for node `first + i`: `s`, `−½ Σ cⱼ ln(1 + 2s vⱼ)`, and `s/(1 + 2s vⱼ)` for each `j`.
    private final double[][] nodes;

    /// @param variances `vⱼ ≥ 0`
    /// @param times `cⱼ`
    /// @param largest the largest `q` that will be asked for
    MeanNorm(double[] variances, double[] times, double largest) {
        this.unit = largest > 0 ? Math.sqrt(largest) : 1;
        this.variances = Arrays.stream(variances).map(v -> v / unit / unit).toArray();
        double sum = 0;
        for (int j = 0; j < variances.length; j++) {
            sum += times[j] * this.variances[j];
        }
        this.trace = sum;
        this.first = (int) Math.floor(-LEFT / STEP);
        this.nodes = trace > 0 ? nodes(times) : new double[0][];
    }

    private double[][] nodes(double[] times) {
        double[][] rows = new double[64][];
        int n = 0;
        double bound;
        do {
            double t = (first + n) * STEP;
            double[] row = node(Math.exp(2 * t), times);
            if (n == rows.length) {
                rows = Arrays.copyOf(rows, 2 * n);
            }
            rows[n++] = row;
            bound = Math.exp(row[1] - t);
        } while (bound > NOTHING * Math.sqrt(trace));
        return Arrays.copyOf(rows, n);
    }

    private double[] node(double s, double[] times) {
        double[] row = new double[2 + variances.length];
        row[0] = s;
        for (int j = 0; j < variances.length; j++) {
            row[1] -= times[j] / 2 * Math.log1p(2 * s * variances[j]);
            row[2 + j] = s / (1 + 2 * s * variances[j]);
        }
        return row;
    }

    /// `E‖Z‖`.
    ///
    /// @param squares `m²ⱼ`, for each variance the sum over its axes
    double of(double[] squares) {
        double q = trace;
        for (double square : squares) {
            q += square / unit / unit;
        }
        if (trace == 0) {
            return unit * Math.sqrt(q);
        }
        double sum = 0;
        double root = Math.sqrt(q);
        int from = (int) Math.ceil((-Math.log(root) - LEFT) / STEP);
        for (int i = Math.max(0, from - first); i < nodes.length; i++) {
            double[] row = nodes[i];
            double weight = Math.exp(-(first + i) * STEP);
            double log = logLaplace(row, squares);
            double sq = row[0] * q;
            sum += weight * difference(log, sq);
            if (sq > 1 && weight * Math.exp(log) < NOTHING * root) {
                break;
            }
        }
        return unit * (root - STEP / Math.sqrt(Math.PI) * sum);
    }

    private double logLaplace(double[] row, double[] squares) {
        double sum = 0;
        for (int j = 0; j < squares.length; j++) {
            sum += row[2 + j] * squares[j];
        }
        return row[1] - sum / unit / unit;
    }

    /// `e^log − e^(−sq)`, where both are near 1 too.
    private static double difference(double log, double sq) {
        return sq < 1 ? Math.exp(-sq) * Math.expm1(log + sq) : Math.exp(log) - Math.exp(-sq);
    }
}
