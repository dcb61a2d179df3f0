package org.sandglass.divergence;

/// The variational upper bound of Hershey and Olsen (2007, section 8): for masses `φₐ_b ≥ 0` with `Σ_b
/// φₐ_b = πₐ` and their sums `m_b = Σₐ φₐ_b`, `KL(p‖q) ≤ Σ_b m_b ln(m_b/ω_b) + Σ φₐ_b KL(fₐ‖g_b)`.
///
/// Every `φ` is a bound. Repeating `φₐ_b ∝ φₐ_b e^{−KL(fₐ‖g_b)} ω_b/m_b`, row by row, never raises it.
final class VariationalBound {
    private static final int MOST_ROUNDS = 500;

    /// A round that gains less, relatively, is the last: every round is a bound already.
    private static final double WORTH_IT = 1e-9;

    private VariationalBound() {}

    static double minimise(Components f, Components g, double[][] kl) {
        double[][] phi = new double[f.k()][];
        for (int a = 0; a < phi.length; a++) {
            phi[a] = row(f.weights()[a], g.logWeights(), kl[a]);
        }
        double best = bound(phi, g, kl);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] shift = shift(phi, g);
            for (int a = 0; a < phi.length; a++) {
                double[] logs = shift.clone();
                for (int b = 0; b < logs.length; b++) {
                    logs[b] += Math.log(phi[a][b]);
                }
                phi[a] = row(f.weights()[a], logs, kl[a]);
            }
            double next = bound(phi, g, kl);
            boolean done = !(next < best * (1 - WORTH_IT));
            best = Math.min(best, next);
            if (done) {
                break;
            }
        }
        return best;
    }

    /// `π e^{lᵢ − Dᵢ} / Σ e^{l − D}`.
    private static double[] row(double mass, double[] logs, double[] kl) {
        double[] out = logs.clone();
        for (int b = 0; b < out.length; b++) {
            out[b] -= kl[b];
        }
        double total = Logs.sumExp(out);
        for (int b = 0; b < out.length; b++) {
            out[b] = mass * Math.exp(out[b] - total);
        }
        return out;
    }

    /// `ln(ω_b/m_b)`; where nothing goes it does not matter.
    private static double[] shift(double[][] phi, Components g) {
        double[] out = g.logWeights().clone();
        double[] sums = sums(phi);
        for (int b = 0; b < out.length; b++) {
            out[b] = sums[b] > 0 ? out[b] - Math.log(sums[b]) : 0;
        }
        return out;
    }

    private static double bound(double[][] phi, Components g, double[][] kl) {
        double[] sums = sums(phi);
        double total = 0;
        for (int b = 0; b < sums.length; b++) {
            total += sums[b] > 0 ? sums[b] * (Math.log(sums[b]) - g.logWeights()[b]) : 0;
            for (int a = 0; a < phi.length; a++) {
                total += phi[a][b] == 0 ? 0 : phi[a][b] * kl[a][b];
            }
        }
        return total;
    }

    private static double[] sums(double[][] phi) {
        double[] sums = new double[phi[0].length];
        for (double[] row : phi) {
            for (int b = 0; b < row.length; b++) {
                sums[b] += row[b];
            }
        }
        return sums;
    }
}
