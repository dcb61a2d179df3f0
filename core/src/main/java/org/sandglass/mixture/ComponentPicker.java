package org.sandglass.mixture;

import org.sandglass.linalg.Points;

/// Weighs all components at once, tile by tile, and picks one for each point with the probabilities `rₖ(x)`,
/// given one uniform number per point.
///
/// Components stand in their own order, so that the same number picks the same component however the weights were
/// found: here, or among the few that matter by a [PrunedPicker]. A point's answer does not depend on its tile. A
/// point so far away that squares overflow or ties are hidden is left to [PointTerms].
final class ComponentPicker {
    /// As many weights as a tile may hold: with more components it holds fewer points.
    private static final int WEIGHTS = 1 << 17;

    private final NoisyMixture law;
    private final int k;

    ComponentPicker(NoisyMixture law) {
        this.law = law;
        this.k = law.prior().k();
    }

    /// One component for each point.
    int[] pick(Points points, double[] uniforms) {
        return law.tree()
                .map(tree -> new PrunedPicker(law, tree, this::pickDensely).pick(points, uniforms))
                .orElseGet(() -> pickDensely(points, uniforms));
    }

    private int[] pickDensely(Points points, double[] uniforms) {
        int[] picked = new int[points.n()];
        forEachTile(points, (row, lane, lanes, tile) -> {
            boolean far = isFar(tile, lane);
            picked[row] = far
                    ? first(law.terms(points.row(row)).responsibilities(), 0, 1, uniforms[row])
                    : first(tile.terms, lane, lanes, uniforms[row] * tile.sum[lane]);
        });
        return picked;
    }

    /// All responsibilities, n × K, each row normalised by its own sum.
    double[] responsibilities(Points points) {
        double[] out = new double[Math.multiplyExact(points.n(), k)];
        forEachTile(points, (row, lane, lanes, tile) -> {
            if (isFar(tile, lane)) {
                System.arraycopy(law.terms(points.row(row)).responsibilities(), 0, out, row * k, k);
                return;
            }
            for (int l = 0; l < k; l++) {
                out[row * k + l] = tile.terms[l * lanes + lane] / tile.sum[lane];
            }
        });
        return out;
    }

    /// What is done with a point whose weights `2^(term − max)` are in a lane of the tile.
    private interface Use {
        void of(int row, int lane, int lanes, Tile tile);
    }

    /// All responsibilities of rows `[from, to)`, components outermost, each point's multiplied by the inverse
    /// of its own sum, and log densities.
    void memberships(Points points, int from, int to, double[] out, double[] logDensity) {
        BlockKernel kernel = law.kernel();
        Tile tile = tile(to - from);
        for (int start = from; start < to; start += tile.most()) {
            int live = Math.min(tile.most(), to - start);
            weigh(points, start, live, tile, kernel);
            storeLogDensities(tile, logDensity, start - from, live);
            storeMemberships(tile, out, start - from, to - from, live);
            for (int i = 0; i < live; i++) {
                if (isFar(tile, i)) {
                    storeFar(points.row(start + i), out, logDensity, start - from + i, to - from);
                }
            }
        }
    }

    private static void storeLogDensities(Tile tile, double[] logDensity, int at, int live) {
        for (int i = 0; i < live; i++) {
            logDensity[at + i] = tile.logDensity(i);
        }
    }

    private void storeMemberships(Tile tile, double[] out, int at, int n, int live) {
        int lanes = tile.lanes();
        for (int i = 0; i < lanes; i++) {
            tile.factor[i] = 1 / tile.sum[i];
        }
        tile.ops().multiplyRows(tile.factor, tile.terms, k, lanes);
        for (int l = 0; l < k; l++) {
            System.arraycopy(tile.terms, l * lanes, out, l * n + at, live);
        }
    }

    private void storeFar(double[] point, double[] out, double[] logDensity, int at, int n) {
        PointTerms terms = law.terms(point);
        logDensity[at] = terms.logDensity();
        for (int l = 0; l < k; l++) {
            out[l * n + at] = terms.responsibilities()[l];
        }
    }

    private void forEachTile(Points points, Use use) {
        BlockKernel kernel = law.kernel();
        Tile tile = tile(points.n());
        for (int start = 0; start < points.n(); start += tile.most()) {
            int live = Math.min(tile.most(), points.n() - start);
            weigh(points, start, live, tile, kernel);
            for (int i = 0; i < live; i++) {
                use.of(start + i, i, tile.lanes(), tile);
            }
        }
    }

    private Tile tile(int points) {
        return Tile.of(law, Math.min(points, Math.max(1, WEIGHTS / k)), k);
    }

    /// Leaves the weights `2^(term − max)` in the tile, with their sums.
    private void weigh(Points points, int start, int live, Tile tile, BlockKernel kernel) {
        tile.load(points, start, live);
        kernel.terms(tile, 0, k, 0);
        tile.ops().raiseMaximum(tile.terms, k, tile.max, tile.lanes());
        tile.ops().exponentials(tile.terms, k, tile.max, tile.sum, tile.lanes());
    }

    private boolean isFar(Tile tile, int lane) {
        return !(tile.sum[lane] > 0) || (k > 1 && tile.max[lane] < -FarTies.FAR);
    }

    /// The first component at which the running sum exceeds the target; never one of weight 0. The target is
    /// below the whole sum, since `uniform ≤ 1 − 2⁻⁵³`; where responsibilities sum to a little less than 1, the
    /// last of positive weight is taken.
    private int first(double[] weights, int offset, int stride, double target) {
        double sum = 0;
        int last = 0;
        for (int l = 0; l < k; l++) {
            double weight = weights[offset + l * stride];
            if (weight > 0) {
                sum += weight;
                last = l;
                if (target < sum) {
                    return l;
                }
            }
        }
        return last;
    }
}
