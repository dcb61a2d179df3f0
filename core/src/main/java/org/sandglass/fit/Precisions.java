package org.sandglass.fit;

import org.sandglass.mixture.Spectral;

/// The diagonal of the inverse of a full covariance.
final class Precisions {
    private Precisions() {}

    /// `(Σ⁻¹)ⱼⱼ = Σᵢ (uᵢⱼ/sᵢ)²`.
    static double[] diagonal(Spectral spectral) {
        double[] stds = spectral.stds();
        double[] vectors = spectral.vectors();
        int d = stds.length;
        double[] out = new double[d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double share = vectors[i * d + j] / stds[i];
                out[j] = Math.fma(share, share, out[j]);
            }
        }
        return out;
    }
}
