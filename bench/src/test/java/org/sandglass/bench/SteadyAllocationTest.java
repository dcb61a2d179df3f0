package org.sandglass.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.EulerMaruyama;

/// Work that is warm allocates nothing for a point. (`bench/run` shows the same by the collections it counts.)
class SteadyAllocationTest {
    private static final int WARM_UP = 500;
    private static final int POINTS = 10_240;

    /// Rounds of warming up: on a busy machine the compiler takes its time, and code that it has not compiled
    /// allocates.
    private static final int MOST_ROUNDS = 20;

    @Test
    void evaluatingTheSameArraysAgainAllocatesNothingForAPoint() {
        Problem problem = Problem.of(POINTS, 40, 2);
        NoisyMixture law = problem.mixture().underNoise(1, 0);
        Outputs out = problem.room();
        Runnable pass = () -> law.evaluate(problem.x(), 0, POINTS, out);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && least >= POINTS; round++) {
            repeat(WARM_UP, pass);
            least = Math.min(least, bytes(() -> repeat(10, pass)) / 10);
        }
        assertThat(least).isLessThan(POINTS);
    }

    /// A step computes parameters, which take some room for each component.
    @Test
    void aLongerSimulationAllocatesNothingMoreForAPoint() {
        Problem problem = Problem.of(POINTS, 40, 2);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && least >= 4L * POINTS; round++) {
            repeat(WARM_UP / 10, () -> simulate(problem, 10));
            long more = bytes(() -> simulate(problem, 110)) - bytes(() -> simulate(problem, 10));
            least = Math.min(least, Math.abs(more) / 100);
        }
        assertThat(least).as("bytes for a step").isLessThan(4L * POINTS);
    }

    private static void simulate(Problem problem, int steps) {
        LinearVp schedule = LinearVp.standard();
        Sampler sampler = new Sampler(new EulerMaruyama(), TimeGrid.uniform(schedule, 1, 1e-3, steps));
        var denoiser = new MixtureDenoiser(new DiffusedMixture(problem.mixture(), schedule));
        sampler.run(denoiser, problem.x(), RandomStreams.of(0));
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static long bytes(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
