package org.sandglass.conformance;

import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.schedule.NoiseSchedule;

/// What a sampler is judged on.
///
/// @param mixture the law of the data; it has a density
/// @param schedule the process
/// @param from the first time, where the points start from exact draws
/// @param to the last time
/// @param steps how many steps the sampler is asked for, `≥ 2`; also four and sixteen times as many
/// @param points how many points are drawn for each number that is estimated, `≥ 100`
/// @param seed of the noise and of the sampler
public record Problem(
        GaussianMixture mixture, NoiseSchedule schedule, double from, double to, int steps, int points, long seed) {
    private static final int MOST_STEPS = 100_000;

    /// Checks the ranges.
    public Problem {
        schedule.checkTime(from);
        schedule.checkTime(to);
        if (!(to < from)) {
            throw new IllegalArgumentException("a sampler goes from noise to data, got from=" + from + ", to=" + to);
        }
        if (steps < 2 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps must be from 2 to " + MOST_STEPS + ", got " + steps);
        }
        if (points < 100) {
            throw new IllegalArgumentException("points must be >= 100, got " + points);
        }
        if (!mixture.underNoise(schedule.alpha(to), schedule.sigma(to)).hasDensity()) {
            throw new IllegalArgumentException("the law at the last time, " + to + ", must have a density; a mixture of"
                    + " exact points has none at time 0");
        }
    }

    /// The whole process in 20 steps, 2000 points, seed 0.
    ///
    /// @param mixture the law of the data
    /// @param schedule the process
    public Problem(GaussianMixture mixture, NoiseSchedule schedule) {
        this(mixture, schedule, schedule.end(), 0, 20, 2000, 0);
    }

    /// The same between other times.
    ///
    /// @param first the first time
    /// @param last the last time
    /// @return a problem
    public Problem between(double first, double last) {
        return new Problem(mixture, schedule, first, last, steps, points, seed);
    }

    /// The same with another number of steps.
    ///
    /// @param number how many steps
    /// @return a problem
    public Problem withSteps(int number) {
        return new Problem(mixture, schedule, from, to, number, points, seed);
    }

    /// The same with another number of points.
    ///
    /// @param number how many points
    /// @return a problem
    public Problem withPoints(int number) {
        return new Problem(mixture, schedule, from, to, steps, number, seed);
    }

    /// The same with another seed.
    ///
    /// @param number the seed
    /// @return a problem
    public Problem withSeed(long number) {
        return new Problem(mixture, schedule, from, to, steps, points, number);
    }

    DiffusedMixture law() {
        return new DiffusedMixture(mixture, schedule);
    }
}
