package org.sandglass.mixture;

import org.sandglass.linalg.Points;

/// Evaluates points one by one over the few components that matter, and hands those near many, or far from all,
/// to the dense evaluation.
///
/// Which way a point goes, and every bit of its answer, depends on the point and the law alone.
final class PrunedEvaluator {
    /// Rows that are looked at before those left over are evaluated together.
    private static final int CHUNK = 1024;

    private final NoisyMixture law;
    private final Dense dense;
    private final PointSum sum;
    private final int d;
    private final int[] left = new int[CHUNK];
    private long evaluated;

    /// Evaluates rows over all components.
    @FunctionalInterface
    interface Dense {
        /// Fills the rows `[from, to)` of the outputs.
        void evaluate(Points points, int from, int to, Outputs out);
    }

    PrunedEvaluator(NoisyMixture law, NoisyTree tree, boolean score, boolean posteriorMean) {
        this(law, tree, score, posteriorMean, law::evaluateDensely);
    }

    PrunedEvaluator(NoisyMixture law, NoisyTree tree, boolean score, boolean posteriorMean, Dense dense) {
        this.law = law;
        this.dense = dense;
        this.d = law.prior().d();
        this.sum = PointSum.of(law, tree, score, posteriorMean);
    }

    /// Evaluates the rows `[from, to)` of the points into the same rows of the outputs. Only once.
    void evaluate(Points points, int from, int to, Outputs out) {
        for (int start = from; start < to; start += CHUNK) {
            chunk(points, start, Math.min(to, start + CHUNK), out);
        }
        sum.release();
    }

    /// How many components were evaluated so far, over all points.
    long evaluated() {
        return evaluated;
    }

    private void chunk(Points points, int from, int to, Outputs out) {
        int count = 0;
        for (int row = from; row < to; row++) {
            boolean found = sum.find(points, row) && sum.store(row, out);
            evaluated += sum.evaluated();
            if (!found) {
                left[count++] = row;
                evaluated += law.prior().k();
            }
        }
        if (count == to - from) {
            dense.evaluate(points, from, to, out);
        } else if (count > 0) {
            evaluateLeft(points, count, out);
        }
    }

    private void evaluateLeft(Points points, int count, Outputs out) {
        Points some = Points.zeros(count, d);
        for (int i = 0; i < count; i++) {
            System.arraycopy(points.data(), left[i] * d, some.data(), i * d, d);
        }
        Outputs results = new Outputs(
                new double[out.wantsLogDensity() ? count : 0],
                new double[out.wantsScore() ? count * d : 0],
                new double[out.wantsPosteriorMean() ? count * d : 0]);
        dense.evaluate(some, 0, count, results);
        scatter(results.logDensity(), 1, out.logDensity());
        scatter(results.score(), d, out.score());
        scatter(results.posteriorMean(), d, out.posteriorMean());
    }

    private void scatter(double[] results, int width, double[] out) {
        for (int i = 0; i * width < results.length; i++) {
            System.arraycopy(results, i * width, out, left[i] * width, width);
        }
    }
}
