package org.sandglass.mixture;

import java.util.Arrays;

/// The bounds of [SinglePrecision] at one point, from the components' terms, scores and means in double precision.
final class SingleBounds {
    private static final double U = 0x1p-24;

    private final NoisyMixture law;
    private final PointTerms terms;
    private final double[] centre;
    private final int k;
    private final int d;
    private final double spread;
    private final double roundings;
    private final double ofTerms;

    SingleBounds(NoisyMixture law, double[] x) {
        SingleFrame frame = SingleFrame.of(law).orElseThrow();
        this.law = law;
        this.terms = new PointTerms(law, x);
        this.centre = frame.centre();
        this.k = law.prior().k();
        this.d = law.prior().d();
        this.spread = frame.spread();
        this.roundings = (8 + 2 * Math.sqrt(d)) * U;
        double t = frame.largestConstant() + Math.log(k) - terms.logDensity();
        this.ofTerms = roundings * (1 + t + spread);
    }

    double logDensity() {
        return ofTerms;
    }

    double score() {
        double[] none = new double[d];
        double narrowest = range(0, Double.POSITIVE_INFINITY, law::covariance)[0];
        return 2 * ofTerms * scatter(terms::precisionTimes, mean(terms::precisionTimes))
                + roundings * (scatter(terms::precisionTimes, none) + spread * Math.sqrt(d) / narrowest);
    }

    double posteriorMean() {
        double widest = range(0, Double.POSITIVE_INFINITY, law.prior()::covariance)[1];
        return 2 * ofTerms * scatter(terms::posteriorMean, mean(terms::posteriorMean))
                + roundings
                        * (scatter(terms::posteriorMean, centre)
                                + scatter(
                                        (i, m) -> System.arraycopy(
                                                law.prior().means().row(i), 0, m, 0, d),
                                        centre)
                                + spread * Math.sqrt(d) * widest);
    }

    private interface Vectors {
        void of(int k, double[] out);
    }

    private interface Covariances {
        Covariance of(int k);
    }

    /// `Σ rₖ vₖ`.
    private double[] mean(Vectors vectors) {
        double[] sum = new double[d];
        double[] v = new double[d];
        for (int i = 0; i < k; i++) {
            double r = terms.responsibilities()[i];
            if (r > 0) {
                vectors.of(i, v);
                for (int j = 0; j < d; j++) {
                    sum[j] += r * v[j];
                }
            }
        }
        return sum;
    }

    /// `Σ rₖ ‖vₖ − from‖`.
    private double scatter(Vectors vectors, double[] from) {
        double sum = 0;
        double[] v = new double[d];
        for (int i = 0; i < k; i++) {
            double r = terms.responsibilities()[i];
            if (r > 0) {
                vectors.of(i, v);
                sum += r * distance(v, from);
            }
        }
        return sum;
    }

    static double distance(double[] v, double[] w) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            sum = Math.hypot(sum, v[j] - w[j]);
        }
        return sum;
    }

    /// The smallest and the largest standard deviation of components that have weight.
    private double[] range(double high, double low, Covariances covariances) {
        double[] range = {low, high};
        for (int i = 0; i < k; i++) {
            if (law.prior().logWeight(i) > Double.NEGATIVE_INFINITY) {
                for (double std : stds(covariances.of(i))) {
                    range[0] = Math.min(range[0], std);
                    range[1] = Math.max(range[1], std);
                }
            }
        }
        return range;
    }

    private static double[] stds(Covariance covariance) {
        return switch (covariance) {
            case Isotropic isotropic -> new double[] {isotropic.std()};
            case Diagonal diagonal -> diagonal.stds();
            case Spectral spectral -> spectral.stds();
            case LowRank lowRank -> {
                double[] stds = Arrays.copyOf(lowRank.noiseStds(), lowRank.d() + 1);
                stds[lowRank.d()] = Math.sqrt(lowRank.trace());
                yield stds;
            }
        };
    }
}
