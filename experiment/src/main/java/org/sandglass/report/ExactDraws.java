package org.sandglass.report;

import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.ForwardProcess;
import org.sandglass.sampler.Trajectory;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// Exact draws for figures, each set from a random stream of its own, which the seed of the experiment and the name
/// of a purpose determine.
///
/// @param law the process with its mixture
/// @param seed of the experiment
record ExactDraws(DiffusedMixture law, long seed) {
    /// Steps of the way to noise.
    private static final int STEPS = 400;

    static ExactDraws of(Evidence evidence) {
        return new ExactDraws(evidence.law(), evidence.spec().seed());
    }

    /// `n` draws of a law.
    Points of(String purpose, GaussianMixture mixture, int n) {
        return mixture.sample(n, streams(purpose));
    }

    /// `n` draws of the law at time 0, carried to the end of the process by its exact transitions.
    Trajectory forward(String purpose, int n) {
        NoiseSchedule schedule = law.schedule();
        RandomStreams streams = streams(purpose);
        Points data = law.marginal(0).sample(n, streams);
        TimeGrid grid = TimeGrid.uniform(schedule, schedule.end(), 0, STEPS);
        return new ForwardProcess(schedule).run(data, grid, streams);
    }

    /// `n` draws of the law at a time: draws at time 0 and noise, both the same whatever the time.
    Points at(String purpose, int n, double t) {
        RandomStreams streams = streams(purpose);
        Points data = law.marginal(0).sample(n, streams);
        if (t == 0) {
            return data;
        }
        TimeGrid straight = TimeGrid.of(law.schedule(), t, 0);
        return new ForwardProcess(law.schedule()).run(data, straight, streams).end();
    }

    private RandomStreams streams(String purpose) {
        return RandomStreams.of(RandomStreams.of(seed).stream(purpose).nextLong());
    }
}
