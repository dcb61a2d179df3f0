package org.sandglass.conformance;

import java.util.Optional;
import java.util.stream.IntStream;
import org.sandglass.denoiser.Conversion;
import org.sandglass.denoiser.Prediction;
import org.sandglass.linalg.NumericalException;

/// Faults of a trapezoid, `x ← x − ½ h (v₁ + v₂)`, by what its second slope is made of.
final class HeunFault {
    private HeunFault() {}

    /// What is wrong with all steps but perhaps one, if it is something known.
    static Optional<String> of(Walked walked) {
        long wrong = IntStream.range(0, walked.steps())
                .filter(i -> secondSlopeAtFirstLevels(walked, i))
                .count();
        return wrong < Math.max(2, walked.steps() - 1)
                ? Optional.empty()
                : Optional.of("the second slope of Heun's step is made with the noise level of the first:"
                        + " it needs that at the end of the step");
    }

    private static boolean secondSlopeAtFirstLevels(Walked walked, int step) {
        Trace trace = walked.trace();
        int call = walked.first(step);
        if (walked.last(step) != call + 2) {
            return false;
        }
        double h = walked.times().get(step) - walked.times().get(step + 1);
        double[] x = trace.state(call);
        double[] ahead = trace.state(call + 1);
        double[] x0 = trace.x0(call);
        double[] x0Ahead = trace.x0(call + 1);
        double[] after = walked.after(step);
        try {
            Conversion v = Conversion.between(
                    Prediction.X0,
                    Prediction.VELOCITY,
                    trace.schedule(),
                    trace.times().get(call));
            double worst = 0;
            double scale = 0;
            for (int r = 0; r < x.length; r++) {
                double slopes = v.ofX() * (x[r] + ahead[r]) + v.ofValue() * (x0[r] + x0Ahead[r]);
                worst = Math.max(worst, Math.abs(x[r] - 0.5 * h * slopes - after[r]));
                scale = Math.max(scale, Math.max(Math.abs(x[r]), Math.abs(after[r])));
            }
            return worst <= trace.tolerance() * scale;
        } catch (NumericalException _) { // no velocity at this time
            return false;
        }
    }
}
