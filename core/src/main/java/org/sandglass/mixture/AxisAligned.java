package org.sandglass.mixture;

import java.util.Optional;
import org.sandglass.arrayops.Table;

/// The kernel of components whose coordinates are independent.
///
/// With gains `gₖⱼ = −½ log₂e/sₖⱼ²` terms are `cₖ + Σⱼ gₖⱼ (xⱼ − aμₖⱼ)²`, so `Cₖ⁻¹(x − aμₖ)` is `−2 ln 2 gₖⱼ (xⱼ −
/// aμₖⱼ)`; the mean of `x₀` is `μₖⱼ + (aσₖⱼ²/sₖⱼ²)(xⱼ − aμₖⱼ)` for standard deviations `σ` before the noise.
final class AxisAligned implements BlockKernel {
    /// Components whose terms stay in the fastest cache while their coordinates stream past.
    static final int IN_CACHE = 64;

    private static final double TWO_LN_2 = 2 / LOG2_E;
    private static final double[] NONE = {};

    private final int d;
    private final double a;
    private final NoisyMixture law;
    private final Table means;
    private final Table gains;
    private final double[] constants;
    private volatile double[] pulls = NONE;

    private AxisAligned(NoisyMixture law, Table gains) {
        this.d = law.prior().d();
        this.a = law.a();
        this.law = law;
        this.means = Table.rowMajor(law.prior().means().data(), d);
        this.gains = gains;
        this.constants = law.binaryConstants();
    }

    static Optional<AxisAligned> of(NoisyMixture law) {
        GaussianMixture prior = law.prior();
        double[] gains = new double[Math.multiplyExact(prior.k(), prior.d())];
        for (int k = 0; k < prior.k(); k++) {
            if (!fill(law, k, gains)) {
                return Optional.empty();
            }
        }
        return Optional.of(new AxisAligned(law, Table.rowMajor(gains, prior.d())));
    }

    private static boolean fill(NoisyMixture law, int k, double[] gains) {
        int d = law.prior().d();
        for (int j = 0; j < d; j++) {
            double std = std(law.covariance(k), j);
            if (!BlockKernel.moderate(std)) {
                return false;
            }
            gains[k * d + j] = -0.5 * LOG2_E / std / std;
        }
        return true;
    }

    /// The standard deviation of a coordinate; NaN where coordinates depend on each other.
    private static double std(Covariance covariance, int j) {
        return switch (covariance) {
            case Isotropic(double std, int _) -> std;
            case Diagonal diagonal -> diagonal.live()[j];
            case Spectral _, LowRank _ -> Double.NaN;
        };
    }

    /// In many dimensions terms are cheap to keep, and with many of them at hand few components that matter are
    /// found more than once.
    static int blockSize(int d) {
        return Math.clamp(16L * d, IN_CACHE, 1024);
    }

    @Override
    public int blockSize() {
        return blockSize(d);
    }

    @Override
    public void terms(Tile tile, int from, int to, int row) {
        int lanes = tile.lanes();
        for (int k = from; k < to; k += IN_CACHE) {
            int end = Math.min(to, k + IN_CACHE);
            int at = (row + k - from) * lanes;
            tile.ops().fillRows(constants, k, end, tile.terms, at, lanes);
            tile.ops().addSquares(tile.x, d, a, means, gains, k, end, tile.terms, at, lanes);
        }
    }

    @Override
    public void add(Tile tile, int from, int to, int row, Outputs wanted) {
        int lanes = tile.lanes();
        Table pull = wanted.wantsPosteriorMean() ? Table.rowMajor(pulls(), d) : gains;
        for (int k = from; k < to; k += IN_CACHE) {
            int end = Math.min(to, k + IN_CACHE);
            int at = (row + k - from) * lanes;
            if (wanted.wantsScore()) {
                tile.ops().addDifferences(tile.terms, at, tile.x, d, a, means, gains, k, end, tile.score, lanes);
            }
            if (wanted.wantsPosteriorMean()) {
                tile.ops().addDifferences(tile.terms, at, tile.x, d, a, means, pull, k, end, tile.mean, lanes);
                tile.ops().addProduct(1, means.transposed(), d, k, end, tile.terms, at, tile.mean, 0, lanes);
            }
        }
    }

    @Override
    public void settle(Tile tile, Outputs wanted) {
        tile.arrays().scale(TWO_LN_2, tile.score, 0, tile.score, 0, d * tile.lanes());
    }

    /// `aσ²/s²`, computed when a posterior mean is first asked for.
    private double[] pulls() {
        double[] known = pulls;
        if (known.length == 0) {
            known = new double[gains.data().length];
            for (int k = 0; k < law.prior().k(); k++) {
                for (int j = 0; j < d; j++) {
                    double before = std(law.prior().covariance(k), j);
                    double after = std(law.covariance(k), j);
                    known[k * d + j] = before / after * (a * before / after);
                }
            }
            pulls = known;
        }
        return known;
    }
}
