package org.sandglass.mixture;

/// Second derivatives and posterior covariances at one point, centred before squaring so that nothing
/// cancels.
final class SecondOrder {
    private final NoisyMixture law;
    private final double[] r;
    private final PointTerms terms;
    private final int d;

    SecondOrder(NoisyMixture law, PointTerms terms) {
        this.law = law;
        this.terms = terms;
        this.r = terms.responsibilities();
        this.d = law.prior().d();
    }

    double[] hessian() {
        double[] out = spread(precisionVectors());
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                subtractPrecision(law.covariance(k), r[k], out);
            }
        }
        return symmetrise(out);
    }

    double divergence() {
        double[][] u = precisionVectors();
        double sum = 0;
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                sum += r[k] * (Diagonal.sumOfSquares(u[k]) - law.covariance(k).precisionTrace());
            }
        }
        return sum;
    }

    double[] hessianTimes(double[] v) {
        return times(precisionVectors(), v, (k, out, scratch) -> {
            Whitening.whiten(law.covariance(k), v, scratch);
            Whitening.unwhiten(law.covariance(k), scratch, out);
            negate(out);
        });
    }

    double[] posteriorCovariance() {
        double[] out = spread(posteriorMeans());
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                double[] v = law.prior()
                        .covariance(k)
                        .givenNoisyLook(law.a(), law.b())
                        .matrix();
                for (int i = 0; i < v.length; i++) {
                    out[i] = Math.fma(r[k], v[i], out[i]);
                }
            }
        }
        return out;
    }

    double[] posteriorCovarianceTimes(double[] v) {
        return times(
                posteriorMeans(),
                v,
                (k, out, scratch) ->
                        Whitening.apply(law.prior().covariance(k).givenNoisyLook(law.a(), law.b()), v, out, scratch));
    }

    /// What one component adds to a product with a vector.
    @FunctionalInterface
    private interface Part {
        void of(int k, double[] out, double[] scratch);
    }

    /// `Σ rₖ (Aₖv + wₖ⟨wₖ, v⟩)`.
    private double[] times(double[][] w, double[] v, Part a) {
        double[] out = new double[d];
        double[] part = new double[d];
        double[] scratch = new double[law.whitenedLength()];
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                a.of(k, part, scratch);
                double along = 0;
                for (int j = 0; j < d; j++) {
                    along = Math.fma(w[k][j], v[j], along);
                }
                for (int j = 0; j < d; j++) {
                    out[j] += r[k] * (part[j] + along * w[k][j]);
                }
            }
        }
        return out;
    }

    private static void negate(double[] vector) {
        for (int j = 0; j < vector.length; j++) {
            vector[j] = -vector[j];
        }
    }

    /// `uₖ − ū` for every component that matters.
    double[][] precisionVectors() {
        double[][] u = new double[r.length][d];
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                terms.precisionTimes(k, u[k]);
            }
        }
        return centred(u);
    }

    /// `mₖ − m̄` for every component that matters. Where there is little noise the means all but agree, and
    /// `mₖ = (x − b²uₖ)/a` gives their differences without cancellation; where there is much, `mₖ = μₖ +
    /// aΣₖuₖ` does.
    double[][] posteriorMeans() {
        if (law.b() <= law.a()) {
            double[][] away = precisionVectors();
            double factor = law.b() * (law.b() / law.a());
            for (double[] vector : away) {
                for (int j = 0; j < d; j++) {
                    vector[j] *= factor;
                }
            }
            return away;
        }
        double[][] m = new double[r.length][d];
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                terms.posteriorMean(k, m[k]);
            }
        }
        return centred(m);
    }

    /// Takes the mean under the responsibilities away, after the vector of the leading component: the
    /// responsibilities add up to 1 only to rounding, and what is common to all vectors, as `C⁻¹x` is far
    /// away, must go without leaving that rounding behind.
    private double[][] centred(double[][] vectors) {
        subtract(vectors, vectors[leader()].clone());
        double[] mean = new double[d];
        for (int k = 0; k < r.length; k++) {
            for (int j = 0; j < d && r[k] > 0; j++) {
                mean[j] = Math.fma(r[k], vectors[k][j], mean[j]);
            }
        }
        subtract(vectors, mean);
        return vectors;
    }

    private int leader() {
        int leader = 0;
        for (int k = 1; k < r.length; k++) {
            leader = r[k] > r[leader] ? k : leader;
        }
        return leader;
    }

    private static void subtract(double[][] vectors, double[] away) {
        for (double[] vector : vectors) {
            for (int j = 0; j < away.length; j++) {
                vector[j] -= away[j];
            }
        }
    }

    /// `Σ rₖ vₖvₖᵀ`.
    private double[] spread(double[][] vectors) {
        double[] out = new double[Math.multiplyExact(d, d)];
        for (int k = 0; k < r.length; k++) {
            for (int i = 0; i < d && r[k] > 0; i++) {
                for (int j = 0; j < d; j++) {
                    out[i * d + j] += r[k] * (vectors[k][i] * vectors[k][j]);
                }
            }
        }
        return out;
    }

    private void subtractPrecision(Covariance c, double weight, double[] out) {
        double[] unit = new double[d];
        double[] column = new double[d];
        double[] w = new double[law.whitenedLength()];
        for (int i = 0; i < d; i++) {
            unit[i] = 1;
            Whitening.whiten(c, unit, w);
            Whitening.unwhiten(c, w, column);
            unit[i] = 0;
            for (int j = 0; j < d; j++) {
                out[i * d + j] = Math.fma(-weight, column[j], out[i * d + j]);
            }
        }
    }

    private double[] symmetrise(double[] matrix) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double mean = matrix[i * d + j] / 2 + matrix[j * d + i] / 2;
                matrix[i * d + j] = mean;
                matrix[j * d + i] = mean;
            }
        }
        return matrix;
    }
}
