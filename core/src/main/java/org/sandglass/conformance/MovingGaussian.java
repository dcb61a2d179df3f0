package org.sandglass.conformance;

import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.Points;
import org.sandglass.schedule.NoiseSchedule;

/// The exact answers for data `N(m, I)`, with a mean `m` that may differ from row to row and from call to
/// call: `x̂₀ = (α x + σ² m)/C`, `∇ln p = −(x − α m)/C` with `C = α² + σ²`, and what follows.
///
/// Linear in `x` and `m`, and finite at both ends of every process, also the noise where `σ = 0` and the
/// velocity where `σ̇ = ∞`.
///
/// @param alpha `α`
/// @param sigma `σ`
/// @param alphaRate `α̇`
/// @param varianceRate `d(σ²)/dt`
record MovingGaussian(double alpha, double sigma, double alphaRate, double varianceRate) {
    static MovingGaussian at(NoiseSchedule schedule, double t) {
        return new MovingGaussian(
                schedule.alpha(t), schedule.sigma(t), schedule.alphaRate(t), schedule.varianceRate(t));
    }

    /// One prediction at rows of points, `m[i]` the mean of row `i` in every coordinate.
    void predict(Prediction what, Points x, double[] m, Points out) {
        for (int i = 0; i < x.data().length; i++) {
            out.data()[i] = predict(what, x.data()[i], m[i / x.d()]);
        }
    }

    double predict(Prediction what, double x, double m) {
        double pull = (x - alpha * m) / variance();
        return switch (what) {
            case X0 -> x0(x, m);
            case SCORE -> -pull;
            case NOISE -> sigma * pull;
            case VELOCITY -> alphaRate * x0(x, m) + 0.5 * varianceRate * pull;
        };
    }

    /// A mean that moves `x̂₀` by `σ`, a sensible amount at every time; 1 where no mean moves it.
    double impulse() {
        return sigma == 0 ? 1 : variance() / sigma;
    }

    private double x0(double x, double m) {
        return (alpha * x + sigma * sigma * m) / variance();
    }

    private double variance() {
        return alpha * alpha + sigma * sigma;
    }
}
