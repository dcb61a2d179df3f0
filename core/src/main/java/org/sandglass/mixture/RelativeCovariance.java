package org.sandglass.mixture;

import java.util.List;

/// `D = (1 + a²/b²) Cov[x₀|x] = Σₖ rₖ ((a² + b²) ΣₖCₖ⁻¹ + δₖδₖᵀ)`, `δₖ = √(a² + b²)/b · (mₖ − m̄)`, at one
/// point.
///
/// Where there is little noise, `mₖ − m̄ = −(b²/a)(uₖ − ū)` makes `δₖ` finite at `b = 0`.
final class RelativeCovariance {
    private final NoisyMixture law;
    private final int d;
    private final double[] r;
    private final double[][] away;
    private final double squaredScale;

    RelativeCovariance(NoisyMixture law, PointTerms terms) {
        this.law = law;
        this.d = law.prior().d();
        this.r = terms.responsibilities();
        SecondOrder centred = new SecondOrder(law, terms);
        this.away = littleNoise() ? centred.precisionVectors() : centred.posteriorMeans();
        double norm = Math.hypot(law.a(), law.b());
        double scale = littleNoise() ? law.b() / law.a() * norm : norm / law.b();
        this.squaredScale = scale * scale;
    }

    private boolean littleNoise() {
        return law.b() <= law.a();
    }

    double[][] times(double[][] v) {
        double[][] out = new double[v.length][d];
        addWithinComponents(v, out);
        for (int i = 0; i < v.length; i++) {
            addBetweenComponents(v[i], out[i]);
        }
        return out;
    }

    /// `Σₖ rₖ δₖ⟨δₖ, v⟩`.
    private void addBetweenComponents(double[] v, double[] out) {
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                double along = 0;
                for (int j = 0; j < d; j++) {
                    along = Math.fma(away[k][j], v[j], along);
                }
                along *= r[k] * squaredScale;
                for (int j = 0; j < d; j++) {
                    out[j] = Math.fma(along, away[k][j], out[j]);
                }
            }
        }
    }

    /// `Σₖ rₖ (a² + b²) ΣₖCₖ⁻¹ v`, once for each distinct covariance.
    private void addWithinComponents(double[][] v, double[][] out) {
        List<Covariance> before = law.prior().shared().kinds();
        List<Covariance> after = law.covariances().kinds();
        double[] shares = shares(before.size());
        double[] part = new double[d];
        double[] w = new double[law.whitenedLength()];
        double[] scratch = new double[law.whitenedLength()];
        for (int kind = 0; kind < shares.length; kind++) {
            for (int i = 0; i < v.length && shares[kind] > 0; i++) {
                double unit = apply(before.get(kind), after.get(kind), v[i], part, w, scratch);
                for (int j = 0; j < d; j++) {
                    out[i][j] = Math.fma(shares[kind] * unit, part[j], out[i][j]);
                }
            }
        }
    }

    /// `ΣC⁻¹v` in a unit that is finite, and what it is to be multiplied by to become `(a² + b²) ΣC⁻¹v`.
    private double apply(Covariance before, Covariance after, double[] v, double[] part, double[] w, double[] scratch) {
        double a = law.a();
        double b = law.b();
        if (littleNoise()) {
            Whitening.whiten(after, v, w);
            PosteriorShift.of(before, after, a, w, part, scratch);
            return a + b * (b / a);
        }
        Whitening.apply(before.givenNoisyLook(a, b), v, part, scratch);
        return 1 + a / b * (a / b);
    }

    /// The responsibilities of the components of each kind together.
    private double[] shares(int kinds) {
        double[] shares = new double[kinds];
        for (int k = 0; k < r.length; k++) {
            shares[law.covariances().kind(k)] += r[k];
        }
        return shares;
    }
}
