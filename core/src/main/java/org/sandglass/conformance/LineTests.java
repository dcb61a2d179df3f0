package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.metric.LineLaw;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// Kolmogorov and Smirnov's test along lines: up to eight axes, and in more than one dimension four random
/// directions.
///
/// @param directions of the lines
/// @param laws of the mixture along each
record LineTests(List<double[]> directions, List<LineLaw> laws) {
    private static final int AXES = 8;
    private static final int RANDOM = 4;

    static LineTests of(GaussianMixture exact, long seed) {
        List<double[]> directions = new ArrayList<>();
        for (int j = 0; j < Math.min(AXES, exact.d()); j++) {
            double[] axis = new double[exact.d()];
            axis[j] = 1;
            directions.add(axis);
        }
        RandomStream stream = RandomStreams.of(seed).stream("conformance lines");
        for (int l = 0; l < (exact.d() > 1 ? RANDOM : 0); l++) {
            double[] direction = new double[exact.d()];
            stream.fillNormals(direction, 0, direction.length);
            directions.add(direction);
        }
        return new LineTests(
                directions,
                directions.stream().map(each -> LineLaw.along(exact, each)).toList());
    }

    /// The largest of the distances `sup |F̂ − F|`.
    double distance(Points x) {
        double worst = 0;
        for (int l = 0; l < directions.size(); l++) {
            worst = Math.max(worst, distance(projected(x, directions.get(l)), laws.get(l)));
        }
        return worst;
    }

    /// The chance that exact draws are as far on one of the lines, at most (Bonferroni).
    double pValue(Points x) {
        return Math.min(1, directions.size() * pValue(x.n(), distance(x)));
    }

    /// The limit law `2 Σ (−1)^(j−1) e^(−2j²λ²)` with Stephens's `λ = (√n + 0.12 + 0.11/√n) D`: within some
    /// per cent of the tail for a hundred points or more.
    private static double pValue(int n, double distance) {
        double lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
        if (lambda < 0.3) {
            return 1;
        }
        double p = 0;
        for (int j = 1; j < 100; j++) {
            p += (j % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * j * j * lambda * lambda);
        }
        return Math.clamp(p, 0, 1);
    }

    private static double distance(double[] sorted, LineLaw law) {
        double worst = 0;
        for (int i = 0; i < sorted.length; i++) {
            double cdf = law.cdf(sorted[i]);
            worst = Math.max(worst, Math.max(cdf - (double) i / sorted.length, (i + 1.0) / sorted.length - cdf));
        }
        return worst;
    }

    private static double[] projected(Points x, double[] direction) {
        double[] out = new double[x.n()];
        for (int i = 0; i < x.n(); i++) {
            for (int j = 0; j < x.d(); j++) {
                out[i] += direction[j] * x.get(i, j);
            }
        }
        Arrays.sort(out);
        return out;
    }
}
