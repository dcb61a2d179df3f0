package org.sandglass.divergence;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.OneSidedJacobi;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.Covariance;

/// What is exact between two Gaussians `p = N(m, Σ)` and `q = N(n, Λ)`.
///
/// Everything rests on square roots (`docs/math/bounds.md`): the divergences on the ratios `aᵢ`, singular
/// values of `Λ^{−1/2} Σ^{1/2}`, the transport on `‖G − H Q‖` with the best rotation `Q`. So nothing
/// cancels between nearly equal Gaussians, and equal ones are at distance 0 exactly. All need `Σ` and `Λ`
/// positive definite except the Wasserstein distance. Costs `O(d)` where both have independent
/// coordinates, else `O(d³)`.
public final class Gaussians {
    private Gaussians() {}

    /// `KL(p‖q) = ½ (tr Λ⁻¹Σ + (m − n)ᵀ Λ⁻¹ (m − n) − d + ln det Λ/det Σ)`.
    ///
    /// @param m mean of `p`
    /// @param sigma covariance of `p`
    /// @param n mean of `q`
    /// @param lambda covariance of `q`
    /// @return in nats, `≥ 0`
    /// @throws IllegalArgumentException if dimensions differ or a covariance is not positive definite
    public static double kl(double[] m, Covariance sigma, double[] n, Covariance lambda) {
        requireDensities(m, sigma, n, lambda);
        double distance = mahalanobis(lambda, difference(m, n));
        double sum = distance * distance;
        for (double a : ratios(sigma, lambda)) {
            sum += Logs.excess((a - 1) * (a + 1));
        }
        return sum / 2;
    }

