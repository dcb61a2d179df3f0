package org.sandglass.mixture;

import org.sandglass.linalg.Points;

/// Rows that single precision does not suit: collected, since many are quicker than one by one, and evaluated in
/// double precision.
final class FarRows {
    private static final int MOST = 256;
    private static final int[] NO_ROWS = {};
    private static final double[] NONE = {};

    private final NoisyMixture law;
    private final Outputs out;
    private int[] rows = NO_ROWS;
    private int count;

    FarRows(NoisyMixture law, Outputs out) {
        this.law = law;
        this.out = out;
    }

    /// Takes a row, and evaluates those taken so far if there are many.
    void add(Points points, int row) {
        if (rows.length == 0) {
            rows = new int[MOST];
        }
        rows[count++] = row;
        if (count == MOST) {
            evaluate(points);
        }
    }

    /// Evaluates what has been taken into its places in the outputs.
    void evaluate(Points points) {
        if (count == 0) {
            return;
        }
        int d = points.d();
        Points x = Points.zeros(count, d);
        for (int i = 0; i < count; i++) {
            System.arraycopy(points.data(), rows[i] * d, x.data(), i * d, d);
        }
        Outputs found = room(d);
        law.evaluateDensely(x, 0, count, found);
        putBack(found.logDensity(), out.logDensity(), 1);
        putBack(found.score(), out.score(), d);
        putBack(found.posteriorMean(), out.posteriorMean(), d);
        count = 0;
    }

    private Outputs room(int d) {
        return new Outputs(
                out.wantsLogDensity() ? new double[count] : NONE,
                out.wantsScore() ? new double[count * d] : NONE,
                out.wantsPosteriorMean() ? new double[count * d] : NONE);
    }

    private void putBack(double[] from, double[] to, int size) {
        for (int i = 0; i < count && to.length > 0; i++) {
            System.arraycopy(from, i * size, to, rows[i] * size, size);
        }
    }
}
