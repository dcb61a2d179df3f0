package org.sandglass.mixture;

import java.util.Arrays;
import org.sandglass.arrayops.PlainArrayOps;
import org.sandglass.arrayops.Table;
import org.sandglass.arrayops.TileOps;

/// How far a look moves the mean of `x₀`: `aΣC⁻¹v` with `C = a²Σ + b²I`, from the whitened `w` with
/// `‖w‖² = vᵀC⁻¹v`.
///
/// Direction by direction it is `v` times a gain `a s²/c` between 0 and `1/a`. It never passes through `C⁻¹v`,
/// which for an ill-conditioned `Σ` would multiply rounding errors by its condition number, and may overflow
/// where the shift does not. Tiles are as in [Whitening]. Derivation: `docs/math/posterior.md`, section 2.
final class PosteriorShift {
    /// For single vectors.
    private static final TileOps ALONE = new PlainArrayOps().tiles();

    private PosteriorShift() {}

    /// As below, for a single vector.
    static void of(Covariance prior, Covariance noisy, double a, double[] w, double[] out, double[] scratch) {
        of(ALONE, prior, noisy, a, w, out, scratch, 1);
    }

    /// `out = aΣC⁻¹v`; reads `w` only.
    ///
    /// @param prior `Σ`
    /// @param noisy `C`, which `prior.scaledPlus(a, b)` made
    /// @param w `v` whitened by `C`
    /// @param scratch at least as large as `w`
    static void of(
            TileOps ops,
            Covariance prior,
            Covariance noisy,
            double a,
            double[] w,
            double[] out,
            double[] scratch,
            int lanes) {
        switch (prior) {
            case Isotropic(double std, int d) -> {
                double gain = gain(a, std, ((Isotropic) noisy).std());
                for (int i = 0; i < d * lanes; i++) {
                    out[i] = w[i] * gain;
                }
            }
            case Diagonal diagonal -> multiplyRows(a, diagonal.live(), ((Diagonal) noisy).live(), w, out, lanes);
            case Spectral spectral -> {
                multiplyRows(a, spectral.liveStds(), ((Spectral) noisy).liveStds(), w, scratch, lanes);
                Whitening.rotateBack(ops, spectral.liveVectors(), scratch, out, spectral.d(), lanes);
            }
            case LowRank lowRank -> lowRank(ops, lowRank, (LowRank) noisy, a, w, out, scratch, lanes);
        }
    }

    /// `a s²/c`, where `c ≥ as`: neither product leaves the range unless the gain itself does.
    private static double gain(double a, double s, double c) {
        return s * (a * s / c);
    }

    private static void multiplyRows(double a, double[] stds, double[] noisy, double[] w, double[] out, int lanes) {
        for (int j = 0; j < stds.length; j++) {
            double gain = gain(a, stds[j], noisy[j]);
            for (int at = j * lanes; at < (j + 1) * lanes; at++) {
                out[at] = w[at] * gain;
            }
        }
    }

    /// With `C = T(I + QS²Qᵀ)T` and `w = [w⊥, p]`, where `w⊥` is orthogonal to `Q`: `y = Q(p/√(1+S²))` holds
    /// all that the factor sees, so `aΣC⁻¹v = aF(Fᵀ T⁻¹y) + aN²T⁻¹(w⊥ + y)`. `scratch` holds `p/√(1+S²)`, then
    /// `FᵀT⁻¹y`, and `T⁻¹y` below them.
    private static void lowRank(
            TileOps ops,
            LowRank prior,
            LowRank noisy,
            double a,
            double[] w,
            double[] out,
            double[] scratch,
            int lanes) {
        int d = prior.d();
        int rank = prior.rank();
        double[] t = noisy.liveNoiseStds();
        divideRows(w, d, noisy.liveGains(), scratch, 0, lanes);
        Arrays.fill(out, 0, d * lanes, 0);
        Table q = Table.rowMajor(noisy.liveDirections(), d);
        ops.addProduct(1, q.transposed(), d, 0, rank, scratch, 0, out, 0, lanes);
        divideRows(out, 0, t, scratch, rank, lanes);
        Arrays.fill(scratch, 0, rank * lanes, 0);
        Table f = Table.rowMajor(prior.liveFactor(), rank);
        ops.addProduct(1, f.transposed(), rank, 0, d, scratch, rank * lanes, scratch, 0, lanes);
        for (int j = 0; j < d; j++) {
            double gain = gain(a, prior.liveNoiseStds()[j], t[j]);
            for (int at = j * lanes; at < (j + 1) * lanes; at++) {
                out[at] = gain * (w[at] + out[at]);
            }
        }
        ops.addProduct(a, f, d, 0, rank, scratch, 0, out, 0, lanes);
    }

    /// Rows of `in`, from `inRow` on, divided by a number each, to rows of `out` from `outRow` on.
    private static void divideRows(double[] in, int inRow, double[] divisors, double[] out, int outRow, int lanes) {
        for (int r = 0; r < divisors.length; r++) {
            for (int i = 0; i < lanes; i++) {
                out[(outRow + r) * lanes + i] = in[(inRow + r) * lanes + i] / divisors[r];
            }
        }
    }
}
