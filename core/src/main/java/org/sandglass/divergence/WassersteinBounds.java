package org.sandglass.divergence;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.OneSidedJacobi;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.transport.Costs;
import org.sandglass.transport.Transport;

/// Bounds on the Wasserstein distance `W₂(p, q)` between two mixtures; exact points are allowed.
public final class WassersteinBounds {
    private WassersteinBounds() {}

    /// `MW₂(p, q)`: the cheapest coupling of components, each pair at its own `W₂` (Delon and Desolneux
    /// 2020).
    ///
    /// A distance between mixtures, and the `W₂` over couplings that are Gaussian mixtures themselves.
    ///
    /// @param p a mixture
    /// @param q another of the same dimension
    /// @param loop runs the loops, on any threads
    /// @return the distance; 0 exactly for a mixture and itself; costs `O(KK′)` pairs and a transport
    ///     among them
    /// @throws IllegalArgumentException if dimensions differ
    public static double mw2(GaussianMixture p, GaussianMixture q, Loop loop) {
        Components.requireDimension(p, q);
        return mw2(Components.of(p), Components.of(q), loop);
    }

    private static double mw2(Components f, Components g, Loop loop) {
        if (f.isSameAs(g)) {
            return 0;
        }
        double[][] costs = f.table(g, Gaussians::squaredW2, loop);
        return Math.sqrt(
                Transport.solve(Costs.of(costs), f.weights(), g.weights()).cost());
    }

    /// An interval that holds `W₂(p, q)`.
    ///
    /// Above: `MW₂`. Below the largest of: the distance of the Gaussians of equal mean and covariance
    /// (Gelbrich 1990); the root of the sum of `W₂²` of the marginals along orthogonal axes, for the
    /// coordinates and for the principal axes of the two together; `MW₂ − √(2 Σ w tr Σ) − √(2 Σ w′ tr
    /// Σ′)` (Delon and Desolneux 2020, Proposition 6). Exact for two Gaussians.
    ///
    /// @param p a mixture
    /// @param q another of the same dimension
    /// @param loop runs the loops, on any threads
    /// @return the interval; 0 exactly for a mixture and itself
    /// @throws IllegalArgumentException if dimensions differ
    public static Interval w2(GaussianMixture p, GaussianMixture q, Loop loop) {
        Components.requireDimension(p, q);
        Components f = Components.of(p);
        Components g = Components.of(q);
        double upper = mw2(f, g, loop);
        if (upper == 0 || (f.k() == 1 && g.k() == 1)) {
            return Interval.exactly(upper);
        }
        double spread = Math.sqrt(2 * meanTrace(f)) + Math.sqrt(2 * meanTrace(g));
        double lower = Math.max(gelbrich(p, q), upper - spread);
        for (double[][] axes : new double[][][] {coordinates(p.d()), principalAxes(p, q)}) {
            lower = Math.max(lower, alongAxes(f, g, axes, p.mean(), loop));
        }
        return new Interval(lower, upper);
    }

    private static double meanTrace(Components f) {
        double sum = 0;
        for (int a = 0; a < f.k(); a++) {
            sum += f.weights()[a] * f.covariances()[a].trace();
        }
        return sum;
    }

    private static double gelbrich(GaussianMixture p, GaussianMixture q) {
        DMatrixRMaj gap = Matrices.minus(Matrices.column(p.mean()), Matrices.column(q.mean()));
        return Math.hypot(Roots.norm(gap), Math.sqrt(Gaussians.squaredBures(Moments.root(p), Moments.root(q))));
    }

    /// A coupling of `p` and `q` couples their marginals, so `W₂² ≥ Σᵢ W₂²` of the marginals along
    /// orthonormal axes.
    private static double alongAxes(Components f, Components g, double[][] axes, double[] centre, Loop loop) {
        double[] squares = new double[axes.length];
        loop.forEach(
                axes.length,
                i -> squares[i] = LineBound.squared(Line.of(f, axes[i], centre), Line.of(g, axes[i], centre)));
        return Math.sqrt(Arrays.stream(squares).sum());
    }

    private static double[][] coordinates(int d) {
        double[][] axes = new double[d][d];
        for (int j = 0; j < d; j++) {
            axes[j][j] = 1;
        }
        return axes;
    }

    /// The principal axes of `½ p + ½ q` in which anything varies.
    private static double[][] principalAxes(GaussianMixture p, GaussianMixture q) {
        int d = p.d();
        DMatrixRMaj gap = Matrices.minus(Matrices.column(p.mean()), Matrices.column(q.mean()));
        DMatrixRMaj all = Matrices.beside(Matrices.beside(Moments.root(p), Moments.root(q)), gap);
        double[] rows = Matrices.transpose(Triangular.ofFactor(all)).data;
        OneSidedJacobi.orthogonalise(rows, d, d);
        return IntStream.range(0, d)
                .filter(i -> OneSidedJacobi.norm(rows, i, d) > 0)
                .mapToObj(i -> unit(Arrays.copyOfRange(rows, i * d, (i + 1) * d)))
                .toArray(double[][]::new);
    }

    private static double[] unit(double[] v) {
        double length = OneSidedJacobi.norm(v, 0, v.length);
        return Arrays.stream(v).map(x -> x / length).toArray();
    }
}
