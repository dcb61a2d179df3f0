package org.sandglass.schedule;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// The times at which a sampler stops on its way from noise to data: `steps + 1` strictly decreasing times.
///
/// Every grid is made for a schedule, within whose `[0, end]` its times must lie; the first and last times are
/// exactly those asked for. Spacings that go by noise level use `ν = σ/α = e^(−λ)`, which is `σ` itself where
/// `α = 1`, and find the times by [NoiseSchedule#timeOfLogSnr]. Immutable; the array is its own.
public final class TimeGrid {
    private final double[] times;

    /// Takes over the array.
    TimeGrid(NoiseSchedule schedule, double[] times) {
        Checks.that(times.length >= 2, "a time grid needs at least 2 times", times.length + "");
        for (int i = 0; i < times.length; i++) {
            times[i] = schedule.checkTime(times[i]);
            if (i > 0 && !(times[i] < times[i - 1])) {
                throw new IllegalArgumentException("a time grid must decrease strictly, got time[" + (i - 1) + "]="
                        + times[i - 1] + ", time[" + i + "]=" + times[i]);
            }
        }
        this.times = times;
    }

    /// Given times.
    ///
    /// @param schedule the schedule they are for
    /// @param times at least 2, strictly decreasing, within `[0, end]`; copied
    /// @return the grid
    /// @throws IllegalArgumentException if the times are not so
    public static TimeGrid of(NoiseSchedule schedule, double... times) {
        return new TimeGrid(schedule, times.clone());
    }

    /// Steps of equal length: `tᵢ = from + (i/n)(to − from)`.
    ///
    /// @param schedule the schedule
    /// @param from the first time
    /// @param to the last time, `< from`
    /// @param steps the number of steps `n ≥ 1`
    /// @return the grid
    /// @throws IllegalArgumentException if the ends do not decrease within `[0, end]`, or `n < 1`
    public static TimeGrid uniform(NoiseSchedule schedule, double from, double to, int steps) {
        return between(schedule, from, to, steps, i -> mix(from, to, i, steps));
    }

    /// Steps of equal length in `√t`, finer towards data: `√tᵢ = √from + (i/n)(√to − √from)`. The quadratic
    /// spacing of DDIM, Song, Meng & Ermon 2021, appendix D.2.
    ///
    /// @param schedule the schedule
    /// @param from the first time
    /// @param to the last time, `< from`
    /// @param steps the number of steps `n ≥ 1`
    /// @return the grid
    /// @throws IllegalArgumentException if the ends do not decrease within `[0, end]`, or `n < 1`
    public static TimeGrid quadratic(NoiseSchedule schedule, double from, double to, int steps) {
        return between(schedule, from, to, steps, i -> {
            double root = mix(Math.sqrt(from), Math.sqrt(to), i, steps);
            return root * root;
        });
    }

    /// Steps that are finer towards both ends: `tᵢ = to + (from − to)·½(1 + cos(πi/n))`, the Chebyshev points.
    ///
    /// @param schedule the schedule
    /// @param from the first time
    /// @param to the last time, `< from`
    /// @param steps the number of steps `n ≥ 1`
    /// @return the grid
    /// @throws IllegalArgumentException if the ends do not decrease within `[0, end]`, or `n < 1`
    public static TimeGrid cosine(NoiseSchedule schedule, double from, double to, int steps) {
        return between(schedule, from, to, steps, i -> {
            double sin = Math.sin(Math.PI / 2 * i / steps);
            double cos = Math.cos(Math.PI / 2 * i / steps);
            return cos * cos * from + sin * sin * to;
        });
    }

    /// Steps of equal length in `λ = ln(α/σ)`.
    ///
    /// @param schedule the schedule
    /// @param from the first time, where `λ` is finite
    /// @param to the last time, `< from`, where `λ` is finite
    /// @param steps the number of steps `n ≥ 1`
    /// @return the grid
    /// @throws IllegalArgumentException if `λ` is infinite at an end, the ends do not decrease within
    ///     `[0, end]`, or `n < 1`
    public static TimeGrid logSnr(NoiseSchedule schedule, double from, double to, int steps) {
        double first = finiteLogSnr(schedule, from);
        double last = finiteLogSnr(schedule, to);
        return between(schedule, from, to, steps, i -> schedule.timeOfLogSnr(mix(first, last, i, steps)));
    }

    /// Steps of equal length in `ν^(1/ρ)` with `ν = σ/α`. For `edm` these are the levels of Karras et al. 2022,
    /// eq. 5 from `σ_max = from` to `σ_min = to`, to which the paper adds a last step to 0:
    /// `.followedBy(schedule, 0)`.
    ///
    /// @param schedule the schedule
    /// @param from the first time, where `α > 0`
    /// @param to the last time, `< from`; it may be 0
    /// @param steps the number of steps `n ≥ 1`
    /// @param rho the exponent `ρ > 0`, 7 in the paper; greater is finer towards data
    /// @return the grid
    /// @throws IllegalArgumentException if `α` is 0 at `from`, the ends do not decrease within `[0, end]`,
    ///     `n < 1`, or `ρ` is not positive and finite
    public static TimeGrid karras(NoiseSchedule schedule, double from, double to, int steps, double rho) {
        Checks.that(rho > 0 && Double.isFinite(rho), "a Karras grid needs a finite rho > 0", "rho=" + rho);
        double first = Math.exp(-schedule.logSnr(from) / rho);
        double last = Math.exp(-schedule.logSnr(to) / rho);
        Checks.that(
                Double.isFinite(first),
                "a Karras grid needs a finite noise level at its start; begin before the end, say at 0.99 of it",
                "from=" + from);
        return between(
                schedule, from, to, steps, i -> schedule.timeOfLogSnr(-rho * Math.log(mix(first, last, i, steps))));
    }