    /// The Chernoff divergence `−ln ∫ p^{1−α} q^α = ½ α(1−α) (m−n)ᵀ M⁻¹ (m−n) + ½ ln (det M / (det Σ^α
    /// det Λ^{1−α}))` with `M = αΣ + (1−α)Λ`.
    ///
    /// @param alpha in `[0, 1]`
    /// @param m mean of `p`
    /// @param sigma covariance of `p`
    /// @param n mean of `q`
    /// @param lambda covariance of `q`
    /// @return `≥ 0`, 0 at both ends
    /// @throws IllegalArgumentException if alpha is out of range, dimensions differ or a covariance is
    ///     not positive definite
    public static double chernoff(double alpha, double[] m, Covariance sigma, double[] n, Covariance lambda) {
        requireDensities(m, sigma, n, lambda);
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be in [0, 1], got " + alpha);
        }
        double distance = mahalanobisOfSum(alpha, sigma, 1 - alpha, lambda, difference(m, n));
        double sum = alpha * (1 - alpha) * distance * distance;
        for (double a : ratios(sigma, lambda)) {
            double e = (a - 1) * (a + 1);
            sum += Math.log1p(alpha * e) - alpha * Math.log1p(e);
        }
        return sum / 2;
    }

    /// The Bhattacharyya distance `−ln ∫ √(p q)`; the squared Hellinger distance is `1 − e^{−this}`.
    ///
    /// @param m mean of `p`
    /// @param sigma covariance of `p`
    /// @param n mean of `q`
    /// @param lambda covariance of `q`
    /// @return `≥ 0`
    /// @throws IllegalArgumentException if dimensions differ or a covariance is not positive definite
    public static double bhattacharyya(double[] m, Covariance sigma, double[] n, Covariance lambda) {
        return chernoff(0.5, m, sigma, n, lambda);
    }

    /// The Fisher divergence `E_p ‖∇ln p − ∇ln q‖² = ‖(Λ⁻¹ − Σ⁻¹) Σ^{1/2}‖² + ‖Λ⁻¹(m − n)‖²`.
    ///
    /// @param m mean of `p`
    /// @param sigma covariance of `p`
    /// @param n mean of `q`
    /// @param lambda covariance of `q`
    /// @return `≥ 0`
    /// @throws IllegalArgumentException if dimensions differ or a covariance is not positive definite
    public static double fisher(double[] m, Covariance sigma, double[] n, Covariance lambda) {
        requireDensities(m, sigma, n, lambda);
        double drift = Roots.norm(precisionTimes(lambda, Matrices.column(difference(m, n))));
        if (sigma.equals(lambda)) {
            return drift * drift;
        }
        DMatrixRMaj g = Roots.factor(sigma);
        double spread = Roots.norm(Matrices.minus(precisionTimes(lambda, g), precisionTimes(sigma, g)));
        return drift * drift + spread * spread;
    }

    /// `ln ∫ p q = ln N(m; n, Σ + Λ)`.
    ///
    /// @param m mean of `p`
    /// @param sigma covariance of `p`
    /// @param n mean of `q`
    /// @param lambda covariance of `q`
    /// @return any sign
    /// @throws IllegalArgumentException if dimensions differ or a covariance is not positive definite
    public static double logOverlap(double[] m, Covariance sigma, double[] n, Covariance lambda) {
        requireDensities(m, sigma, n, lambda);
        double[] s = Roots.independentStds(sigma);
        double[] l = Roots.independentStds(lambda);
        double[] gap = difference(m, n);
        double log = -0.5 * gap.length * Math.log(2 * Math.PI);
        if (s.length > 0 && l.length > 0) {
            for (int j = 0; j < s.length; j++) {
                double total = Math.hypot(s[j], l[j]);
                log -= Math.log(total) + 0.5 * (gap[j] / total) * (gap[j] / total);
            }
            return log;
        }
        DMatrixRMaj t = Roots.ofSum(1, sigma, 1, lambda);
        double distance = Roots.norm(Triangular.solve(t, Matrices.column(gap)));
        return log - 0.5 * Triangular.logDeterminantOfSquare(t) - 0.5 * distance * distance;
    }

    /// `W₂²(p, q) = ‖m − n‖² + tr Σ + tr Λ − 2 tr (Σ^{1/2} Λ Σ^{1/2})^{1/2}`; point masses are allowed.
    ///
    /// @param m mean of `p`
    /// @param sigma covariance of `p`
    /// @param n mean of `q`
    /// @param lambda covariance of `q`
    /// @return the square of the distance, `≥ 0`
    /// @throws IllegalArgumentException if dimensions differ
    public static double squaredW2(double[] m, Covariance sigma, double[] n, Covariance lambda) {
        requireDimensions(m, sigma, n, lambda);
        double gap = Roots.norm(Matrices.column(difference(m, n)));
        return gap * gap + squaredBures(sigma, lambda);
    }

    /// The squared Bures distance `min_Q ‖G − H Q‖²` over rotations, `GGᵀ = Σ`, `HHᵀ = Λ` (Bhatia, Jain
    /// and Lim 2019).
    ///
    /// As the length of a difference it loses no digits where `Σ` and `Λ` are close or nearly singular;
    /// the rounding of `Q` counts to second order only.
    ///
    /// @param sigma one covariance
    /// @param lambda another, of the same dimension
    /// @return `≥ 0`
    public static double squaredBures(Covariance sigma, Covariance lambda) {
        double[] s = Roots.independentStds(sigma);
        double[] l = Roots.independentStds(lambda);
        if (s.length > 0 && l.length > 0) {
            Arrays.setAll(s, j -> s[j] - l[j]);
            double norm = Roots.norm(Matrices.column(s));
            return norm * norm;
        }
        if (sigma.equals(lambda)) {
            return 0;
        }
        return squaredBures(square(Roots.factor(sigma)), square(Roots.factor(lambda)));
    }

    /// The same from square roots, `d × d`.
    static double squaredBures(DMatrixRMaj g, DMatrixRMaj h) {
        DMatrixRMaj difference = Matrices.minus(g, Matrices.times(h, rotation(Matrices.transposeTimes(h, g))));
        double norm = Roots.norm(difference);
        return norm * norm;
    }

    private static DMatrixRMaj square(DMatrixRMaj g) {
        return g.numCols == g.numRows ? g : Triangular.ofFactor(g);
    }

    /// The orthogonal polar factor `U Vᵀ` of `M = U S Vᵀ`.
    private static DMatrixRMaj rotation(DMatrixRMaj m) {
        var svd = DecompositionFactory_DDRM.svd(m.numRows, m.numCols, true, true, false);
        svd.decompose(m.copy());
        return Matrices.times(svd.getU(null, false), svd.getV(null, true));
    }

    /// The singular values of `Λ^{−1/2} Σ^{1/2}`, exactly 1 where the two are equal.
    private static double[] ratios(Covariance sigma, Covariance lambda) {
        double[] s = Roots.independentStds(sigma);
        double[] l = Roots.independentStds(lambda);
        double[] ratios = new double[sigma.d()];
        if (s.length > 0 && l.length > 0) {
            Arrays.setAll(ratios, j -> s[j] / l[j]);
        } else if (sigma.equals(lambda)) {
            Arrays.fill(ratios, 1);
        } else {
            DMatrixRMaj a = Roots.whiten(lambda, Roots.factor(sigma));
            OneSidedJacobi.orthogonalise(a.data, a.numRows, a.numCols);
            Arrays.setAll(ratios, i -> OneSidedJacobi.norm(a.data, i, a.numCols));
        }
        return ratios;
    }

    /// `‖Λ^{−1/2} v‖`.
    private static double mahalanobis(Covariance lambda, double[] v) {
        return Roots.norm(Roots.whiten(lambda, Matrices.column(v)));
    }

    /// `‖(aΣ + bΛ)^{−1/2} v‖`.
    private static double mahalanobisOfSum(double a, Covariance sigma, double b, Covariance lambda, double[] v) {
        double[] s = Roots.independentStds(sigma);
        double[] l = Roots.independentStds(lambda);
        if (s.length > 0 && l.length > 0) {
            Arrays.setAll(s, j -> v[j] / Math.hypot(Math.sqrt(a) * s[j], Math.sqrt(b) * l[j]));
            return Roots.norm(Matrices.column(s));
        }
        return Roots.norm(Triangular.solve(Roots.ofSum(a, sigma, b, lambda), Matrices.column(v)));
    }

    /// `Λ⁻¹ M = Wᵀ W M`.
    private static DMatrixRMaj precisionTimes(Covariance lambda, DMatrixRMaj m) {
        DMatrixRMaj w = Roots.whiten(lambda, CommonOps_DDRM.identity(lambda.d()));
        return Matrices.transposeTimes(w, Roots.whiten(lambda, m));
    }

    private static double[] difference(double[] m, double[] n) {
        double[] out = m.clone();
        Arrays.setAll(out, j -> m[j] - n[j]);
        return out;
    }

    private static void requireDensities(double[] m, Covariance sigma, double[] n, Covariance lambda) {
        requireDimensions(m, sigma, n, lambda);
        if (!(sigma.positiveDefinite() && lambda.positiveDefinite())) {
            throw new IllegalArgumentException(
                    "a divergence needs positive definite covariances, got " + sigma + " and " + lambda);
        }
    }

    private static void requireDimensions(double[] m, Covariance sigma, double[] n, Covariance lambda) {
        int d = sigma.d();
        if (m.length != d || n.length != d || lambda.d() != d) {
            throw new IllegalArgumentException("two Gaussians need one dimension, got means of " + m.length + " and "
                    + n.length + ", covariances of " + d + " and " + lambda.d());
        }
    }
}
