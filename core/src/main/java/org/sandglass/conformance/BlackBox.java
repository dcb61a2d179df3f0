package org.sandglass.conformance;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.TimeGrid;

/// A sampler of which nothing is known: a function from noise and a denoiser to samples.
@FunctionalInterface
public interface BlackBox {
    /// Carries points from the first time to the last.
    ///
    /// @param noise n × d points at the first time, to start from as they are, read only
    /// @param denoiser the model; every question is recorded
    /// @param steps how many steps to take
    /// @param seed of all randomness
    /// @return n × d points at the last time
    Points run(Points noise, Denoiser denoiser, int steps, long seed);

    /// Carries points from the first time to the last, for samplers that evaluate the law by themselves.
    ///
    /// @param job all that is known
    /// @return n × d points at the last time
    default Points run(Job job) {
        return run(job.noise(), job.denoiser(), job.steps(), job.seed());
    }

    /// A rule of this library on a family of grids.
    ///
    /// @param step the rule
    /// @param grid the times for a number of steps
    /// @return the sampler
    static BlackBox of(Step step, IntFunction<TimeGrid> grid) {
        return (noise, denoiser, steps, seed) ->
                new Sampler(step, grid.apply(steps)).run(denoiser, noise, RandomStreams.of(seed));
    }

    /// A rule that asks the law itself, such as the exact kernel.
    ///
    /// @param step the rule for a law
    /// @param grid the times for a number of steps
    /// @return the sampler
    static BlackBox ofLaw(Function<DiffusedMixture, Step> step, IntFunction<TimeGrid> grid) {
        return new BlackBox() {
            @Override
            public Points run(Points noise, Denoiser denoiser, int steps, long seed) {
                throw new UnsupportedOperationException("this sampler needs the law, not only a denoiser");
            }

            @Override
            public Points run(Job job) {
                return of(step.apply(job.law()), grid).run(job.noise(), job.denoiser(), job.steps(), job.seed());
            }
        };
    }
}
