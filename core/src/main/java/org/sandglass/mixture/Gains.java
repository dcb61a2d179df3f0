package org.sandglass.mixture;

import java.util.Optional;
import org.sandglass.arrayops.Table;

/// What the principal axes of each component do to a coordinate along them: `gₖⱼ = −½ log₂e/sₖⱼ²`, so that terms are
/// `cₖ + Σⱼ gₖⱼ vⱼ²` and `Cₖ⁻¹v` is `−2 ln 2 gₖⱼ vⱼ`; and `aσₖⱼ²/sₖⱼ²`, which times `vⱼ` is how far the mean of `x₀`
/// moves,
/// for standard deviations `σ` before the noise and `s` after.
final class Gains {
    /// What a score lacks that was summed with `gₖⱼ` in place of `−1/sₖⱼ²`.
    private static final double TWO_LN_2 = 2 / BlockKernel.LOG2_E;

    private static final double[] NONE = {};

    private final NoisyMixture law;
    private final int d;
    private final Table table;
    private volatile double[] pulls = NONE;

    private Gains(NoisyMixture law, double[] gains) {
        this.law = law;
        this.d = law.prior().d();
        this.table = Table.rowMajor(gains, d);
    }

    /// The gains of a law, if all its components have principal axes and squares are safe.
    static Optional<Gains> of(NoisyMixture law) {
        int k = law.prior().k();
        int d = law.prior().d();
        double[] gains = new double[Math.multiplyExact(k, d)];
        for (int at = 0; at < gains.length; at++) {
            double std = std(law.covariance(at / d), at % d);
            if (!BlockKernel.moderate(std)) {
                return Optional.empty();
            }
            gains[at] = -0.5 * BlockKernel.LOG2_E / std / std;
        }
        return Optional.of(new Gains(law, gains));
    }

    /// The standard deviation along a principal axis; NaN where none are known.
    static double std(Covariance covariance, int j) {
        return switch (covariance) {
            case Isotropic(double std, int _) -> std;
            case Diagonal diagonal -> diagonal.live()[j];
            case Spectral spectral -> spectral.liveStds()[j];
            case LowRank _ -> Double.NaN;
        };
    }

    /// `gₖⱼ`, K × d.
    Table table() {
        return table;
    }

    /// `aσₖⱼ²/sₖⱼ²`, K × d, computed when a posterior mean is first asked for.
    Table pulls() {
        double[] known = pulls;
        if (known.length == 0) {
            known = new double[table.data().length];
            for (int at = 0; at < known.length; at++) {
                double before = std(law.prior().covariance(at / d), at % d);
                double after = std(law.covariance(at / d), at % d);
                known[at] = before / after * (law.a() * before / after);
            }
            pulls = known;
        }
        return Table.rowMajor(known, d);
    }

    /// As [BlockKernel#settle]. The mean's two sums are kept apart till now, so that their order does not depend on
    /// which components other lanes made a kernel pass over.
    void settle(Tile tile, Outputs wanted) {
        int n = d * tile.lanes();
        tile.arrays().scale(TWO_LN_2, tile.score, 0, tile.score, 0, n);
        if (wanted.wantsPosteriorMean()) {
            tile.arrays().axpy(1, tile.shift, 0, tile.mean, 0, n);
        }
    }
}
