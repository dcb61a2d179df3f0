package org.sandglass.schedule;

/// Arithmetic on the log signal-to-noise ratio `λ = ln(α/σ)`.
final class LogSnr {
    private LogSnr() {}

    /// Refuses a value that no time of the schedule has.
    static void check(NoiseSchedule schedule, double lambda) {
        double least = schedule.logSnr(schedule.end());
        double greatest = schedule.logSnr(0);
        if (!(lambda >= least && lambda <= greatest)) { // solvers ask often: the message is made when it is needed
            Checks.that(
                    false,
                    schedule + " has log signal-to-noise ratios from " + least + " to " + greatest,
                    "lambda=" + lambda);
        }
    }

    /// The representable time whose `λ` is nearest. Non-negative doubles are ordered as their bits are, so
    /// halving the interval of bits finds a time near 0 to as many digits as any other.
    static double bisect(NoiseSchedule schedule, double lambda) {
        check(schedule, lambda);
        if (lambda == schedule.logSnr(0)) {
            return 0;
        }
        long early = 0;
        long late = Double.doubleToLongBits(schedule.end());
        while (late - early > 1) {
            long middle = early + (late - early) / 2;
            if (schedule.logSnr(Double.longBitsToDouble(middle)) >= lambda) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return nearer(schedule, lambda, Double.longBitsToDouble(early), Double.longBitsToDouble(late));
    }

    private static double nearer(NoiseSchedule schedule, double lambda, double early, double late) {
        double above = schedule.logSnr(early) - lambda;
        double below = lambda - schedule.logSnr(late);
        return above < below ? early : late;
    }

    /// `α` of the variance preserving schedule: `1/√(1 + e^(−2λ))`, to full relative accuracy at both ends.
    static double signal(double lambda) {
        return lambda >= 0
                ? 1 / Math.sqrt(1 + Math.exp(-2 * lambda))
                : Math.exp(lambda) / Math.sqrt(1 + Math.exp(2 * lambda));
    }

    /// `σ` of the variance preserving schedule: `1/√(1 + e^(2λ))`.
    static double noise(double lambda) {
        return signal(-lambda);
    }
}