    /// The list of improved DDPM as in table 1 of the EDM paper, with its values `M = 1000` and `j₀ = 8`.
    ///
    /// @param schedule the schedule
    /// @param steps the number of steps `n ≥ 1`
    /// @return the grid, which ends at 0
    /// @throws IllegalArgumentException if the list has fewer levels than `n` within the schedule
    public static TimeGrid iddpm(NoiseSchedule schedule, int steps) {
        return iddpm(schedule, steps, IddpmLevels.standard());
    }

    /// The list of improved DDPM, thinned: the levels `ν = u_k` with `k = ⌊j + (m − j) i/(n − 1) + ½⌋` for
    /// `i = 0 … n − 1`, then time 0. Here `j` is the first index from `j₀` on, and `m` the last below `M`,
    /// whose level the schedule reaches after time 0.
    ///
    /// @param schedule the schedule
    /// @param steps the number of steps `n ≥ 1`
    /// @param levels the list `u`
    /// @return the grid, which ends at 0
    /// @throws IllegalArgumentException if the list has fewer levels than `n` within the schedule
    public static TimeGrid iddpm(NoiseSchedule schedule, int steps, IddpmLevels levels) {
        checkSteps(steps);
        double[] logSnrs = levels.logSnrsWithin(schedule.logSnr(schedule.end()), schedule.logSnr(0));
        Checks.that(
                steps <= logSnrs.length,
                "an iddpm grid of " + schedule + " can have at most " + logSnrs.length + " steps",
                "steps=" + steps);
        double[] times = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            double position = steps == 1 ? 0 : (logSnrs.length - 1) * (double) i / (steps - 1);
            times[i] = schedule.timeOfLogSnr(logSnrs[(int) Math.floor(position + 0.5)]);
        }
        return new TimeGrid(schedule, times);
    }

    /// This grid and one more time after its last.
    ///
    /// @param schedule the schedule of this grid
    /// @param time a time before [#to()], often 0
    /// @return a grid of one more step
    /// @throws IllegalArgumentException if `time` is not before the last or outside `[0, end]`
    public TimeGrid followedBy(NoiseSchedule schedule, double time) {
        double[] longer = Arrays.copyOf(times, times.length + 1);
        longer[times.length] = time;
        return new TimeGrid(schedule, longer);
    }

    /// The number of steps.
    ///
    /// @return `n ≥ 1`, one less than the number of times
    public int steps() {
        return times.length - 1;
    }

    /// One of the times.
    ///
    /// @param i its place, from 0 (noise) to [#steps()] (data)
    /// @return `tᵢ`
    public double time(int i) {
        return times[i];
    }

    /// The first time.
    ///
    /// @return the time nearest to noise
    public double from() {
        return times[0];
    }

    /// The last time.
    ///
    /// @return the time nearest to data
    public double to() {
        return times[times.length - 1];
    }

    /// All times.
    ///
    /// @return a copy, `steps + 1` numbers
    public double[] toArray() {
        return times.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeGrid that && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return "TimeGrid[steps=" + steps() + ", from=" + from() + ", to=" + to() + "]";
    }

    /// A grid with given ends and a rule for the times between them.
    private static TimeGrid between(
            NoiseSchedule schedule, double from, double to, int steps, IntToDoubleFunction inner) {
        checkSteps(steps);
        double[] times = new double[Math.addExact(steps, 1)];
        times[0] = schedule.checkTime(from);
        times[steps] = schedule.checkTime(to);
        Checks.that(to < from, "a time grid needs to < from", "from=" + from + ", to=" + to);
        for (int i = 1; i < steps; i++) {
            times[i] = inner.applyAsDouble(i);
        }
        return new TimeGrid(schedule, times);
    }

    /// `a + (i/n)(b − a)`, a sum of two terms of one sign so that a small `b` keeps its digits.
    private static double mix(double a, double b, int i, int n) {
        return (n - i) / (double) n * a + i / (double) n * b;
    }

    private static double finiteLogSnr(NoiseSchedule schedule, double t) {
        double lambda = schedule.logSnr(t);
        Checks.that(
                Double.isFinite(lambda),
                "a log-snr grid needs a finite log signal-to-noise ratio at both ends; move this end inwards, "
                        + "say by 0.001 of the schedule",
                lambda + " at t=" + t);
        return lambda;
    }

    private static void checkSteps(int steps) {
        Checks.that(steps >= 1, "a time grid needs steps >= 1", "steps=" + steps);
    }
}
