package org.sandglass.mixture;

/// The slow, safe evaluation of one point at which the fused pass overflows.
final class FarPoint {
    private final PointTerms terms;
    private final int k;
    private final int d;

    FarPoint(NoisyMixture law, double[] x) {
        this.terms = new PointTerms(law, x);
        this.k = law.prior().k();
        this.d = law.prior().d();
    }

    void store(int row, Outputs out) {
        if (out.wantsLogDensity()) {
            out.logDensity()[row] = terms.logDensity();
        }
        double[] score = new double[d];
        double[] mean = new double[d];
        sum(score, mean);
        if (out.wantsScore()) {
            System.arraycopy(score, 0, out.score(), row * d, d);
        }
        if (out.wantsPosteriorMean()) {
            System.arraycopy(mean, 0, out.posteriorMean(), row * d, d);
        }
    }

    private void sum(double[] score, double[] mean) {
        double[] u = new double[d];
        double[] m = new double[d];
        for (int i = 0; i < k; i++) {
            double r = terms.responsibilities()[i];
            if (r > 0) {
                terms.precisionTimes(i, u);
                terms.posteriorMean(i, m);
                for (int j = 0; j < d; j++) {
                    score[j] = Math.fma(-r, u[j], score[j]);
                    mean[j] = Math.fma(r, m[j], mean[j]);
                }
            }
        }
    }
}
