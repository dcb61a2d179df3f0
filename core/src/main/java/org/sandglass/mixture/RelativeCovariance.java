package org.sandglass.mixture;

import java.util.Arrays;
import java.util.List;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.arrayops.Table;
import org.sandglass.arrayops.TileOps;
import org.sandglass.linalg.Points;

/// `D = (1 + a²/b²) Cov[x₀|x] = Σₖ rₖ ((a² + b²) ΣₖCₖ⁻¹ + δₖδₖᵀ)`, `δₖ = √(a² + b²)/b (mₖ − m̄)`, at one
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

    /// `D vᵢ` for the rows `vᵢ`.
    Points times(Points v) {
        Points out = Points.zeros(v.n(), d);
        addWithinComponents(v, out);
        addBetweenComponents(v, out);
        return out;
    }

    /// `Σₖ rₖ δₖ⟨δₖ, vᵢ⟩` as two products of matrices: first all `⟨δₖ, vᵢ⟩`, then their weighted sums.
    /// In full tiles, which are quicker than others, even if some lanes are empty.
    private void addBetweenComponents(Points v, Points out) {
        int lanes = (v.n() + TileOps.LANES - 1) / TileOps.LANES * TileOps.LANES;
        TileOps ops = ArrayOps.get().tiles();
        double[] offsets = Scratch.take(r.length * d);
        double[] along = Scratch.take(r.length * lanes);
        int count = gather(offsets);
        Table table = Table.rowMajor(offsets, d);
        Arrays.fill(along, 0, count * lanes, 0);
        ops.addProduct(1, table, count, 0, d, transposed(v, lanes), 0, along, 0, lanes);
        weigh(along, lanes);
        double[] sums = new double[d * lanes];
        ops.addProduct(1, table.transposed(), d, 0, count, along, 0, sums, 0, lanes);
        for (int at = 0; at < out.data().length; at++) {
            out.data()[at] += sums[at % d * lanes + at / d];
        }
        Scratch.give(along);
        Scratch.give(offsets);
    }

    /// The vectors of the components that matter, one below the other; returns how many.
    private int gather(double[] offsets) {
        int count = 0;
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                System.arraycopy(away[k], 0, offsets, d * count++, d);
            }
        }
        return count;
    }

    /// Their rows times `rₖ`, and the scale of `δₖ` twice.
    private void weigh(double[] along, int lanes) {
        int row = 0;
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                for (int i = 0; i < lanes; i++) {
                    along[row + i] *= r[k] * squaredScale;
                }
                row += lanes;
            }
        }
    }

    /// The vectors as a tile, empty lanes 0.
    private double[] transposed(Points v, int lanes) {
        double[] tile = new double[lanes * d];
        for (int at = 0; at < v.data().length; at++) {
            tile[at % d * lanes + at / d] = v.data()[at];
        }
        return tile;
    }

    /// `Σₖ rₖ (a² + b²) ΣₖCₖ⁻¹ vᵢ`, once for each distinct covariance.
    private void addWithinComponents(Points v, Points out) {
        List<Covariance> before = law.prior().shared().kinds();
        List<Covariance> after = law.covariances().kinds();
        double[] shares = shares(before.size());
        double[] part = new double[d];
        double[] w = new double[law.whitenedLength()];
        double[] scratch = new double[law.whitenedLength()];
        for (int kind = 0; kind < shares.length; kind++) {
            for (int i = 0; i < v.n() && shares[kind] > 0; i++) {
                double unit = apply(before.get(kind), after.get(kind), v.row(i), part, w, scratch);
                for (int j = 0; j < d; j++) {
                    out.data()[i * d + j] = Math.fma(shares[kind] * unit, part[j], out.data()[i * d + j]);
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
