package org.sandglass.schedule;

/// The refusals that the schedules share.
final class Checks {
    private Checks() {}

    /// Refuses a value of a parameter that breaks its rule, in the words of the house.
    static void that(boolean good, String needed, String got) {
        if (!good) {
            throw new IllegalArgumentException(needed + ", got " + got);
        }
    }

    /// Refuses an end that is not a positive number.
    static void end(String schedule, double end) {
        that(end > 0 && Double.isFinite(end), schedule + " needs a finite end > 0", "end=" + end);
    }

    /// Refuses times that are outside the schedule or run backwards; tells whether they are equal.
    static boolean order(NoiseSchedule schedule, double s, double t) {
        schedule.checkTime(s);
        schedule.checkTime(t);
        that(s <= t, "a transition of " + schedule + " needs s <= t", "s=" + s + ", t=" + t);
        return s == t;
    }
}
