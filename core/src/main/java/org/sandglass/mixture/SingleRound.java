package org.sandglass.mixture;

import org.sandglass.arrayops.FloatPanels;

/// The kernel in single precision of components that all have covariance `s²I`, in units in which terms are `cₖ −
/// ‖y − mₖ‖²`.
///
/// One product `Σ rₖmₖ` serves score and posterior mean: with `R = Σ rₖ` and the unit `h` the score is
/// `−(Ry − Σ rₖmₖ)/(hs²)`, and the mean of `x₀`, for components of standard deviation `σ` before the noise,
/// `Σ rₖmₖ/(ah) + (aσ²/s²)(Ry − Σ rₖmₖ)/h` from the centre.
final class SingleRound implements SingleKernel {
    private final SingleFrame frame;
    private final int d;
    private final double std;
    private final double unit;
    private final double pull;
    private final FloatPanels means;

    SingleRound(SingleFrame frame) {
        this.frame = frame;
        this.d = frame.d();
        this.std = std(frame);
        this.unit = TO_BINARY / std;
        double before = ((Isotropic) frame.law().prior().covariance(0)).std();
        this.pull = before / std * (frame.law().a() * before / std);
        this.means = FloatPanels.packed(frame.k(), d, (k, j) -> frame.scaledMean(k, j) * unit);
    }

    /// Whether all components are so, and their means do not vanish beside the noise: what a float cannot hold of
    /// `a(μₖ − centre)/s`, less than 2⁻¹⁴⁹, is then nothing to the posterior mean either.
    static boolean fits(SingleFrame frame) {
        return frame.law().covariance(0) instanceof Isotropic
                && frame.law().prior().sharesCovariance()
                && frame.law().a() / std(frame) >= 0x1p-40;
    }

    private static double std(SingleFrame frame) {
        return ((Isotropic) frame.law().covariance(0)).std();
    }

    @Override
    public SingleFrame frame() {
        return frame;
    }

    @Override
    public int blockSize() {
        return SingleAxisAligned.blockSize(d);
    }

    @Override
    public double unit() {
        return unit;
    }

    @Override
    public int sumRows(Outputs wanted) {
        return means.columns();
    }

    @Override
    public int whitenedLength() {
        return 0;
    }

    @Override
    public void terms(SingleTile tile, int from, int to) {
        tile.ops().roundTerms(tile.y, d + (d & 1), means, frame.constants(), from, to, tile.terms, 0, tile.lanes());
    }

    @Override
    public void add(SingleTile tile, int from, int count, Outputs wanted) {
        tile.ops().addProduct(means, tile.matter, count, tile.terms, from, 0, tile.sums, 0, tile.lanes());
    }

    @Override
    public void fold(SingleTile tile, Outputs wanted) {
        int lanes = tile.lanes();
        double forScore = -1 / unit / std / std;
        for (int at = 0; at < d * lanes; at += lanes) {
            if (wanted.wantsScore()) {
                add(forScore, 0, tile, at, tile.score, lanes);
            }
            if (wanted.wantsPosteriorMean()) {
                add(pull / unit, 1 / (frame.law().a() * unit), tile, at, tile.mean, lanes);
            }
        }
    }

    /// Adds `p (Ry − S) + q S` over a row, `S` the sum.
    private static void add(double p, double q, SingleTile tile, int at, double[] to, int lanes) {
        float[] weight = tile.sum, y = tile.y, sums = tile.sums;
        for (int i = 0; i < lanes; i++) {
            double sum = sums[at + i];
            to[at + i] += Math.fma(p, Math.fma((double) weight[i], y[at + i], -sum), q * sum);
        }
    }
}
