package org.sandglass.mixture;

import org.sandglass.arrayops.FloatPanels;

/// The kernel in single precision of components whose coordinates are independent.
///
/// With `m = a(μ − centre)` and `h = √(½ log₂e)/s` terms are `cₖ − Σⱼ (hⱼyⱼ − hⱼmⱼ)²`, so each coordinate takes two
/// `fma`. Score and posterior mean are linear in `y`: `Σ rₖ(mₖ − y)/sₖ² = Σ (rₖmₖ/sₖ²) − y Σ rₖ/sₖ²`, two products
/// with weights. What both lose beside `(y − m)/s` is a few roundings of `y/s` and `m/s`, which are no
/// larger than those that put `y` and `m` into floats.
final class SingleAxisAligned implements SingleKernel {
    private final SingleFrame frame;
    private final int d;
    private final FloatPanels maps;
    private final Lazy<FloatPanels> precisions;
    private final Lazy<FloatPanels> pulls;

    SingleAxisAligned(SingleFrame frame) {
        this.frame = frame;
        this.d = frame.d();
        this.maps = FloatPanels.packed(
                frame.k(),
                2 * d,
                pairs((k, j) -> TO_BINARY / std(k, j), (k, j) -> -frame.scaledMean(k, j) * TO_BINARY / std(k, j)));
        this.precisions = new Lazy<>(this::makePrecisions);
        this.pulls = new Lazy<>(this::makePulls);
    }

    /// Factor and summand for each coordinate, side by side; zeros for components without weight.
    private FloatPanels.Entries pairs(FloatPanels.Entries factor, FloatPanels.Entries summand) {
        return (k, c) -> !frame.isPresent(k) ? 0 : c % 2 == 0 ? factor.at(k, c / 2) : summand.at(k, c / 2);
    }

    private double std(int k, int j) {
        return Gains.std(frame.law().covariance(k), j);
    }

    static int blockSize(int d) {
        return Math.clamp(16L * d, FloatPanels.BLOCK, 1024);
    }

    @Override
    public SingleFrame frame() {
        return frame;
    }

    @Override
    public int blockSize() {
        return blockSize(d);
    }

    @Override
    public double unit() {
        return 1;
    }

    /// Those for the score, then those for the posterior mean.
    @Override
    public int sumRows(Outputs wanted) {
        return meanRow(wanted) + (wanted.wantsPosteriorMean() ? maps.columns() : 0);
    }

    private int meanRow(Outputs wanted) {
        return wanted.wantsScore() ? maps.columns() : 0;
    }

    @Override
    public int whitenedLength() {
        return 0;
    }

    @Override
    public void terms(SingleTile tile, int from, int to) {
        tile.ops().whitenedTerms(tile.y, maps, frame.constants(), from, to, tile.terms, 0, tile.lanes());
    }

    @Override
    public void add(SingleTile tile, int from, int count, Outputs wanted) {
        int lanes = tile.lanes();
        if (wanted.wantsScore()) {
            tile.ops().addProduct(precisions.get(), tile.matter, count, tile.terms, from, 0, tile.sums, 0, lanes);
        }
        if (wanted.wantsPosteriorMean()) {
            int at = meanRow(wanted) * lanes;
            tile.ops().addProduct(pulls.get(), tile.matter, count, tile.terms, from, 0, tile.sums, at, lanes);
        }
    }

    @Override
    public void fold(SingleTile tile, Outputs wanted) {
        int lanes = tile.lanes();
        for (int j = 0; j < d; j++) {
            int at = 2 * j * lanes;
            if (wanted.wantsScore()) {
                add(tile.sums, at, tile.y, j * lanes, tile.score, lanes);
            }
            if (wanted.wantsPosteriorMean()) {
                add(tile.sums, meanRow(wanted) * lanes + at, tile.y, j * lanes, tile.mean, lanes);
            }
        }
    }

    /// Adds `A y + B` over a row.
    private static void add(float[] sums, int at, float[] y, int row, double[] to, int lanes) {
        for (int i = 0; i < lanes; i++) {
            to[row + i] += Math.fma((double) sums[at + i], y[row + i], sums[at + lanes + i]);
        }
    }

    /// `−1/s²` and `m/s²`.
    private FloatPanels makePrecisions() {
        return byRows((k, j) -> -1 / std(k, j) / std(k, j), (k, j) -> frame.scaledMean(k, j) / std(k, j) / std(k, j));
    }

    /// `aσ²/s²` and `(μ − centre) b²/s²`.
    private FloatPanels makePulls() {
        return byRows(this::pull, (k, j) -> {
            double noise = frame.law().b() / std(k, j);
            return frame.centredMean(k, j) * noise * noise;
        });
    }

    private double pull(int k, int j) {
        double before = Gains.std(frame.law().prior().covariance(k), j);
        return before / std(k, j) * (frame.law().a() * before / std(k, j));
    }

    private FloatPanels byRows(FloatPanels.Entries factor, FloatPanels.Entries summand) {
        return FloatPanels.byRows(frame.k(), 2 * d, pairs(factor, summand));
    }
}
