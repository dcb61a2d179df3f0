package org.sandglass.mixture;

import java.util.Arrays;

/// How far a look moves the mean of `x₀`: `aΣC⁻¹v` with `C = a²Σ + b²I`, from the whitened `w` with
/// `‖w‖² = vᵀC⁻¹v`.
///
/// Direction by direction it is `v` times a gain `a s²/c` between 0 and `1/a`. It never passes through `C⁻¹v`,
/// which for an ill-conditioned `Σ` would multiply rounding errors by its condition number, and may overflow
/// where the shift does not. Tiles are as in [Whitening]. Derivation: `docs/math/posterior.md`, section 2.
final class PosteriorShift {
    private PosteriorShift() {}

    /// `out = aΣC⁻¹v`; reads `w` only.
    ///
    /// @param prior `Σ`
    /// @param noisy `C`, which `prior.scaledPlus(a, b)` made
    /// @param w `v` whitened by `C`
    /// @param scratch at least as large as `w`
    static void of(
            Covariance prior, Covariance noisy, double a, double[] w, double[] out, double[] scratch, int lanes) {
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
                Whitening.rotateBack(spectral.liveVectors(), scratch, out, spectral.d(), lanes);
            }
            case LowRank lowRank -> lowRank(lowRank, (LowRank) noisy, a, w, out, scratch, lanes);
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
    /// all that the factor sees, so `aΣC⁻¹v = aF(Fᵀ T⁻¹y) + aN²T⁻¹(w⊥ + y)`.
    private static void lowRank(
            LowRank prior, LowRank noisy, double a, double[] w, double[] out, double[] scratch, int lanes) {
        int d = prior.d();
        int rank = prior.rank();
        double[] q = noisy.liveDirections();
        double[] t = noisy.liveNoiseStds();
        Arrays.fill(out, 0, d * lanes, 0);
        for (int r = 0; r < rank; r++) {
            for (int j = 0; j < d; j++) {
                Whitening.addRow(q[r * d + j] / noisy.liveGains()[r], w, d + r, out, j, lanes);
            }
        }
        double[] f = prior.liveFactor();
        Arrays.fill(scratch, 0, rank * lanes, 0);
        for (int j = 0; j < d; j++) {
            for (int r = 0; r < rank; r++) {
                Whitening.addRow(f[j * rank + r] / t[j], out, j, scratch, r, lanes);
            }
        }
        for (int j = 0; j < d; j++) {
            double gain = gain(a, prior.liveNoiseStds()[j], t[j]);
            for (int at = j * lanes; at < (j + 1) * lanes; at++) {
                out[at] = gain * (w[at] + out[at]);
            }
            for (int r = 0; r < rank; r++) {
                Whitening.addRow(a * f[j * rank + r], scratch, r, out, j, lanes);
            }
        }
    }
}
