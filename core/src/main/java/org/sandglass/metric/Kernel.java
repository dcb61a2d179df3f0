package org.sandglass.metric;

import org.sandglass.linalg.Points;

/// A positive definite kernel `k(x, y)`, of which a maximum mean discrepancy is made.
sealed interface Kernel {
    /// `k(xᵢ, yₗ)`.
    double of(Points x, int i, Points y, int l);

    /// A sum of Gaussians, `Σ_b exp(−‖x − y‖²/(2v_b))`. A variance of 0 is the limit, 1 where `x = y`
    /// and else 0.
    final class Gaussians implements Kernel {
        private final double[] rates;

        private Gaussians(double[] rates) {
            this.rates = rates;
        }

        /// @param variances `v_b ≥ 0`
        static Gaussians ofVariances(double... variances) {
            double[] rates = new double[variances.length];
            for (int b = 0; b < rates.length; b++) {
                rates[b] = 0.5 / variances[b];
            }
            return new Gaussians(rates);
        }

        /// One Gaussian of standard deviation `s`.
        static Gaussians ofBandwidth(double s) {
            return ofVariances(s * s);
        }

        @Override
        public double of(Points x, int i, Points y, int l) {
            double square = Rows.square(x, i, y, l);
            if (square == 0) {
                return rates.length;
            }
            double sum = 0;
            for (double rate : rates) {
                sum += Math.exp(-rate * square);
            }
            return sum;
        }

        /// `k(x, x)`.
        double atZero() {
            return rates.length;
        }
    }

    /// `⟨x, y⟩`.
    record Linear() implements Kernel {
        @Override
        public double of(Points x, int i, Points y, int l) {
            return Rows.dot(x, i, y, l);
        }
    }

    /// `(⟨x, y⟩ + c)²`.
    record Quadratic(double c) implements Kernel {
        @Override
        public double of(Points x, int i, Points y, int l) {
            double root = Rows.dot(x, i, y, l) + c;
            return root * root;
        }
    }
}
