package org.sandglass.schedule;

/// A rate that grows linearly: `β(t) = β_min + (β_max − β_min) u` with `u = t/end`.
record LinearBeta(double min, double max, double end) {
    /// Refuses what is no such rate, in the name of a schedule.
    static void check(String schedule, double min, double max, double end) {
        Checks.that(
                min >= 0 && max > 0 && max >= min && Double.isFinite(max),
                schedule + " needs 0 <= betaMin <= betaMax < Infinity, betaMax > 0",
                "betaMin=" + min + ", betaMax=" + max);
        Checks.end(schedule, end);
    }

    double at(double t) {
        return min + (max - min) * (t / end);
    }

    /// `∫ₛᵗ β = (t − s)(β_min + (β_max − β_min)(uₛ + uₜ)/2)`: all terms positive.
    double integral(double s, double t) {
        return (t - s) * (min + (max - min) * (s / end + t / end) / 2);
    }

    /// The positive root of `β_min u + (β_max − β_min) u²/2 = B/end`, in the form that does not subtract.
    double timeOfIntegral(double integral) {
        if (integral == 0) {
            return 0;
        }
        double c = integral / end;
        double u = 2 * c / (min + Math.sqrt(min * min + 2 * (max - min) * c));
        return Math.min(end, end * u);
    }
}
