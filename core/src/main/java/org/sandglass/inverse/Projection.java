package org.sandglass.inverse;

import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Triangular;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.RelativeCovariance;

/// The pull of a measurement at one noise level: `D Aᵀ (A C Aᵀ + R)⁻¹ (y − A m)`, with `D = (1 + α²/σ²) C`.
/// Immutable.
///
/// The mean of `x₀` moves by `σ²/(α² + σ²)` times the pull, the score by `α/(α² + σ²)` times it.
final class Projection {
    private final NoisyMixture law;
    private final RelativeCovariance spreads;
    private final DMatrixRMaj a;
    private final double[] y;
    private final double[] noise;

    Projection(NoisyMixture law, LinearMeasurement measurement) {
        this.law = law;
        this.spreads = law.relativeCovarianceTimes(measurement.rows());
        this.a = matrix(measurement.rows());
        this.y = measurement.y();
        this.noise = measurement.noise().matrix();
    }

    NoisyMixture law() {
        return law;
    }

    /// `σ²/(α² + σ²)`.
    double ofMean() {
        double sine = law.b() / Math.hypot(law.a(), law.b());
        return sine * sine;
    }

    /// `α/(α² + σ²)`.
    double ofScore() {
        double norm = Math.hypot(law.a(), law.b());
        return law.a() / norm / norm;
    }

    /// The pull at one point.
    ///
    /// @param x the point
    /// @param mean `E[x₀|x]`
    /// @return d numbers
    double[] pull(double[] x, double[] mean) {
        DMatrixRMaj spread = matrix(spreads.at(x));
        DMatrixRMaj t = Triangular.cholesky(evidence(Matrices.timesTranspose(spread, a)), "A C Aᵀ + R");
        DMatrixRMaj residual = Matrices.minus(Matrices.column(y), Matrices.times(a, Matrices.column(mean)));
        DMatrixRMaj white = Triangular.solve(t, residual);
        return Matrices.transposeTimes(spread, Triangular.solveTransposed(t, white)).data;
    }

    private static DMatrixRMaj matrix(Points rows) {
        return DMatrixRMaj.wrap(rows.n(), rows.d(), rows.data());
    }

    /// `A C Aᵀ + R` from `A D Aᵀ`.
    private DMatrixRMaj evidence(DMatrixRMaj seen) {
        double unit = ofMean();
        for (int i = 0; i < noise.length; i++) {
            seen.data[i] = Math.fma(unit, seen.data[i], noise[i]);
        }
        return seen;
    }
}
