package org.sandglass.conformance;

import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Start;

/// Runs the sampler that is judged, and refuses results of another shape.
///
/// @param sampler the black box
/// @param problem what it is judged on
record Bench(BlackBox sampler, Problem problem) {
    /// One run with the exact denoiser of a law.
    Run run(DiffusedMixture law, Points noise, int steps, long seed) {
        return run(law, new MixtureDenoiser(law), noise, steps, seed);
    }

    /// One run with any denoiser.
    Run run(DiffusedMixture law, Denoiser denoiser, Points noise, int steps, long seed) {
        Recorder recorder = new Recorder(denoiser);
        Points end = sampler.run(new Job(law, recorder, noise.copy(), steps, seed));
        end.requireShape(noise.n(), noise.d(), "what the sampler returns");
        return new Run(end, recorder);
    }

    /// A run that must be finite, as all are that come after the check of that.
    Points end(DiffusedMixture law, Points noise, int steps, long seed) {
        Points end = run(law, noise, steps, seed).end();
        if (end.firstNonFiniteRow() >= 0) {
            throw new IllegalArgumentException("a result is not finite with " + steps + " steps");
        }
        return end;
    }

    /// Exact draws at the first time, of a purpose.
    Points start(DiffusedMixture law, int n, String purpose) {
        RandomStreams streams = RandomStreams.of(RandomStreams.of(problem.seed()).stream("conformance " + purpose)
                .nextLong());
        return Start.EXACT.draw(law, problem.from(), n, streams);
    }
}
