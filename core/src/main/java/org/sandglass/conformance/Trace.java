package org.sandglass.conformance;

import java.util.List;
import org.sandglass.denoiser.Prediction;
import org.sandglass.schedule.NoiseSchedule;

/// How every point that a sampler asked about, and its end, respond to the start and to the answers before.
///
/// A response is a vector: entry 0 to the start, entry `k + 1` to the mean of the moving Gaussian at call
/// `k`. Noise is what the same numbers are when nothing moves: one for every point and coordinate.
///
/// @param schedule the process
/// @param times of the calls, in order
/// @param states the response of the points of each call, and of the result
/// @param noises the noise in them
/// @param tolerance relative accuracy of the responses: rounding of the program's own type of numbers
record Trace(
        NoiseSchedule schedule, List<Double> times, List<double[]> states, List<double[]> noises, double tolerance) {
    int calls() {
        return times.size();
    }

    /// The same up to the points of the last call.
    Trace withoutLastCall() {
        int n = calls() - 1;
        return new Trace(schedule, times.subList(0, n), states.subList(0, n + 1), noises.subList(0, n + 1), tolerance);
    }

    /// The response of a state: the points of a call, or the result after the last.
    double[] state(int call) {
        return states.get(call);
    }

    /// The noise in a state.
    double[] stateNoise(int call) {
        return noises.get(call);
    }

    /// The response of the prediction of `x₀` at a call.
    double[] x0(int call) {
        MovingGaussian gaussian = MovingGaussian.at(schedule, times.get(call));
        double[] x = states.get(call);
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = gaussian.predict(Prediction.X0, x[i], mean(call, i));
        }
        return out;
    }

    /// The mean at a call to which entry `i` of a response belongs.
    double mean(int call, int i) {
        return i == call + 1 ? MovingGaussian.at(schedule, times.get(call)).impulse() : 0;
    }
}
