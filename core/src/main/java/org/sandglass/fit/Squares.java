package org.sandglass.fit;

import java.util.Arrays;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.Scratch;

/// The second moments that an M step needs of each component, about a reference point.
///
/// `v` holds differences from the reference, coordinate `j` of row `i` at `v[j·m + i]`, and `w` the same
/// times the rows' memberships. A component is added to by one thread at a time.
sealed interface Squares {
    /// Adds `m` rows to component `k`.
    void add(ArrayOps ops, int k, double[] v, double[] w, int m);

    /// `Σ r vⱼ²` of component `k`.
    double square(int k, int j);

    /// Puts in place of the sums of component `k` those of `n` rows with a covariance.
    void set(int k, double n, double[] matrix);

    /// Sums of squares alone, `K × d`.
    final class Axes implements Squares {
        private final int d;
        private final double[] sums;

        Axes(int k, int d) {
            this.d = d;
            this.sums = new double[k * d];
        }

        @Override
        public void add(ArrayOps ops, int k, double[] v, double[] w, int m) {
            for (int j = 0; j < d; j++) {
                sums[k * d + j] += ops.dot(w, j * m, v, j * m, m);
            }
        }

        @Override
        public double square(int k, int j) {
            return sums[k * d + j];
        }

        @Override
        public void set(int k, double n, double[] matrix) {
            for (int j = 0; j < d; j++) {
                sums[k * d + j] = n * matrix[j * d + j];
            }
        }
    }

    /// Whole matrices `Σ r v vᵀ`, of which the lower triangles are filled.
    final class Matrices implements Squares {
        private final int d;
        private final double[][] sums;

        Matrices(int k, int d) {
            this.d = d;
            this.sums = new double[k][Math.multiplyExact(d, d)];
        }

        @Override
        public void add(ArrayOps ops, int k, double[] v, double[] w, int m) {
            double[] sum = sums[k];
            for (int j = 0; j < d; j++) {
                for (int l = 0; l <= j; l++) {
                    sum[j * d + l] += ops.dot(w, j * m, v, l * m, m);
                }
            }
        }

        @Override
        public double square(int k, int j) {
            return sums[k][j * d + j];
        }

        @Override
        public void set(int k, double n, double[] matrix) {
            for (int at = 0; at < matrix.length; at++) {
                sums[k][at] = n * matrix[at];
            }
        }

        /// `Σ r vⱼvₗ`, `l ≤ j`.
        double product(int k, int j, int l) {
            return sums[k][j * d + l];
        }
    }

    /// Sums of squares, and products `Σ r v zᵀ` with the expected factors `z = βv`: what a factor analyser
    /// needs, in `K·d·R` numbers rather than `K·d²`.
    final class Factors implements Squares {
        private final int d;
        private final int rank;
        private final FactorPosterior[] posteriors;
        private final Axes axes;
        private final double[][] products;

        /// @param posteriors the laws of the factors, all of one rank
        Factors(FactorPosterior[] posteriors, int d) {
            this.d = d;
            this.rank = posteriors[0].rank();
            this.posteriors = posteriors;
            this.axes = new Axes(posteriors.length, d);
            this.products = new double[posteriors.length][d * rank];
        }

        @Override
        public void add(ArrayOps ops, int k, double[] v, double[] w, int m) {
            axes.add(ops, k, v, w, m);
            double[] z = Scratch.take(m);
            for (int r = 0; r < rank; r++) {
                Arrays.fill(z, 0, m, 0);
                for (int j = 0; j < d; j++) {
                    ops.axpy(posteriors[k].beta().get(r, j), v, j * m, z, 0, m);
                }
                for (int j = 0; j < d; j++) {
                    products[k][j * rank + r] += ops.dot(w, j * m, z, 0, m);
                }
            }
            Scratch.give(z);
        }

        @Override
        public double square(int k, int j) {
            return axes.square(k, j);
        }

        @Override
        public void set(int k, double n, double[] matrix) {
            throw new IllegalStateException("the products with factors are not those of a covariance");
        }

        /// `Σ r v zᵀ` of component `k`, `d × R`.
        double[] products(int k) {
            return products[k];
        }

        FactorPosterior posterior(int k) {
            return posteriors[k];
        }
    }
}
