package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;

/// Mean distances of a mixture `Y`, exactly: `E‖x − Y‖ = Σₖ wₖ E‖N(x − μₖ, Σₖ)‖` from points, and `E‖Y −
/// Y′‖ = Σₖₗ wₖwₗ E‖N(μₖ − μₗ, Σₖ + Σₗ)‖` between independent draws.
///
/// Isotropic components by [NoncentralChi], all others by [MeanNorm]; relative error about 1e-14 of each
/// mean. Components of weight 0 take no part. Costs `O(nK(d + 50))` for isotropic components, `O(nK(d² +
/// 150 d))` for others, with one factorisation for each low-rank covariance.
final class MixtureDistances {
    private static final int CHUNK = 64;

    private final GaussianMixture mixture;
    private final NoncentralChi chi;
    private final double[] weights;

    MixtureDistances(GaussianMixture mixture) {
        this.mixture = mixture;
        this.chi = new NoncentralChi(mixture.d());
        this.weights = mixture.weights();
    }

    /// `E‖xᵢ − Y‖` for every point.
    double[] from(Points x, Loop loop) {
        double[] out = new double[x.n()];
        double[] largest = new double[mixture.k()];
        loop.forEach(mixture.k(), k -> largest[k] = largestSquare(x, k));
        Component[] components = new Component[mixture.k()];
        loop.forEach(components.length, k -> components[k] = component(mixture.covariance(k), largest[k]));
        loop.forEach((x.n() + CHUNK - 1) / CHUNK, chunk -> {
            double[] gap = new double[x.d()];
            for (int i = chunk * CHUNK; i < Math.min(x.n(), (chunk + 1) * CHUNK); i++) {
                out[i] = from(x, i, components, gap);
            }
        });
        return out;
    }

    private double from(Points x, int i, Component[] components, double[] gap) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                gap(x, i, k, gap);
                sum += weights[k] * components[k].meanNorm(gap);
            }
        }
        return sum;
    }

    /// `E‖Y − Y′‖`: `K(K + 1)/2` pairs, each with a factorisation of `Σₖ + Σₗ` where axes differ.
    double within(Loop loop) {
        double[] rows = new double[mixture.k()];
        loop.forEach(rows.length, k -> rows[k] = weights[k] > 0 ? weights[k] * row(k) : 0);
        return Arrays.stream(rows).sum();
    }

    /// `Σₗ wₗ E‖N(μₖ − μₗ, Σₖ + Σₗ)‖` over `l ≤ k`, those before `k` twice.
    private double row(int k) {
        double[] gap = new double[mixture.d()];
        double sum = 0;
        for (int l = 0; l <= k; l++) {
            if (weights[l] > 0) {
                double square = gap(mixture.means(), l, k, gap);
                Covariance both = sum(mixture.covariance(k), mixture.covariance(l));
                sum += (l < k ? 2 : 1) * weights[l] * component(both, square).meanNorm(gap);
            }
        }
        return sum;
    }

    private static Covariance sum(Covariance a, Covariance b) {
        return a.equals(b) ? a.scaledPlus(Math.sqrt(2), 0) : a.plus(b);
    }

    private double largestSquare(Points x, int k) {
        double[] gap = new double[x.d()];
        double largest = 0;
        for (int i = 0; i < x.n(); i++) {
            largest = Math.max(largest, gap(x, i, k, gap));
        }
        return largest;
    }

    /// `xᵢ − μₖ`, and its square.
    private double gap(Points x, int i, int k, double[] out) {
        double square = 0;
        for (int j = 0; j < out.length; j++) {
            out[j] = x.get(i, j) - mixture.means().get(k, j);
            square += out[j] * out[j];
        }
        return square;
    }

    private Component component(Covariance covariance, double largestSquare) {
        if (covariance instanceof Isotropic(double std, int _)) {
            return new Round(std, chi);
        }
        PrincipalAxes axes = PrincipalAxes.of(covariance);
        return axes.variances().length == 1
                ? new Round(Math.sqrt(axes.variances()[0]), chi)
                : new Stretched(axes, new MeanNorm(axes.variances(), axes.times(), axes.trace() + largestSquare));
    }

    /// A Gaussian about 0, asked for the mean norm when it is moved.
    private sealed interface Component {
        /// `E‖N(gap, Σ)‖`.
        double meanNorm(double[] gap);
    }

    private record Round(double std, NoncentralChi chi) implements Component {
        @Override
        public double meanNorm(double[] gap) {
            double square = 0;
            for (double each : gap) {
                square += each * each;
            }
            return std == 0 ? Math.sqrt(square) : std * chi.mean(Math.sqrt(square) / std);
        }
    }

    private record Stretched(PrincipalAxes axes, MeanNorm norm) implements Component {
        @Override
        public double meanNorm(double[] gap) {
            double[] squares = new double[axes.variances().length];
            axes.squares(gap, squares);
            return norm.of(squares);
        }
    }
}
