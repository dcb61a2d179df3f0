package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A trace cut into steps: the calls that belong to each, and the times between which each goes.
///
/// @param trace all that was seen
/// @param perStep calls of a step; the last step may have one less
/// @param steps how many steps
/// @param times `steps + 1` times of the states; the last is where the sampler is to end
record Walked(Trace trace, int perStep, int steps, List<Double> times) {
    /// The cut into the number of steps that was asked for, if calls and steps fit together. A last call at
    /// the last time that is more than steps need is a denoising after them, and no step.
    static Optional<Walked> of(Trace trace, int steps, double to) {
        boolean denoised = trace.calls() > 1
                && trace.calls() % steps == 1 % steps
                && Math.abs(trace.times().getLast() - to)
                        <= 1e-6 * trace.schedule().end();
        return cut(denoised ? trace.withoutLastCall() : trace, steps, to);
    }

    private static Optional<Walked> cut(Trace trace, int steps, double to) {
        int perStep = (trace.calls() + steps - 1) / steps;
        boolean whole = trace.calls() == perStep * steps;
        boolean cheaperLast = perStep > 1 && trace.calls() == perStep * steps - 1;
        if (!whole && !cheaperLast) {
            return Optional.empty();
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            times.add(trace.times().get(i * perStep));
        }
        times.add(to);
        return Optional.of(new Walked(trace, perStep, steps, List.copyOf(times)));
    }

    /// Whether every step goes towards data.
    boolean goesForward() {
        for (int i = 0; i < steps; i++) {
            if (!(times.get(i + 1) < times.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The first call of a step.
    int first(int step) {
        return step * perStep;
    }

    /// One past the last call of a step.
    int last(int step) {
        return Math.min((step + 1) * perStep, trace.calls());
    }

    double[] before(int step) {
        return trace.state(first(step));
    }

    double[] after(int step) {
        return trace.state(last(step));
    }

    double[] noiseBefore(int step) {
        return trace.stateNoise(first(step));
    }

    double[] noiseAfter(int step) {
        return trace.stateNoise(last(step));
    }
}
