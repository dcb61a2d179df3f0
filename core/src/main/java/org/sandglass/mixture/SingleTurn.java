package org.sandglass.mixture;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sandglass.arrayops.FloatPanels;
import org.sandglass.arrayops.FloatTileOps;

/// Principal axes of its own, `C = Σᵢ sᵢ² uᵢuᵢᵀ`: products with `diag(1/s)Uᵀ` and its transpose.
final class SingleTurn implements SingleWhitening {
    private final int d;
    private final int[] all;
    private final FloatPanels there;
    private final FloatPanels back;
    private final FloatPanels backForShift;

    SingleTurn(Spectral prior, Spectral noisy, double a) {
        this.d = noisy.d();
        this.all = IntStream.range(0, d).toArray();
        double[] vectors = noisy.liveVectors();
        double[] before = prior.liveStds();
        double[] after = noisy.liveStds();
        this.there = FloatPanels.byRows(d, d, (j, i) -> vectors[i * d + j] / after[i]);
        this.back = FloatPanels.byRows(d, d, (i, j) -> vectors[i * d + j] / after[i]);
        this.backForShift =
                FloatPanels.byRows(d, d, (i, j) -> before[i] * (a * before[i] / after[i]) * vectors[i * d + j]);
    }

    @Override
    public int rows() {
        return SingleWhitening.padded(d);
    }

    @Override
    public void whiten(FloatTileOps ops, float[] v, float[] w, int lanes) {
        Arrays.fill(w, 0, rows() * lanes, 0);
        ops.addProduct(there, all, d, v, 0, 0, w, 0, lanes);
    }

    @Override
    public void weigh(FloatTileOps ops, float[] w, float[] r, int rAt, float[] u, int lanes) {
        FloatRows.weigh(w, r, rAt, u, d, lanes);
    }

    @Override
    public void addScore(FloatTileOps ops, float[] u, float[] sums, int lanes) {
        ops.addProduct(back, all, d, u, 0, 0, sums, 0, lanes);
    }

    @Override
    public void addShift(FloatTileOps ops, float[] u, float[] sums, int at, int lanes) {
        ops.addProduct(backForShift, all, d, u, 0, 0, sums, at, lanes);
    }
}
