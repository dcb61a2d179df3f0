package org.sandglass.schedule;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Which times a strip of panels shows, from data (0) to noise (the schedule's end): the five rules with which
/// diffuse (Iollo & Oudoumanessah 2025) chooses the panels of its tests, without their epsilons, and [NoiseShare].
///
/// The rules go by `σ(t)`, which must not fall with time; all schedules of this package are so. Immutable.
public sealed interface PanelTimes {
    /// Equal steps of `σ`: many panels where noise grows.
    record UniformSigma() implements PanelTimes {}

    /// Equal parts of `∫|σ̇| dt`. Where `σ` does not fall that is `σ(t) − σ(0)`, and the times are those of
    /// [UniformSigma]; diffuse finds them among a thousand candidates, and its last but one may repeat.
    record SigmaRate() implements PanelTimes {}

    /// Equal steps of `ln σ`: many panels where noise is little. Where `σ(0) = 0` the first time is 0 and the
    /// steps begin at a least level.
    ///
    /// @param least the level with which the steps begin where `σ(0)` is less, finite and `> 0`
    record LogSigma(double least) implements PanelTimes {
        /// Checks the level.
        public LogSigma {
            Checks.that(least > 0 && Double.isFinite(least), "LogSigma needs a finite least > 0", "least=" + least);
        }
    }

    /// Half of the times by [UniformSigma] (rounded down) and the rest by [SigmaRate], together, without
    /// repetition: at least the two ends occur twice, so there are fewer than asked for.
    record Hybrid() implements PanelTimes {}

    /// The shares 0, 0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.95, 0.98, 1 of the end, thinned out evenly; equal
    /// steps of time where more than these twelve are asked for.
    record Fixed() implements PanelTimes {}

    /// Equal steps of the share of noise `σ/(sα + σ)`, which rises from about 0 to about 1 whatever the process, and
    /// where what is seen changes most evenly.
    ///
    /// @param size `s`, how large data are: noise of that size makes half of what is seen; finite and `> 0`
    record NoiseShare(double size) implements PanelTimes {
        /// Checks the size.
        public NoiseShare {
            Checks.that(size > 0 && Double.isFinite(size), "NoiseShare needs a finite size > 0", "size=" + size);
        }

        /// For data of size 1.
        public NoiseShare() {
            this(1);
        }
    }

    /// The times.
    ///
    /// @param schedule how noise grows
    /// @param count how many, at least 2; [Hybrid] needs 4 and gives fewer
    /// @return strictly rising times, the first 0 and the last the schedule's end
    /// @throws IllegalArgumentException if there are too few, or [LogSigma] begins above `σ(end)`
    default double[] times(NoiseSchedule schedule, int count) {
        int fewest = this instanceof Hybrid ? 4 : 2;
        Checks.that(count >= fewest, "panels need a count >= " + fewest, "count=" + count);
        return switch (this) {
            case UniformSigma _, SigmaRate _ -> uniformSigma(schedule, count);
            case LogSigma(double least) -> logSigma(schedule, count, least);
            case Hybrid() ->
                DoubleStream.concat(
                                Arrays.stream(uniformSigma(schedule, count / 2)),
                                Arrays.stream(uniformSigma(schedule, count - count / 2)))
                        .sorted()
                        .distinct()
                        .toArray();
            case Fixed() -> fixed(schedule.end(), count);
            case NoiseShare(double size) -> uniform(schedule, count, t -> share(schedule, t, size));
        };
    }

    private static double[] uniformSigma(NoiseSchedule schedule, int count) {
        return uniform(schedule, count, schedule::sigma);
    }

    private static double share(NoiseSchedule schedule, double t, double size) {
        double sigma = schedule.sigma(t);
        return sigma / (size * schedule.alpha(t) + sigma);
    }

    /// Equal steps of a level that does not fall with time.
    private static double[] uniform(NoiseSchedule schedule, int count, DoubleUnaryOperator level) {
        double first = level.applyAsDouble(0);
        double last = level.applyAsDouble(schedule.end());
        double[] inner = IntStream.range(1, count - 1)
                .mapToDouble(i -> first + (last - first) * i / (count - 1))
                .map(wanted -> timeOf(schedule, level, wanted))
                .toArray();
        return withEnds(schedule, inner);
    }

    private static double[] logSigma(NoiseSchedule schedule, int count, double least) {
        double first = Math.max(schedule.sigma(0), least);
        double last = schedule.sigma(schedule.end());
        Checks.that(first < last, "LogSigma needs a least level below " + last, "least=" + least);
        boolean fromZero = schedule.sigma(0) < least;
        int steps = fromZero ? count - 2 : count - 1;
        double[] inner = IntStream.range(fromZero ? 0 : 1, steps)
                .mapToDouble(i -> first * Math.pow(last / first, i / (double) steps))
                .map(level -> timeOf(schedule, schedule::sigma, level))
                .toArray();
        return withEnds(schedule, inner);
    }

    private static double[] fixed(double end, int count) {
        double[] shares = {0, 0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.95, 0.98, 1};
        return IntStream.range(0, count)
                .mapToDouble(
                        i -> count > shares.length ? i / (count - 1.0) : shares[i * (shares.length - 1) / (count - 1)])
                .map(share -> share * end)
                .toArray();
    }

    private static double[] withEnds(NoiseSchedule schedule, double[] inner) {
        double[] times = new double[inner.length + 2];
        System.arraycopy(inner, 0, times, 1, inner.length);
        times[times.length - 1] = schedule.end();
        return times;
    }

    /// The first time at which a level is reached, by bisection over the representable times.
    private static double timeOf(NoiseSchedule schedule, DoubleUnaryOperator level, double wanted) {
        long low = Double.doubleToLongBits(0);
        long high = Double.doubleToLongBits(schedule.end());
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (level.applyAsDouble(Double.longBitsToDouble(middle)) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Double.longBitsToDouble(high);
    }
}
