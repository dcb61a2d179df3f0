package org.sandglass.solver;

import org.sandglass.linalg.GaussLegendre;

/// The weights of DEIS in units of `αₛ ρₜ`: `Cⱼ = ∫ ℓⱼ dρ/ρₜ` over a step, `ρ = σ/α`, where `ℓⱼ` is the
/// polynomial of Lagrange in `t` or in `ρ` that is 1 at prediction `j` and 0 at the others.
///
/// With `λ = λₜ + θh` this is `−h ∫₀¹ ℓⱼ e^(−θh) dθ`.
final class DeisWeights {
    /// What roundings of `λ` up to some tens and of `t` may do to a part of the step.
    private static final double ROUNDING = 0x1p-46;

    private static final int MOST_PANELS = 1 << 8;

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

    /// `ℓⱼ` in `t`, by panels of length at most 1 in `λ` with 16 points each, doubled until the weights
    /// stay, up to what roundings of times do: relative `2⁻⁴⁶ t/(t − s)`. For a schedule that is analytic
    /// on the step that is at once: singularities are at distance `π/2`, so a panel errs by `6.4⁻³²`. Where
    /// `α` and `σ` have kinks (`ddpm`) 256 panels have to do.
    static double[] inTime(Past past, int k) {
        double[] times = past.times(k);
        double tolerance = ROUNDING * (1 + times[0] / (times[0] - past.end()));
        int panels = (int) Math.min(MOST_PANELS, Math.ceil(past.leg().h()));
        double[] coarse = inTime(past, times, panels);
        while (panels < MOST_PANELS) {
            panels *= 2;
            double[] fine = inTime(past, times, panels);
            if (distance(coarse, fine) <= tolerance * sizeOf(fine)) {
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
