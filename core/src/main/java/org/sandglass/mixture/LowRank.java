package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.linalg.OneSidedJacobi;

/// Low rank plus diagonal, `Σ = F Fᵀ + diag(n₁², …, n_d²)` with a `d × R` factor `F`: the covariance of factor
/// analysis.
///
/// Let `N = diag(n)`. The thin singular value decomposition `N⁻¹F = Q S Vᵀ` gives `Σ = N (I + Q S² Qᵀ) N`,
/// whose inverse acts as `N⁻¹ ((I − QQᵀ) + Q (I + S²)⁻¹ Qᵀ) N⁻¹`: two orthogonal parts, so nothing cancels,
/// also when the noise is far below the factors (the usual Woodbury difference loses `(s/n)²` in digits
/// there). A new time costs `O(dR²)` rotations. Derivation: `docs/math/covariances.md`.
public final class LowRank implements Covariance {
    private final double[] factor;
    private final int rank;
    private final double[] noiseStds;
    private final double[] directions;
    private final double[] gains;

    private LowRank(double[] factor, int rank, double[] noiseStds) {
        this.factor = factor;
        this.rank = rank;
        this.noiseStds = noiseStds;
        this.directions = whitenedColumns(factor, rank, noiseStds);
        this.gains = normalise(directions, rank, noiseStds.length);
    }

    /// A covariance from a factor and the standard deviations of the noise.
    ///
    /// @param factor `F`, `d × rank` row-major, finite; copied
    /// @param rank `R ≥ 1`
    /// @param noiseStds `n`, one number per dimension, finite and `> 0`; copied
    /// @return the covariance
    /// @throws IllegalArgumentException naming the entry that is not finite, a noise that is not `> 0`, or
    ///     shapes that do not fit
    public static LowRank of(double[] factor, int rank, double... noiseStds) {
        requireNoise(noiseStds);
        if (rank < 1 || factor.length != Math.multiplyExact(noiseStds.length, rank)) {
            throw new IllegalArgumentException(
                    "factor needs d x rank = " + noiseStds.length + " x " + rank + " numbers, got " + factor.length);
        }
        requireFactor(factor, rank, noiseStds);
        return new LowRank(factor.clone(), rank, noiseStds.clone());
    }

    private static void requireNoise(double[] noiseStds) {
        for (int j = 0; j < noiseStds.length; j++) {
            if (!(noiseStds[j] > 0 && noiseStds[j] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("noiseStds[" + j + "] must be finite and > 0, got " + noiseStds[j]);
            }
        }
    }

    private static void requireFactor(double[] factor, int rank, double[] noiseStds) {
        for (int i = 0; i < factor.length; i++) {
            if (!Double.isFinite(factor[i] / noiseStds[i / rank])) {
                throw new IllegalArgumentException("factor[" + i / rank + "][" + i % rank
                        + "] must be finite, also in units of its noise " + noiseStds[i / rank] + ", got " + factor[i]);
            }
        }
    }

    /// `R`, the number of columns of the factor.
    ///
    /// @return the rank, `≥ 1`
    public int rank() {
        return rank;
    }

    /// The factor `F`.
    ///
    /// @return a copy, `d × R` row-major
    public double[] factor() {
        return factor.clone();
    }

    /// The standard deviations `n` of the noise.
    ///
    /// @return a copy, `d` numbers
    public double[] noiseStds() {
        return noiseStds.clone();
    }

    double[] liveFactor() {
        return factor;
    }

    double[] liveNoiseStds() {
        return noiseStds;
    }

    /// `Q`: row `r` is the unit direction `q_r`, or zero where the factor has no such direction.
    double[] liveDirections() {
        return directions;
    }

    /// `√(1 + s_r²)` for each direction.
    double[] liveGains() {
        return gains;
    }

    private static double[] whitenedColumns(double[] factor, int rank, double[] noise) {
        int d = noise.length;
        double[] rows = new double[rank * d];
        for (int j = 0; j < d; j++) {
            for (int r = 0; r < rank; r++) {
                rows[r * d + j] = factor[j * rank + r] == 0 ? 0 : factor[j * rank + r] / noise[j];
            }
        }
        OneSidedJacobi.orthogonalise(rows, rank, d);
        return rows;
    }

    private static double[] normalise(double[] rows, int rank, int d) {
        double[] gains = new double[rank];
        for (int r = 0; r < rank; r++) {
            double s = OneSidedJacobi.norm(rows, r, d);
            gains[r] = Covariance.combine(1, s, 1);
            for (int j = 0; j < d && s > 0; j++) {
                rows[r * d + j] /= s;
            }
        }
        return gains;
    }

    @Override
    public int d() {
        return noiseStds.length;
    }

    @Override
    public double logDeterminant() {
        return 2 * (Diagonal.sumOfLogs(noiseStds) + Diagonal.sumOfLogs(gains));
    }

    @Override
    public boolean positiveDefinite() {
        return Diagonal.allPositive(noiseStds);
    }

    @Override
    public LowRank scaledPlus(double a, double b) {
        double[] scaled = factor.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= a;
        }
        return new LowRank(scaled, rank, Diagonal.combine(a, noiseStds, b));
    }

    /// With `C = a²Σ + b²I = T (I + Q a²S² Qᵀ) T`, `T = diag(√(a²n² + b²))` and `T⁻¹F = Q S Vᵀ`, the answer
    /// has noise `n b / t` and factor columns `(b²/t) q_r s_r / √(1 + a²s_r²)`.
    @Override
    public LowRank givenNoisyLook(double a, double b) {
        int d = noiseStds.length;
        double[] total = Diagonal.combine(a, noiseStds, b);
        double[] rows = whitenedColumns(factor, rank, total);
        double[] out = new double[d * rank];
        for (int r = 0; r < rank; r++) {
            double gain = Covariance.combine(a, OneSidedJacobi.norm(rows, r, d), 1);
            for (int j = 0; j < d; j++) {
                out[j * rank + r] = b * (b / total[j]) * (rows[r * d + j] / gain);
            }
        }
        return new LowRank(out, rank, Diagonal.givenNoisyLook(a, noiseStds, b));
    }

    @Override
    public double trace() {
        return Diagonal.sumOfSquares(noiseStds) + Diagonal.sumOfSquares(factor);
    }

    @Override
    public double precisionTrace() {
        int d = noiseStds.length;
        double trace = 0;
        for (int j = 0; j < d; j++) {
            double inside = 0;
            double outside = 1;
            for (int r = 0; r < rank; r++) {
                double q = directions[r * d + j];
                outside -= q * q;
                inside += q / gains[r] * (q / gains[r]);
            }
            trace += (outside + inside) / noiseStds[j] / noiseStds[j];
        }
        return trace;
    }

    @Override
    public double[] matrix() {
        int d = noiseStds.length;
        double[] matrix = new double[Math.multiplyExact(d, d)];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? noiseStds[i] * noiseStds[i] : 0;
                for (int r = 0; r < rank; r++) {
                    sum = Math.fma(factor[i * rank + r], factor[j * rank + r], sum);
                }
                matrix[i * d + j] = sum;
                matrix[j * d + i] = sum;
            }
        }
        return matrix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LowRank that
                && rank == that.rank
                && Arrays.equals(noiseStds, that.noiseStds)
                && Arrays.equals(factor, that.factor);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(noiseStds) + Arrays.hashCode(factor);
    }

    @Override
    public String toString() {
        return "LowRank[d=" + d() + ", rank=" + rank + "]";
    }
}
