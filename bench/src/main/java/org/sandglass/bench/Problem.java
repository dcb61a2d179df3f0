package org.sandglass.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Outputs;

/// `n` points and an equally weighted mixture of `k` diagonal components in `d` dimensions, drawn as
/// `problem(n, k, d)` of `bench/peers.py` draws them: points and means from `N(0, 9)`, standard deviations
/// uniform on `[0.3, 1.3]`.
///
/// With the answers of the plain formula, to check others by.
final class Problem {
    private static final double TOLERANCE = 1e-10;

    private final Points x;
    private final Points means;
    private final double[][] stds;

    private Problem(Points x, Points means, double[][] stds) {
        this.x = x;
        this.means = means;
        this.stds = stds;
    }

    /// Of a size written `NxKxD`, such as `100000x40x2`.
    static Problem of(String size) {
        int[] parts =
                Arrays.stream(size.split("x", 3)).mapToInt(Integer::parseInt).toArray();
        return of(parts[0], parts[1], parts[2]);
    }

    static Problem of(int n, int k, int d) {
        SplittableRandom random = new SplittableRandom(0);
        Points x = normals(random, n, d);
        Points means = normals(random, k, d);
        double[][] stds = new double[k][];
        Arrays.setAll(stds, _ -> random.doubles(d, 0.3, 1.3).toArray());
        return new Problem(x, means, stds);
    }

    private static Points normals(SplittableRandom random, int n, int d) {
        double[] numbers = new double[n * d];
        Arrays.setAll(numbers, _ -> 3 * random.nextGaussian());
        return Points.wrap(numbers, n, d);
    }

    Points x() {
        return x;
    }

    int k() {
        return means.n();
    }

    GaussianMixture mixture() {
        List<Diagonal> covariances = new ArrayList<>();
        for (double[] each : stds) {
            covariances.add(Diagonal.of(each));
        }
        return GaussianMixture.equallyWeighted(means, covariances);
    }

    /// Room for log density and score of every point.
    Outputs room() {
        return new Outputs(new double[x.n()], new double[x.n() * x.d()], new double[0]);
    }

    /// Compares log density and score of some points with the plain formula.
    ///
    /// @throws IllegalStateException if they differ by more than 1e-10, relative beyond 1
    void check(Outputs answer) {
        for (int i = 0; i < x.n(); i += Math.max(1, x.n() / 7)) {
            PlainLaw law = law(1, 0);
            Check.near("log density of point " + i, answer.logDensity()[i], law.logDensity(x.row(i)), TOLERANCE);
            double[] score = law.score(x.row(i));
            for (int j = 0; j < x.d(); j++) {
                Check.near("score[" + j + "] of point " + i, answer.score()[i * x.d() + j], score[j], TOLERANCE);
            }
        }
    }

    /// The law of `a·x₀ + b·z`, by the plain formula.
    PlainLaw law(double a, double b) {
        return new PlainLaw(means, stds, a, b);
    }
}
