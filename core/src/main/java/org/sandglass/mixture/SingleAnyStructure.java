package org.sandglass.mixture;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.sandglass.arrayops.FloatPanels;

/// The kernel in single precision for covariances of any structure, a component at a time: `v = y − mₖ`, whitened by
/// what its [SingleWhitening] has rounded once.
final class SingleAnyStructure implements SingleKernel {
    private static final float MINUS_HALF_LOG2_E = (float) (-0.5 * BlockKernel.LOG2_E);

    private final SingleFrame frame;
    private final int d;
    private final SingleWhitening[] whitenings;
    private final int length;
    private final float[] means;
    private final Lazy<FloatPanels> centredMeans;

    SingleAnyStructure(SingleFrame frame) {
        this.frame = frame;
        this.d = frame.d();
        this.whitenings = new SingleWhitening[frame.k()];
        this.means = new float[Math.multiplyExact(frame.k(), d)];
        IdentityHashMap<Covariance, SingleWhitening> known = new IdentityHashMap<>();
        int longest = 0;
        for (int k = 0; k < whitenings.length; k++) {
            Covariance prior = frame.law().prior().covariance(k);
            whitenings[k] = known.computeIfAbsent(frame.law().covariance(k), noisy -> whitening(prior, noisy));
            longest = Math.max(longest, whitenings[k].rows());
            for (int j = 0; j < d; j++) {
                means[k * d + j] = (float) frame.scaledMean(k, j);
            }
        }
        this.length = longest;
        this.centredMeans = new Lazy<>(() -> FloatPanels.byRows(frame.k(), d, frame::centredMean));
    }

    private SingleWhitening whitening(Covariance prior, Covariance noisy) {
        return SingleWhitening.of(prior, noisy, frame.law().a());
    }

    @Override
    public SingleFrame frame() {
        return frame;
    }

    /// As many as have room in the second cache, whitened.
    @Override
    public int blockSize() {
        return Math.clamp(1024 / length, 1, 32);
    }

    @Override
    public double unit() {
        return 1;
    }

    /// Those for the score, then those for the posterior mean.
    @Override
    public int sumRows(Outputs wanted) {
        return meanRow(wanted) + (wanted.wantsPosteriorMean() ? SingleWhitening.padded(d) : 0);
    }

    private int meanRow(Outputs wanted) {
        return wanted.wantsScore() ? SingleWhitening.padded(d) : 0;
    }

    @Override
    public int whitenedLength() {
        return length;
    }

    @Override
    public void terms(SingleTile tile, int from, int to) {
        for (int k = from; k < to; k++) {
            int at = (k - from) * tile.lanes();
            if (frame.isPresent(k)) {
                term(tile, k, at, tile.w[k - from]);
            } else {
                Arrays.fill(tile.terms, at, at + tile.lanes(), Float.NEGATIVE_INFINITY);
            }
        }
    }

    private void term(SingleTile tile, int k, int at, float[] w) {
        int lanes = tile.lanes();
        FloatRows.subtract(tile.y, means, k * d, d, tile.v, lanes);
        whitenings[k].whiten(tile.ops(), tile.v, w, lanes);
        FloatRows.term(w, whitenings[k].rows(), MINUS_HALF_LOG2_E, frame.constants()[k], tile.terms, at, lanes);
    }

    @Override
    public void add(SingleTile tile, int from, int count, Outputs wanted) {
        int lanes = tile.lanes();
        int meanAt = meanRow(wanted) * lanes;
        for (int i = 0; i < count; i++) {
            SingleWhitening whitening = whitenings[tile.matter[i]];
            int row = tile.matter[i] - from;
            whitening.weigh(tile.ops(), tile.w[row], tile.terms, row * lanes, tile.u, lanes);
            if (wanted.wantsScore()) {
                whitening.addScore(tile.ops(), tile.u, tile.sums, lanes);
            }
            if (wanted.wantsPosteriorMean()) {
                whitening.addShift(tile.ops(), tile.u, tile.sums, meanAt, lanes);
            }
        }
        if (wanted.wantsPosteriorMean()) {
            tile.ops()
                    .addProduct(centredMeans.get(), tile.matter, count, tile.terms, from, 0, tile.sums, meanAt, lanes);
        }
    }

    @Override
    public void fold(SingleTile tile, Outputs wanted) {
        int n = d * tile.lanes();
        if (wanted.wantsScore()) {
            add(-1, tile.sums, 0, tile.score, n);
        }
        if (wanted.wantsPosteriorMean()) {
            add(1, tile.sums, meanRow(wanted) * tile.lanes(), tile.mean, n);
        }
    }

    private static void add(double sign, float[] sums, int from, double[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += sign * sums[from + i];
        }
    }
}
