package org.sandglass.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.arrayops.Table;
import org.sandglass.arrayops.TileOps;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;

/// `D vᵢ` for some vectors `vᵢ`, with `D = (1 + a²/b²) Cov[x₀|x] = Σₖ rₖ ((a² + b²) ΣₖCₖ⁻¹ + δₖδₖᵀ)`,
/// `δₖ = √(a² + b²)/b (mₖ − m̄)`, at one point after the other.
///
/// Where there is little noise, `mₖ − m̄ = −(b²/a)(uₖ − ū)` makes `δₖ` finite at `b = 0`. What does not depend on
/// the point, `(a² + b²) ΣₖCₖ⁻¹ vᵢ`, is computed once for each distinct covariance that matters, and kept. Threads
/// may share it.
public final class RelativeCovariance {
    private final NoisyMixture law;
    private final int d;
    private final Points v;
    private final List<Lazy<Points>> within;
    private final double squaredScale;

    RelativeCovariance(NoisyMixture law, Points v) {
        this.law = law;
        this.d = law.prior().d();
        this.v = v;
        this.within = IntStream.range(0, law.covariances().kinds().size())
                .mapToObj(kind -> new Lazy<>(() -> within(kind)))
                .toList();
        double norm = Math.hypot(law.a(), law.b());
        double scale = littleNoise() ? law.b() / law.a() * norm : norm / law.b();
        this.squaredScale = scale * scale;
    }

    private boolean littleNoise() {
        return law.b() <= law.a();
    }

    /// `D vᵢ` at a point.
    ///
    /// @param x one point, d numbers
    /// @return as many products as there are vectors, m × d
    /// @throws NumericalException if there is no density
    public Points at(double[] x) {
        PointTerms terms = law.terms(x);
        double[] r = terms.responsibilities();
        SecondOrder centred = new SecondOrder(law, terms);
        double[][] away = littleNoise() ? centred.precisionVectors() : centred.posteriorMeans();
        Points out = Points.zeros(v.n(), d);
        addWithinComponents(r, out);
        addBetweenComponents(r, away, out);
        return out;
    }

    /// `Σₖ rₖ δₖ⟨δₖ, vᵢ⟩` as two products of matrices: first all `⟨δₖ, vᵢ⟩`, then their weighted sums.
    /// In full tiles, which are quicker than others, even if some lanes are empty.
    private void addBetweenComponents(double[] r, double[][] away, Points out) {
        int lanes = (v.n() + TileOps.LANES - 1) / TileOps.LANES * TileOps.LANES;
        TileOps ops = ArrayOps.get().tiles();
        double[] offsets = Scratch.take(r.length * d);
        double[] along = Scratch.take(r.length * lanes);
        int count = gather(r, away, offsets);
        Table table = Table.rowMajor(offsets, d);
        Arrays.fill(along, 0, count * lanes, 0);
        ops.addProduct(1, table, count, 0, d, transposed(lanes), 0, along, 0, lanes);
        weigh(r, along, lanes);
        double[] sums = new double[d * lanes];
        ops.addProduct(1, table.transposed(), d, 0, count, along, 0, sums, 0, lanes);
        for (int at = 0; at < out.data().length; at++) {
            out.data()[at] += sums[at % d * lanes + at / d];
        }
        Scratch.give(along);
        Scratch.give(offsets);
    }

    /// The vectors of the components that matter, one below the other; returns how many.
    private int gather(double[] r, double[][] away, double[] offsets) {
        int count = 0;
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                System.arraycopy(away[k], 0, offsets, d * count++, d);
            }
        }
        return count;
    }

    /// Their rows times `rₖ`, and the scale of `δₖ` twice.
    private void weigh(double[] r, double[] along, int lanes) {
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
    private double[] transposed(int lanes) {
        double[] tile = new double[lanes * d];
        for (int at = 0; at < v.data().length; at++) {
            tile[at % d * lanes + at / d] = v.data()[at];
        }
        return tile;
    }

    /// `Σₖ rₖ (a² + b²) ΣₖCₖ⁻¹ vᵢ`, once for each distinct covariance.
    private void addWithinComponents(double[] r, Points out) {
        double[] shares = shares(r);
        for (int kind = 0; kind < shares.length; kind++) {
            if (shares[kind] > 0) {
                double[] part = within.get(kind).get().data();
                for (int at = 0; at < part.length; at++) {
                    out.data()[at] = Math.fma(shares[kind], part[at], out.data()[at]);
                }
            }
        }
    }

    /// `(a² + b²) ΣC⁻¹ vᵢ` for a covariance.
    private Points within(int kind) {
        Covariance before = law.prior().shared().kinds().get(kind);
        Covariance after = law.covariances().kinds().get(kind);
        Covariance given = before.givenNoisyLook(law.a(), law.b());
        Points out = Points.zeros(v.n(), d);
        double[] part = new double[d];
        double[] w = new double[law.whitenedLength()];
        double[] scratch = new double[law.whitenedLength()];
        for (int i = 0; i < v.n(); i++) {
            double unit = apply(before, after, given, v.row(i), part, w, scratch);
            for (int j = 0; j < d; j++) {
                out.data()[i * d + j] = unit * part[j];
            }
        }
        return out;
    }

    /// `ΣC⁻¹v` in a unit that is finite, and what it is to be multiplied by to become `(a² + b²) ΣC⁻¹v`.
    private double apply(
            Covariance before,
            Covariance after,
            Covariance given,
            double[] vector,
            double[] part,
            double[] w,
            double[] scratch) {
        double a = law.a();
        double b = law.b();
        if (littleNoise()) {
            Whitening.whiten(after, vector, w);
            PosteriorShift.of(before, after, a, w, part, scratch);
            return a + b * (b / a);
        }
        Whitening.apply(given, vector, part, scratch);
        return 1 + a / b * (a / b);
    }

    /// The responsibilities of the components of each kind together.
    private double[] shares(double[] r) {
        double[] shares = new double[within.size()];
        for (int k = 0; k < r.length; k++) {
            shares[law.covariances().kind(k)] += r[k];
        }
        return shares;
    }
}
