package org.sandglass.mixture;

import org.sandglass.linalg.Points;

/// Some rows of many points, evaluated in double precision and put back in their places.
///
/// @param rows which
@SuppressWarnings("ArrayRecordComponent") // made for one use; never compared
record PickedRows(int[] rows) {
    private static final double[] NONE = {};

    void evaluate(NoisyMixture law, Points points, Outputs out) {
        int d = points.d();
        Points x = Points.zeros(rows.length, d);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(points.data(), rows[i] * d, x.data(), i * d, d);
        }
        Outputs picked = new Outputs(
                out.wantsLogDensity() ? new double[rows.length] : NONE,
                out.wantsScore() ? new double[rows.length * d] : NONE,
                out.wantsPosteriorMean() ? new double[rows.length * d] : NONE);
        law.evaluate(x, 0, rows.length, picked);
        for (int i = 0; i < rows.length; i++) {
            putBack(picked.logDensity(), i, out.logDensity(), 1);
            putBack(picked.score(), i, out.score(), d);
            putBack(picked.posteriorMean(), i, out.posteriorMean(), d);
        }
    }

    private void putBack(double[] from, int i, double[] to, int size) {
        if (to.length > 0) {
            System.arraycopy(from, i * size, to, rows[i] * size, size);
        }
    }
}
