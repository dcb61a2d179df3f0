package org.sandglass.solver;

import org.sandglass.linalg.GaussLegendre;

/// The weights of DEIS in units of `αₛ ρₜ`: `Cⱼ = ∫ ℓⱼ dρ/ρₜ` over a step, `ρ = σ/α`, where `ℓⱼ` is the
/// polynomial of Lagrange in `t` or in `ρ` that is 1 at prediction `j` and 0 at the others.
///
/// With `λ = λₜ + θh` this is `−h ∫₀¹ ℓⱼ e^(−θh) dθ`.
final class DeisWeights {
    private static final double ROUNDING = 0x1p-50;
    private static final int MOST_PANELS = 1 << 12;

    private DeisWeights() {}

    /// `ℓⱼ` in `ρ`: `y = ρ/ρₜ − 1` goes from 0 to `−(1 − e^(−h))`, and the predictions are at
    /// `e^(λᵢ − λᵢ₋ⱼ) − 1`. The quadrature is exact.
    static double[] inRho(Past past, int k) {
        double[] places = new double[k];
        for (int j = 0; j < k; j++) {
            places[j] = Math.expm1(past.back(j));
        }
        double[] sum = new double[k];
        double half = -past.leg().covered() / 2;
        for (int q = 0; q < GaussLegendre.points(); q++) {
            addLagrange(half * GaussLegendre.weight(q), places, half * (1 + GaussLegendre.node(q)), sum);
        }
        return sum;
    }

    /// `ℓⱼ` in `t`, by panels of length at most 1 in `λ`, doubled until the sum stays: for a schedule that
    /// is analytic on the step they agree to some units in the last place at once. Where `α` and `σ` have
    /// kinks (`ddpm`), the last of 4096 panels settle it to some 1e-10.
    static double[] inTime(Past past, int k) {
        double[] times = past.times(k);
        int panels =
                (int) Math.min(MOST_PANELS, Math.max(1, Math.ceil(past.leg().h())));
        double[] coarse = inTime(past, times, panels);
        while (panels < MOST_PANELS) {
            panels *= 2;
            double[] fine = inTime(past, times, panels);
            if (distance(coarse, fine) <= ROUNDING * sizeOf(fine)) {
                return fine;
            }
            coarse = fine;
        }
        return coarse;
    }

    private static double[] inTime(Past past, double[] times, int panels) {
        double[] sum = new double[times.length];
        double h = past.leg().h();
        double half = 0.5 / panels;
        for (int panel = 0; panel < panels; panel++) {
            for (int q = 0; q < GaussLegendre.points(); q++) {
                double theta = half * (2 * panel + 1 + GaussLegendre.node(q));
                double weight = -h * half * GaussLegendre.weight(q) * Math.exp(-theta * h);
                addLagrange(weight, times, past.timeAt(theta), sum);
            }
        }
        return sum;
    }

    /// `sumⱼ ← sumⱼ + weight ℓⱼ(u)`.
    private static void addLagrange(double weight, double[] places, double u, double[] sum) {
        for (int j = 0; j < places.length; j++) {
            double product = weight;
            for (int m = 0; m < places.length; m++) {
                product *= m == j ? 1 : (u - places[m]) / (places[j] - places[m]);
            }
            sum[j] += product;
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += Math.abs(a[j] - b[j]);
        }
        return sum;
    }

    private static double sizeOf(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
