package org.sandglass.denoiser;

import org.sandglass.linalg.Points;
import org.sandglass.schedule.NoiseSchedule;

/// A denoiser around a function of the user's that predicts score, noise, velocity or `x₀`.
///
/// @param d the dimension
/// @param schedule the schedule it was made for
/// @param predicts what the function returns
/// @param function the function; several threads may call it at once
public record FunctionDenoiser(int d, NoiseSchedule schedule, Prediction predicts, Function function)
        implements Denoiser {
    /// A prediction at noisy points.
    @FunctionalInterface
    public interface Function {
        /// Predicts.
        ///
        /// @param xt noisy points, n × d, read only
        /// @param t their time
        /// @return the predictions, n × d, a new object
        Points predict(Points xt, double t);
    }

    @Override
    public DenoiserAt at(double t) {
        schedule.checkTime(t);
        return (what, xt, out) -> {
            Points value = function.predict(xt, t);
            value.requireShape(xt.n(), d, "what the function returns");
            Conversion.between(predicts, what, schedule, t).apply(xt, value, out);
        };
    }
}
