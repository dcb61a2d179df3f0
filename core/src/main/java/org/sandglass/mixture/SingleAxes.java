package org.sandglass.mixture;

import org.sandglass.arrayops.FloatTileOps;

/// Independent coordinates, `C = diag(s²)`.
final class SingleAxes implements SingleWhitening {
    private final int rows;
    private final float[] precisions;
    private final float[] pulls;

    SingleAxes(Covariance prior, Covariance noisy, double a) {
        int d = noisy.d();
        this.rows = SingleWhitening.padded(d);
        this.precisions = FloatRows.of(d, j -> 1 / Gains.std(noisy, j));
        this.pulls = FloatRows.of(d, j -> {
            double before = Gains.std(prior, j);
            return before * (a * before / Gains.std(noisy, j));
        });
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void whiten(FloatTileOps ops, float[] v, float[] w, int lanes) {
        FloatRows.multiply(v, precisions, w, rows, lanes);
    }

    @Override
    public void weigh(FloatTileOps ops, float[] w, float[] r, int rAt, float[] u, int lanes) {
        FloatRows.weigh(w, r, rAt, u, rows, lanes);
    }

    @Override
    public void addScore(FloatTileOps ops, float[] u, float[] sums, int lanes) {
        FloatRows.addMultiples(u, precisions, sums, 0, lanes);
    }

    @Override
    public void addShift(FloatTileOps ops, float[] u, float[] sums, int at, int lanes) {
        FloatRows.addMultiples(u, pulls, sums, at, lanes);
    }
}
