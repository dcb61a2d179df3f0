package org.sandglass.mixture;

import java.util.stream.IntStream;
import org.sandglass.arrayops.FloatPanels;
import org.sandglass.arrayops.FloatTileOps;

/// Low rank plus diagonal, `C = T(I + QS²Qᵀ)T`: a whitened vector is `w⊥ = (I − QQᵀ)T⁻¹v` and, below it, `p =
/// (I + S²)^(-½) QᵀT⁻¹v`.
///
/// With `h = w⊥ + Q(I + S²)^(-½)p`, `C⁻¹v = T⁻¹h`, and the shift of the mean, for the factor `F` and the noise `N`
/// before, is `aN²T⁻¹h + Gp` with `G = aFFᵀT⁻¹Q(I + S²)^(-½)`, a matrix that is multiplied out once.
final class SingleFactor implements SingleWhitening {
    private final int d;
    private final int rank;
    private final float[] precisions;
    private final float[] pulls;
    private final float[] gains;
    private final int[] all;
    private final FloatPanels directions;
    private final FloatPanels minusDirections;
    private final FloatPanels weighedDirections;
    private final FloatPanels shifts;

    SingleFactor(LowRank prior, LowRank noisy, double a) {
        this.d = noisy.d();
        this.rank = noisy.rank();
        this.all = IntStream.range(0, Math.max(d, rank)).toArray();
        double[] t = noisy.liveNoiseStds();
        double[] n = prior.liveNoiseStds();
        double[] q = noisy.liveDirections();
        double[] gain = noisy.liveGains();
        double[] f = prior.liveFactor();
        double[] seen = seen(f, q, t);
        this.precisions = FloatRows.of(d, j -> 1 / t[j]);
        this.pulls = FloatRows.of(d, j -> n[j] * (a * n[j] / t[j]));
        this.gains = FloatRows.of(rank, r -> 1 / gain[r]);
        this.directions = FloatPanels.byRows(d, rank, (j, r) -> q[r * d + j]);
        this.minusDirections = FloatPanels.byRows(rank, d, (r, j) -> -q[r * d + j]);
        this.weighedDirections = FloatPanels.byRows(rank, d, (r, j) -> q[r * d + j] / gain[r]);
        this.shifts = FloatPanels.byRows(rank, d, (r, j) -> {
            double sum = 0;
            for (int l = 0; l < rank; l++) {
                sum = Math.fma(f[j * rank + l], seen[l * rank + r], sum);
            }
            return a * sum / gain[r];
        });
    }

    /// `FᵀT⁻¹Q`, R × R.
    private double[] seen(double[] f, double[] q, double[] t) {
        double[] out = new double[rank * rank];
        for (int l = 0; l < rank; l++) {
            for (int r = 0; r < rank; r++) {
                for (int j = 0; j < d; j++) {
                    out[l * rank + r] = Math.fma(f[j * rank + l] / t[j], q[r * d + j], out[l * rank + r]);
                }
            }
        }
        return out;
    }

    private int below(int lanes) {
        return SingleWhitening.padded(d) * lanes;
    }

    @Override
    public int rows() {
        return SingleWhitening.padded(d) + SingleWhitening.padded(rank);
    }

    @Override
    public void whiten(FloatTileOps ops, float[] v, float[] w, int lanes) {
        FloatRows.multiply(v, precisions, w, rows(), lanes);
        ops.addProduct(directions, all, d, w, 0, 0, w, below(lanes), lanes);
        ops.addProduct(minusDirections, all, rank, w, 0, below(lanes), w, 0, lanes);
        for (int r = 0; r < rank; r++) {
            FloatRows.multiplyRow(w, gains[r], w, below(lanes) + r * lanes, lanes);
        }
    }

    @Override
    public void weigh(FloatTileOps ops, float[] w, float[] r, int rAt, float[] u, int lanes) {
        System.arraycopy(w, 0, u, 0, rows() * lanes);
        ops.addProduct(weighedDirections, all, rank, w, 0, below(lanes), u, 0, lanes);
        FloatRows.weigh(u, r, rAt, u, rows(), lanes);
    }

    @Override
    public void addScore(FloatTileOps ops, float[] u, float[] sums, int lanes) {
        FloatRows.addMultiples(u, precisions, sums, 0, lanes);
    }

    @Override
    public void addShift(FloatTileOps ops, float[] u, float[] sums, int at, int lanes) {
        FloatRows.addMultiples(u, pulls, sums, at, lanes);
        ops.addProduct(shifts, all, rank, u, 0, below(lanes), sums, at, lanes);
    }
}
