package org.sandglass.solver;

import org.sandglass.linalg.NumericalException;
import org.sandglass.schedule.NoiseSchedule;

/// Drift and diffusion coefficients that a solver must multiply by a step, and so needs finite.
final class Rates {
    private Rates() {}

    static double drift(NoiseSchedule schedule, double t) {
        return finite(schedule.drift(t), "the drift f", schedule, t);
    }

    static double diffusionSquared(NoiseSchedule schedule, double t) {
        return finite(schedule.diffusionSquared(t), "the squared diffusion g²", schedule, t);
    }

    private static double finite(double value, String what, NoiseSchedule schedule, double t) {
        if (!Double.isFinite(value)) {
            throw new NumericalException(what + " of " + schedule + " is " + value + " at t=" + t
                    + "; start the grid a little earlier, such as at " + 0.99 * schedule.end()
                    + ", from the exact marginal there");
        }
        return value;
    }
}
