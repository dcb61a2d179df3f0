package org.sandglass.mixture;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;

/// Square roots `G` of covariances, `G Gᵀ = Σ`: the form in which closure operations combine them, so that no
/// digits are lost to squares.
final class Factors {
    private Factors() {}

    static DMatrixRMaj of(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) -> diagonal(filled(std, d));
            case Diagonal diagonal -> diagonal(diagonal.live());
            case Spectral spectral -> scaledColumns(spectral);
            case LowRank lowRank ->
                Matrices.beside(
                        DMatrixRMaj.wrap(lowRank.d(), lowRank.rank(), lowRank.factor()),
                        diagonal(lowRank.liveNoiseStds()));
        };
    }

    /// `G Gᵀ` as a covariance; that of an exact point where all is 0.
    static Covariance covariance(DMatrixRMaj factor) {
        return Arrays.stream(factor.data).allMatch(v -> v == 0)
                ? new Isotropic(0, factor.numRows)
                : Spectral.ofFactor(factor);
    }

    /// The standard deviations of the coordinates, if they are independent; else an empty array.
    static double[] independentStds(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) -> filled(std, d);
            case Diagonal diagonal -> diagonal.stds();
            case Spectral _, LowRank _ -> new double[0];
        };
    }

    private static double[] filled(double value, int n) {
        double[] out = new double[n];
        Arrays.fill(out, value);
        return out;
    }

    private static DMatrixRMaj diagonal(double[] stds) {
        DMatrixRMaj out = new DMatrixRMaj(stds.length, stds.length);
        for (int j = 0; j < stds.length; j++) {
            out.set(j, j, stds[j]);
        }
        return out;
    }

    private static DMatrixRMaj scaledColumns(Spectral spectral) {
        int d = spectral.d();
        DMatrixRMaj out = new DMatrixRMaj(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out.set(j, i, spectral.liveStds()[i] * spectral.liveVectors()[i * d + j]);
            }
        }
        return out;
    }
}
