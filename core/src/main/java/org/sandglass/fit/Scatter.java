package org.sandglass.fit;

import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;
import org.sandglass.linalg.Points;

/// What an M step needs to know of the data: for each component the sum of memberships `Nₖ`, and first and
/// second moments about a reference point near its mean, so that nothing cancels.
///
/// Each component is summed by one thread in the order of the rows, hence the sums do not depend on threads.
final class Scatter {
    /// A smaller part of a row counts as none: 10⁹ of them are 10⁻²¹ of a row, below the rounding of any
    /// component that is not empty. In most data most parts are smaller, and products with them fall out of
    /// the range of fast numbers.
    private static final double LEAST = 0x1p-100;

    private final Points references;
    private final int d;
    private final Squares squares;
    private final double[] counts;
    private final double[] sums;

    /// Nothing yet.
    ///
    /// @param references a point for each component
    Scatter(Points references, Squares squares) {
        this(references, squares, new double[references.n()]);
    }

    /// Sums that are known, about the means themselves.
    Scatter(Points means, Squares squares, double[] counts) {
        this.references = means;
        this.d = means.d();
        this.squares = squares;
        this.counts = counts;
        this.sums = new double[means.n() * d];
    }

    int k() {
        return counts.length;
    }

    int d() {
        return d;
    }

    /// `Nₖ = Σ rₖ` of all components.
    double[] counts() {
        return counts.clone();
    }

    /// `Nₖ = Σ rₖ`.
    double count(int k) {
        return counts[k];
    }

    /// `Σ rₖ vⱼ / Nₖ`, how far the mean is from the reference; 0 for a component of nothing.
    double shift(int k, int j) {
        return counts[k] > 0 ? sums[k * d + j] / counts[k] : 0;
    }

    /// `Σ rₖ (xⱼ − mⱼ)²` about the mean.
    double square(int k, int j) {
        return squares.square(k, j) - sums[k * d + j] * shift(k, j);
    }

    /// `Σ rₖ (xⱼ − mⱼ)(xₗ − mₗ)` about the mean, `l ≤ j`.
    double product(Squares.Matrices matrices, int k, int j, int l) {
        return matrices.product(k, j, l) - sums[k * d + j] * shift(k, l);
    }

    Squares squares() {
        return squares;
    }

    /// The means: the references, shifted.
    Points means() {
        Points means = references.copy();
        for (int at = 0; at < means.data().length; at++) {
            means.data()[at] += shift(at / d, at % d);
        }
        return means;
    }

    /// Adds a chunk to one component.
    void add(int k, Chunk chunk) {
        double[] v = Scratch.take(d * chunk.n());
        double[] r = Scratch.take(chunk.n());
        int m = gather(k, chunk, v, r);
        if (m > 0) {
            add(k, v, r, m);
        }
        Scratch.give(r);
        Scratch.give(v);
    }

    private void add(int k, double[] v, double[] r, int m) {
        ArrayOps ops = ArrayOps.forWork((long) m * d);
        double[] w = Scratch.take(d * m);
        counts[k] += ops.sum(r, 0, m);
        for (int j = 0; j < d; j++) {
            ops.multiply(r, 0, v, j * m, w, j * m, m);
            sums[k * d + j] += ops.sum(w, j * m, m);
        }
        squares.add(ops, k, v, w, m);
        Scratch.give(w);
    }

    /// Differences and memberships of the rows that have a part in the component; says how many.
    private int gather(int k, Chunk chunk, double[] v, double[] r) {
        int n = chunk.n();
        int[] rows = new int[n];
        int m = 0;
        for (int i = 0; i < n; i++) {
            double part = chunk.responsibilities()[k * n + i];
            r[m] = part;
            rows[m] = i;
            m += part >= LEAST ? 1 : 0;
        }
        for (int j = 0; j < d; j++) {
            gather(chunk.x(), j * n, references.get(k, j), rows, v, j * m, m);
        }
        return m;
    }

    private static void gather(double[] x, int from, double reference, int[] rows, double[] v, int to, int m) {
        for (int i = 0; i < m; i++) {
            v[to + i] = x[from + rows[i]] - reference;
        }
    }
}
