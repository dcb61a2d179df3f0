package org.sandglass.solver;

/// How long the next step is to be: `h ← h·0.9·e^(−0.17)·e₋^0.04`, from the errors `e` of this step and `e₋`
/// of the last one that was accepted, in units of the tolerance; between a fifth and ten times the last, and
/// no longer right after a step that failed (Gustafsson's controller as in DOPRI5, Hairer, Nørsett and Wanner
/// 1993).
final class StepControl {
    private static final double CAUTION = 0.9;
    private static final double MEMORY = 0.04;
    private static final double EXPONENT = 0.2 - 0.75 * MEMORY;

    /// An error so small says nothing about the next one.
    private static final double LEAST_ERROR = 1e-4;

    private double step;
    private double lastError = LEAST_ERROR;
    private boolean failed;

    StepControl(double first) {
        this.step = first;
    }

    double step() {
        return step;
    }

    /// Whether a step of length `h` was good enough; sets the next one.
    boolean accepts(double error, double h) {
        boolean good = error <= 1;
        if (good) {
            double factor = CAUTION * Math.pow(error, -EXPONENT) * Math.pow(lastError, MEMORY);
            step = h * Math.clamp(factor, 0.2, failed ? 1 : 10);
            lastError = Math.max(error, LEAST_ERROR);
        } else {
            double factor = CAUTION * Math.pow(error, -EXPONENT);
            step = h * (factor >= 0.2 ? factor : 0.2);
        }
        failed = !good;
        return good;
    }
}
