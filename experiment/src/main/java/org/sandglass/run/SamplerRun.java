package org.sandglass.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.ArraySink;
import org.sandglass.format.InputException;
import org.sandglass.format.NpzWriter;
import org.sandglass.format.NumberArray;
import org.sandglass.inverse.TweedieMomentProjection;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.SamplerSpec;
import org.sandglass.specification.TrajectorySpec;

/// Draws with one sampler and writes its points.
///
/// @param law the process that is reversed
/// @param given what was measured, for samplers that are guided by it
/// @param start where samplers start
/// @param count how many points
/// @param workers the threads
record SamplerRun(DiffusedMixture law, Optional<Evidence.Given> given, Start start, int count, Workers workers) {
    /// States that are kept of a path, about: as many as memory bears, but no fewer than a strip of images shows.
    private static final int STATES = 100;

    private static final int FEWEST_STATES = 10;

    /// Numbers that the states of a sampler's paths hold, about; afterwards those of the first points.
    private static final int MOST_NUMBERS = 1 << 22;

    /// The points at the end, and what it took.
    record Drawn(Points points, double evaluations, double seconds) {}

    /// The way of the first chunk of points, the same as in the whole run: a chunk has noise of its own.
    Trajectory paths(SamplerSpec spec, RandomStreams streams) {
        Points from = start.draw(law, spec.grid().from(), Math.min(count, Workers.CHUNK), streams);
        int states = Math.clamp(2 * MOST_NUMBERS / Math.multiplyExact(from.n(), from.d()), FEWEST_STATES, STATES);
        Recording thinned = new Recording.Every(Math.ceilDiv(spec.grid().steps(), states));
        Trajectory all = sampler(spec).run(denoiser(spec), from, streams, workers, thinned, StepObserver.quiet());
        int kept = Math.clamp(MOST_NUMBERS / (all.states().size() * from.d()), 1, from.n());
        return new Trajectory(
                all.times(),
                all.states().stream().map(state -> state.slice(0, kept)).toList(),
                all.evaluations());
    }

    Drawn draw(SamplerSpec spec, RandomStreams streams, StepObserver observer, Path folder) throws IOException {
        long begin = System.nanoTime();
        Points from = start.draw(law, spec.grid().from(), count, streams);
        Trajectory way = carried(spec, from, streams, observer);
        double seconds = (System.nanoTime() - begin) / 1e9;
        write(folder.resolve("samples-" + spec.name() + ".npz"), way, spec);
        return new Drawn(way.end(), way.evaluations(), seconds);
    }

    private Trajectory carried(SamplerSpec spec, Points from, RandomStreams streams, StepObserver observer) {
        try {
            return sampler(spec).run(denoiser(spec), from, streams, workers, recording(spec), observer);
        } catch (UnsupportedOperationException e) {
            throw new InputException("samplers: " + spec.name() + " with guidance "
                    + spec.guidance().word() + ": " + e.getMessage());
        }
    }

    private Sampler sampler(SamplerSpec spec) {
        return new Sampler(spec.solver().step(law), spec.grid(), spec.finale().finish());
    }

    /// What tells the sampler where to go: the exact law, or an approximation from the prior.
    private Denoiser denoiser(SamplerSpec spec) {
        return switch (spec.guidance()) {
            case EXACT -> new MixtureDenoiser(law);
            case TMP ->
                given.map(known -> new TweedieMomentProjection(
                                new DiffusedMixture(known.prior(), law.schedule()), known.measurement()))
                        .orElseThrow();
        };
    }

    private static Recording recording(SamplerSpec spec) {
        return switch (spec.trajectory()) {
            case TrajectorySpec.None() -> new Recording.EndOnly();
            case TrajectorySpec.Thinned(int interval) -> new Recording.Every(interval);
        };
    }

    private static void write(Path file, Trajectory way, SamplerSpec spec) throws IOException {
        try (NpzWriter npz = NpzWriter.at(file)) {
            npz.put("x", NumberArray.of(way.end()));
            if (!(spec.trajectory() instanceof TrajectorySpec.None)) {
                double[] times =
                        way.times().stream().mapToDouble(Double::doubleValue).toArray();
                npz.put("times", NumberArray.wrap(java.util.List.of(times.length), times));
                ArraySink states =
                        npz.array("trajectory", way.end().n(), way.end().d());
                for (Points state : way.states()) {
                    double[] numbers = NumberArray.of(state).data();
                    states.append(numbers, numbers.length);
                }
            }
            npz.commit();
        }
    }
}
