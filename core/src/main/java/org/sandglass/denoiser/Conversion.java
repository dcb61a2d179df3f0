package org.sandglass.denoiser;

import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.schedule.NoiseSchedule;

/// One of the 16 conversions between predictions at one time: `to = p·xₜ + q·from`.
///
/// Derived from `xₜ = α x̂₀ + σ ε̂`, `v = α̇ x̂₀ + σ̇ ε̂`, `s = −ε̂/σ`, each in the form that divides by the
/// least: from the score nothing is divided by `σ`, from the velocity nothing by `α`. Where the mathematics
/// has no answer (the noise from `x₀` at `σ = 0`, `x₀` from the noise at `α = 0`) making the conversion
/// throws. Derivation: `docs/math/predictions.md`.
///
/// @param ofX `p`
/// @param ofValue `q`
public record Conversion(double ofX, double ofValue) {
    /// The conversion at one time.
    ///
    /// @param from what is known
    /// @param to what is wanted
    /// @param schedule the schedule
    /// @param t the time
    /// @return the two coefficients, both finite
    /// @throws NumericalException if `to` is not determined by `from` at this time
    /// @throws IllegalArgumentException if the time is outside the process
    public static Conversion between(Prediction from, Prediction to, NoiseSchedule schedule, double t) {
        Conversion conversion = from == to ? new Conversion(0, 1) : convert(from, to, schedule, t);
        if (!Double.isFinite(conversion.ofX) || !Double.isFinite(conversion.ofValue)) {
            throw new NumericalException(
                    "at t=" + t + " of " + schedule + " (alpha=" + schedule.alpha(t) + ", sigma=" + schedule.sigma(t)
                            + ") " + to + " is not determined by " + from + "; stop the grid short of this time");
        }
        return conversion;
    }

    /// Applies the conversion.
    ///
    /// @param x the noisy points
    /// @param value what is known there
    /// @param out receives what is wanted; may be either of the others
    /// @throws IllegalArgumentException if the shapes differ
    public void apply(Points x, Points value, Points out) {
        value.requireShape(x.n(), x.d(), "the known predictions");
        out.requireShape(x.n(), x.d(), "the room for predictions");
        for (int i = 0; i < out.data().length; i++) {
            out.data()[i] = ofX == 0 ? ofValue * value.data()[i] : ofX * x.data()[i] + ofValue * value.data()[i];
        }
    }

    private static Conversion convert(Prediction from, Prediction to, NoiseSchedule schedule, double t) {
        double alpha = schedule.alpha(t);
        double sigma = schedule.sigma(t);
        return switch (from) {
            case SCORE -> fromScore(to, schedule, t, alpha, sigma);
            case NOISE -> fromNoise(to, schedule, t, alpha, sigma);
            case X0 -> fromX0(to, schedule, t, alpha, sigma);
            case VELOCITY -> fromVelocity(to, schedule, t, alpha, sigma);
        };
    }

    private static Conversion fromScore(Prediction to, NoiseSchedule schedule, double t, double alpha, double sigma) {
        return switch (to) {
            case SCORE -> new Conversion(0, 1);
            case NOISE -> new Conversion(0, -sigma);
            case X0 -> new Conversion(1 / alpha, sigma * sigma / alpha);
            case VELOCITY -> {
                double f = schedule.alphaRate(t) / alpha;
                yield new Conversion(f, f * sigma * sigma - 0.5 * schedule.varianceRate(t));
            }
        };
    }

    private static Conversion fromNoise(Prediction to, NoiseSchedule schedule, double t, double alpha, double sigma) {
        return switch (to) {
            case SCORE -> new Conversion(0, -1 / sigma);
            case NOISE -> new Conversion(0, 1);
            case X0 -> new Conversion(1 / alpha, -sigma / alpha);
            case VELOCITY -> {
                double f = schedule.alphaRate(t) / alpha;
                yield new Conversion(f, schedule.sigmaRate(t) - f * sigma);
            }
        };
    }

    private static Conversion fromX0(Prediction to, NoiseSchedule schedule, double t, double alpha, double sigma) {
        return switch (to) {
            case SCORE -> new Conversion(-1 / sigma / sigma, alpha / sigma / sigma);
            case NOISE -> new Conversion(1 / sigma, -alpha / sigma);
            case X0 -> new Conversion(0, 1);
            case VELOCITY -> {
                double growth = schedule.sigmaRate(t) / sigma;
                yield new Conversion(growth, schedule.alphaRate(t) - alpha * growth);
            }
        };
    }

    /// With `W = α σ̇ − σ α̇ > 0`: `x̂₀ = (σ̇ x − σ v)/W`, `ε̂ = (α v − α̇ x)/W`; where `σ̇ = ∞` all is
    /// multiplied by `σ` first.
    private static Conversion fromVelocity(
            Prediction to, NoiseSchedule schedule, double t, double alpha, double sigma) {
        double alphaRate = schedule.alphaRate(t);
        double sigmaRate = schedule.sigmaRate(t);
        boolean steep = Double.isInfinite(sigmaRate);
        double unit = steep ? sigma : 1;
        double rate = steep ? 0.5 * schedule.varianceRate(t) : sigmaRate;
        double w = alpha * rate - unit * sigma * alphaRate;
        return switch (to) {
            case SCORE ->
                steep
                        ? new Conversion(alphaRate / w, -alpha / w)
                        : new Conversion(alphaRate / w / sigma, -alpha / w / sigma);
            case NOISE -> new Conversion(-unit * alphaRate / w, unit * alpha / w);
            case X0 -> new Conversion(rate / w, -unit * sigma / w);
            case VELOCITY -> new Conversion(0, 1);
        };
    }
}
