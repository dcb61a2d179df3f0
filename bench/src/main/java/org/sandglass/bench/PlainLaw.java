package org.sandglass.bench;

import org.sandglass.linalg.Points;

/// An equally weighted mixture of diagonal Gaussians after noise, `Σₖ N(x; aμₖ, a²sₖ² + b²) / K`, written
/// down as in a textbook: slow, and easy to see to be right.
final class PlainLaw {
    private final Points means;
    private final double[][] stds;
    private final double a;
    private final double b;
    private final double[] terms;

    PlainLaw(Points means, double[][] stds, double a, double b) {
        this.means = means;
        this.stds = stds;
        this.a = a;
        this.b = b;
        this.terms = new double[means.n()];
    }

    double logDensity(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < terms.length; k++) {
            terms[k] = logTerm(k, x);
            largest = Math.max(largest, terms[k]);
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }

    private double logTerm(int k, double[] x) {
        double log = -Math.log(means.n());
        for (int j = 0; j < x.length; j++) {
            double gap = x[j] - a * means.get(k, j);
            log -= 0.5 * (Math.log(2 * Math.PI * variance(k, j)) + gap * gap / variance(k, j));
        }
        return log;
    }

    double[] score(double[] x) {
        double logDensity = logDensity(x);
        double[] score = new double[x.length];
        for (int k = 0; k < terms.length; k++) {
            double responsibility = Math.exp(terms[k] - logDensity);
            for (int j = 0; j < x.length; j++) {
                score[j] -= responsibility * (x[j] - a * means.get(k, j)) / variance(k, j);
            }
        }
        return score;
    }

    private double variance(int k, int j) {
        double signal = a * stds[k][j];
        return signal * signal + b * b;
    }
}
