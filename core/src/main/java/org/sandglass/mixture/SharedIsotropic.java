package org.sandglass.mixture;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.arrayops.Table;

/// The kernel of components that all have covariance `s²I`, such as those of an empirical mixture: it needs no
/// parameter per component but its mean and its weight, and reads the means where they are.
///
/// Terms are `cₖ − ½ log₂e ‖x − aμₖ‖²/s²`; the mean of `x₀` is `μₖ + (aσ²/s²)(x − aμₖ)` for components of standard
/// deviation `σ` before the noise.
final class SharedIsotropic implements BlockKernel {
    private final int d;
    private final double a;
    private final double std;
    private final double pull;
    private final Table means;
    private final double[] constants;

    private SharedIsotropic(NoisyMixture law, double prior, double std) {
        this.d = law.prior().d();
        this.a = law.a();
        this.std = std;
        this.pull = prior / std * (a * prior / std);
        this.means = Table.rowMajor(law.prior().means().data(), d);
        this.constants = law.binaryConstants();
    }

    static Optional<SharedIsotropic> of(NoisyMixture law) {
        if (law.covariance(0) instanceof Isotropic(double std, int _)
                && law.prior().covariance(0) instanceof Isotropic(double prior, int _)
                && BlockKernel.moderate(std)
                && law.prior().sharesCovariance()) {
            return Optional.of(new SharedIsotropic(law, prior, std));
        }
        return Optional.empty();
    }

    @Override
    public int blockSize() {
        return AxisAligned.blockSize(d);
    }

    @Override
    public void terms(Tile tile, int from, int to, int row) {
        int lanes = tile.lanes();
        double scale = -0.5 * LOG2_E / std / std;
        for (int k = from; k < to; k += AxisAligned.IN_CACHE) {
            int end = Math.min(to, k + AxisAligned.IN_CACHE);
            int at = (row + k - from) * lanes;
            Arrays.fill(tile.terms, at, at + (end - k) * lanes, 0);
            tile.ops().addSquares(tile.x, d, a, means, k, end, tile.terms, at, lanes);
            BlockKernel.toTerms(scale, constants, k, end, tile.terms, at, lanes);
        }
    }

    @Override
    public void add(Tile tile, int from, int to, int row, Outputs wanted) {
        int lanes = tile.lanes();
        for (int k = from; k < to; k += AxisAligned.IN_CACHE) {
            int end = Math.min(to, k + AxisAligned.IN_CACHE);
            int at = (row + k - from) * lanes;
            tile.ops().addDifferences(tile.terms, at, tile.x, d, a, means, k, end, tile.score, lanes);
            if (wanted.wantsPosteriorMean()) {
                tile.ops().addProduct(1, means.transposed(), d, k, end, tile.terms, at, tile.mean, 0, lanes);
            }
        }
    }

    @Override
    public void settle(Tile tile, Outputs wanted) {
        int n = d * tile.lanes();
        if (wanted.wantsPosteriorMean()) {
            tile.arrays().axpy(pull, tile.score, 0, tile.mean, 0, n);
        }
        tile.arrays().scale(-1 / std / std, tile.score, 0, tile.score, 0, n);
    }
}
